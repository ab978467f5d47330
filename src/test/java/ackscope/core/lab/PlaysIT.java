package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillFile;
import ackscope.core.drill.DrillRunner;
import ackscope.core.event.FailureKind;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.Trigger;
import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.Scenarios;
import ackscope.core.send.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console has of its own before a play, it has again afterwards, however the play ends. */
class PlaysIT {
    private static final long LIMIT_MS = 60_000;
    private static final String OTHER_TOPIC = "chosen-meanwhile";
    private static final BreakerSettings BREAKER = new BreakerSettings(false, Window.COUNT, 10, 4, 50, 60_000, 100,
            1_000,
            2, Set.of(FailureKind.RETRIES_USED_UP), true, 100, 50, 1);
    private static final BreakerSettings MEANWHILE = new BreakerSettings(false, Window.COUNT, 20, 4, 50, 60_000, 100,
            1_000, 2, Set.of(FailureKind.RETRIES_USED_UP), true, 100, 50, 1);

    @TempDir
    private Path folder;
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        lab.startLabCluster();
        SharedLab.await("the lab", 2 * LIMIT_MS, () -> lab.obstacle().isEmpty());
        lab.cluster().topics().create(new Topics.NewTopic(OTHER_TOPIC, 1, 3, 2, 1_048_588));
        lab.use(BREAKER);
        lab.use(Map.of("client.id", "console"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void play(Scenario scenario, Consumer<ScenarioProgress> progress, AtomicBoolean stop) {
        lab.plays().play(scenario, progress, stop::get);
    }

    /** Sends a record, and looks who sent it and what else there is. */
    private void assertConsoleHasItsOwn(String client, String topic) {
        assertConsoleHasItsOwn(client, topic, BREAKER);
    }

    private void assertConsoleHasItsOwn(String client, String topic, BreakerSettings breaker) {
        assertEquals("", lab.obstacle());
        SharedLab.await("the topic of the console", LIMIT_MS, () -> lab.view().topic().equals(topic));
        assertEquals(breaker, lab.engine().breakerSettings());
        SharedLab.await("an outbox with nothing of the play", LIMIT_MS, () -> lab.engine().breaker().held() == 0);
        Run before = lab.engine().run();
        RecordDraft draft = new RecordDraft(topic, Payload.NULL, Payload.string("x"), List.of(), OptionalInt.empty(),
                OptionalLong.empty());
        try {
            lab.send(RecordSource.of(draft, new LoadPlan(OptionalLong.of(1), 0, OptionalInt.empty(), 0, 1, 1), true,
                    System::currentTimeMillis));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        SharedLab.await("the console's record", LIMIT_MS, () -> lab.engine().run() != before
                && lab.engine().totals().acked() == 1 && !lab.engine().progress().busy());
        Run run = lab.engine().run();
        assertEquals(1, run.size());
        assertEquals(client, run.terms(0).clientId());
        assertEquals(List.of(), lab.faults().orElseThrow().active());
    }

    @Test
    void settingsAndTopicAreTheConsolesAgainAfterAPlayACancelAndAHealThatFailed() {
        AtomicBoolean chosen = new AtomicBoolean();
        play(Scenarios.builtIn("too-large-client"), _ -> {
            if (lab.engine().totals().sent() > 0 && chosen.compareAndSet(false, true)) {
                assertTrue(lab.view().topic().startsWith("too-large-client-"), lab.view().topic());
                assertTrue(lab.obstacle().contains("goes on"), lab.obstacle());
                Scenario second = Scenarios.builtIn("backoff");
                assertTrue(assertThrows(ScenarioException.class, () -> play(second, _ -> {
                }, new AtomicBoolean())).getMessage().contains("goes on"));
                lab.watch(OTHER_TOPIC);
                lab.use(Map.of("client.id", "console-meanwhile"));
                lab.use(MEANWHILE);
                assertEquals(BreakerSettings.DEFAULTS, lab.engine().breakerSettings());
                PlayTerms terms = lab.plays().terms().orElseThrow();
                assertEquals(lab.view().topic(), terms.topic());
                assertEquals(lab.engine().run().topic(0), terms.topic());
            }
        }, new AtomicBoolean());
        assertTrue(chosen.get());
        assertEquals(Optional.empty(), lab.plays().terms());
        assertEquals(lab.engine().run().ordinal(), lab.audits().report().orElseThrow().run());
        assertConsoleHasItsOwn("console-meanwhile", OTHER_TOPIC, MEANWHILE);
        assertEquals(Optional.empty(), lab.audits().report());
        lab.use(BREAKER);

        lab.use(Map.of("client.id", "console"));
        lab.watch(Lab.FIRST_TOPIC);
        // The producer with the settings before makes way first.
        lab.engine().caughtUp().join();
        assertThrows(CancellationException.class,
                () -> lab.plays().play(Scenarios.builtIn("breaker"), _ -> {
                }, () -> lab.engine().breakerSettings().on() && lab.engine().breaker().held() > 20));
        assertConsoleHasItsOwn("console", Lab.FIRST_TOPIC);

        AtomicBoolean stop = new AtomicBoolean();
        AtomicBoolean set = new AtomicBoolean();
        ScenarioException told = assertThrows(ScenarioException.class,
                () -> play(Scenarios.builtIn("backoff"), news -> {
                    if (news.words().contains("sending")) {
                        stop.set(true);
                    } else if (stop.get() && news.words().contains("healing") && set.compareAndSet(false, true)) {
                        disturb();
                    }
                }, stop));
        assertTrue(told.getMessage().startsWith("It was cancelled. Afterwards not everything could be put right:"),
                told::getMessage);
        assertInstanceOf(FaultException.class, assertInstanceOf(CancellationException.class, told.getCause())
                .getSuppressed()[0]);
        assertEquals(1, lab.faults().orElseThrow().active().size());
        lab.faults().orElseThrow().healAll(_ -> {
        });
        assertConsoleHasItsOwn("console", Lab.FIRST_TOPIC);
    }

    @Test
    void endingADrillMakesNoFailuresOfItsOwn() {
        DrillCause cause = DrillFile.builtIn().stream().filter(c -> c.fault().equals("replication-stall")).findFirst()
                .orElseThrow();
        lab.plays().alone(venue -> {
            AtomicBoolean acting = new AtomicBoolean();
            new DrillRunner(venue, cause, 1).run(500, phase -> acting.set(phase == DrillRunner.Phase.ACTING),
                    () -> acting.get() && lab.engine().run().inFlight() > 20);
            return cause;
        });
        assertTrue(lab.engine().totals().sent() > 20, () -> lab.engine().totals().toString());
        assertEquals(0, lab.engine().totals().failed());
        assertEquals(0, lab.engine().run().inFlight());
        assertEquals(List.of(), lab.faults().orElseThrow().active());
    }

    /** Sets a fault while others are being healed, which healing cannot abide. */
    private void disturb() {
        lab.faults().orElseThrow().inject(new FaultCatalogue().find("client-max-request").orElseThrow().build(
                new FaultContext(Lab.FIRST_TOPIC, List.of(1, 2, 3), 100, 1, List.of(1, 2, 3), 120_000, 1),
                Map.of("bytes", "900000"), Trigger.NOW));
    }
}
