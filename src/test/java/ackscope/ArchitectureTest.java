package ackscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ackscope.ui.base.Background;
import ackscope.ui.base.FxFeed;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/** The rules of the house, each with its reason. Code that breaks one is moved; a rule that is wrong is changed here, with the reason. */
@AnalyzeClasses(packages = "ackscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule coreKnowsNoWindow = noClasses().that().resideInAPackage("ackscope.core..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "ackscope.ui..", "ackscope.bench..")
            .because(
                    "everything below the window also runs without one: in tests, in the bench and from scenario files");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().assignedFrom(eachPackage()).should().beFreeOfCycles()
            .because("a room that can be understood, tested and changed alone has no way back into itself");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().assignedFrom(features()).should().notDependOnEachOther()
            .because(
                    "a panel can then be added, changed or left out without looking at another; what they share comes by the feed");

    @ArchTest
    static final ArchRule onlyTheShellKnowsFeatures = noClasses().that(not(feature())).and()
            .resideOutsideOfPackage("ackscope.ui.shell..").should()
            .dependOnClassesThat(feature())
            .because("the window is put together in one place");

    @ArchTest
    static final ArchRule onlyTheRootKnowsTheShell = noClasses().that()
            .resideInAnyPackage("ackscope.core..", "ackscope.ui..").and()
            .resideOutsideOfPackage("ackscope.ui.shell..").should().dependOnClassesThat()
            .resideInAPackage("ackscope.ui.shell..")
            .because("what the window is made of must not need the window");

    @ArchTest
    static final ArchRule viewModelsHoldNoNodes = noClasses().that(belongTo(simpleNameEndingWith("ViewModel"))).should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
            .because("a view model is tested without a toolkit, and no node can be reached from it by mistake");

    @ArchTest
    static final ArchRule twoCrossingsToTheFxThread = noClasses().that()
            .doNotBelongToAnyOf(FxFeed.class, Background.class).should()
            .accessTargetWhere(target(name("runLater")).and(target(owner(type(Platform.class)))))
            .because(
                    "events reach the FX thread in one batch a tick and results through Background; a third way would flood or reorder them");

    @ArchTest
    static final ArchRule producersAreMadeInOnePlace = noClasses().that()
            .resideOutsideOfPackages("ackscope.core.send..", "ackscope.core.transaction..").should()
            .dependOnClassesThat().areAssignableTo(KafkaProducer.class)
            .because("a producer that the engine does not know is neither counted nor closed");

    @ArchTest
    static final ArchRule noKafkaInTheWindow = noClasses().that().resideInAPackage("ackscope.ui..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..")
            .because(
                    "the window shows what the core says in words and values of its own, whatever the client's version calls it");

    @ArchTest
    static final ArchRule eventsAreALeaf = noClasses().that().resideInAPackage("ackscope.core.event..").should()
            .dependOnClassesThat(
                    not(resideInAnyPackage("ackscope.core.event..", "ackscope.core.secret..", "java..")))
            .because("events travel through every room, so they may bring nothing with them but what hides secrets");

    @ArchTest
    static final ArchRule othersWordsGoThroughOnePlace = noClasses().that()
            .resideOutsideOfPackages("ackscope.core.secret..", "ackscope.bench..").should()
            .callMethodWhere(target(name("getMessage").or(name("getLocalizedMessage")))
                    .and(target(owner(mayBeKafkas()))))
            .because("an exception of Kafka's clients may have a password in its words, and Secrets.said hides it");

    @ArchTest
    static final ArchRule noMutableStatics = fields().that().areStatic().should(beConstant())
            .because("state that belongs to nobody is shared between tests, runs and two labs in one process");

    @ArchTest
    static final ArchRule kafkasInternalsStayInTwoRooms = noClasses().that()
            .resideOutsideOfPackages("ackscope.core.wire..", "ackscope.core.cluster..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.common.requests..", "org.apache.kafka.common.message..",
                    "org.apache.kafka.common.protocol..", "org.apache.kafka.common.record.internal..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.server..", "kafka..")
            .because("these may change in any release; two rooms are then to be mended, not the house");

    @ArchTest
    static final ArchRule nobodyAsksTheMountTable = noClasses().should()
            .callMethod(Files.class, "getFileStore", Path.class)
            .because(
                    "it fails where the folder's disk is not in the table, as in a chroot; File.getUsableSpace asks the disk");

    private static DescribedPredicate<JavaClass> feature() {
        return resideInAPackage("ackscope.ui..")
                .and(not(resideInAnyPackage("ackscope.ui.base..", "ackscope.ui.shell..")));
    }

    /** An exception of which the code knows no more than that it may come from Kafka's clients. */
    private static DescribedPredicate<JavaClass> mayBeKafkas() {
        return assignableTo(KafkaException.class).or(type(Throwable.class)).or(type(Exception.class))
                .or(type(RuntimeException.class)).or(assignableTo(LoginException.class));
    }

    private static ArchCondition<JavaField> beConstant() {
        Set<Class<?>> mutable = Set.of(Random.class, Thread.class, ThreadLocal.class, Executor.class, LongAdder.class,
                AtomicInteger.class,
                AtomicLong.class, AtomicBoolean.class, AtomicReference.class, ArrayList.class, ArrayDeque.class,
                HashMap.class, HashSet.class,
                EnumMap.class, ConcurrentHashMap.class, CopyOnWriteArrayList.class, BlockingQueue.class,
                StringBuilder.class, ObservableValue.class);
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean compilers = field.getModifiers().contains(JavaModifier.SYNTHETIC);
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL)
                        && mutable.stream().noneMatch(type -> field.getRawType().isAssignableTo(type));
                events.add(new SimpleConditionEvent(field, compilers || constant,
                        field.getFullName() + " is a mutable static"));
            }
        };
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass c) {
                return SliceIdentifier.of(c.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }

    private static SliceAssignment features() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass c) {
                return feature().test(c) ? SliceIdentifier.of(c.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "each feature of the window";
            }
        };
    }
}
