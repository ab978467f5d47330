package ackscope.ui.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.connection.ClientProperties;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.connection.StepResult.State;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of connections without a toolkit. */
class ConnectionsViewModelTest {
    private static final String SECRET = "hunter2";
    private static final String PROPERTIES = "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n"
            + "sasl.jaas.config=x password=\"" + SECRET + "\";\n";

    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();
    private FakeConnections control;
    private ConnectionsViewModel model;

    @BeforeEach
    void open() {
        control = new FakeConnections(folder);
        model = again();
    }

    private ConnectionsViewModel again() {
        return new ConnectionsViewModel(control, Background.sameThread(), said::add);
    }

    static FeedBatch batch() {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0);
    }

    private void staging() {
        model.add();
        model.form().nameProperty().set("Staging");
        model.form().serversProperty().set("kafka:9093, other:9093");
        model.form().textProperty().set(PROPERTIES);
    }

    @Test
    void whatIsSavedIsThereAtTheNextStartWithoutItsPasswordWhichIsAskedForThen() {
        staging();
        model.save();
        assertFalse(model.form().changedProperty().get());
        assertTrue(model.form().textProperty().get().contains("sasl.jaas.config=" + ClientProperties.MASK),
                "a secret that is known stands masked");
        ConnectionsViewModel next = again();
        assertEquals("Staging", next.chosenProperty().get().orElseThrow().name());
        assertEquals("kafka:9093,other:9093", next.form().serversProperty().get());
        next.test();
        assertEquals(List.of(), control.tried, "not without its password");
        assertTrue(next.form().textProblemProperty().get().contains("sasl.jaas.config has no value"),
                next.form().textProblemProperty()::get);
        next.form().textProperty().set(next.form().textProperty().get().replace("sasl.jaas.config=",
                "sasl.jaas.config=y;"));
        next.test();
        assertEquals("y;", control.tried.getFirst().properties().get("sasl.jaas.config"));
    }

    @Test
    void aPasswordLastsAsLongAsTheWindowAlsoWhenItIsNotSaved() {
        staging();
        model.save();
        model.form().nameProperty().set("Stage");
        model.use();
        assertEquals(List.of("use Stage"), control.asked);
        assertEquals("x password=\"" + SECRET + "\";",
                control.used.orElseThrow().properties().get("sasl.jaas.config"));
        assertEquals(1, model.connections().size());
    }

    @Test
    void aRememberedPasswordIsThereAtTheNextStart() {
        staging();
        model.form().rememberProperty().set(true);
        model.save();
        again().use();
        assertEquals("x password=\"" + SECRET + "\";",
                control.used.orElseThrow().properties().get("sasl.jaas.config"));
    }

    @Test
    void whatIsWrongStandsUnderItsFieldAndNothingIsSavedUsedOrTested() throws IOException {
        model.add();
        assertEquals("", model.form().serversProblemProperty().get());
        model.save();
        assertTrue(model.form().serversProblemProperty().get().contains("host:port"));
        model.form().serversProperty().set("a:1");
        model.form().textProperty().set("bootstrap.servers=b:1");
        assertTrue(model.form().textProblemProperty().get().contains("differs from the field"));
        model.use();
        model.test();
        model.form().textProperty().set("\nsecurity.protocol=TSL");
        assertTrue(model.form().textProblemProperty().get().startsWith("Line 2: security.protocol does not take"));
        model.save();
        assertEquals(List.of(), control.asked);
        assertEquals(List.of(), control.tried);
        assertTrue(model.connections().isEmpty());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void pastedServersDoAndNameAConnectionThatHasNoName() {
        model.add();
        model.form().textProperty().set("bootstrap.servers=a:1,b:2\nacks=0\ngroup.id=g");
        assertTrue(model.form().noteProperty().get().contains("left out: acks."), model.form().noteProperty()::get);
        assertTrue(model.form().noteProperty().get().contains("left out: group.id."));
        model.save();
        Connection saved = model.connections().getFirst();
        assertEquals("a:1", saved.name());
        assertEquals("a:1,b:2", saved.servers());
        assertTrue(saved.properties().isEmpty());
    }

    @Test
    void aTestShowsItsStepsAndIsForgottenWithItsConnection() {
        staging();
        model.save();
        model.test();
        assertFalse(model.form().changedProperty().get(), "a test changes nothing");
        model.receive(batch());
        assertEquals(FakeConnections.steps(), model.steps());
        assertFalse(model.testingProperty().get());
        model.save();
        assertEquals(FakeConnections.steps(), model.steps(), "saving changes nothing about it");
        model.add();
        assertTrue(model.steps().isEmpty());
    }

    private static void drain(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void aTestThatWasCancelledByChoosingAnotherTellsNothingLater() {
        Deque<Runnable> later = new ArrayDeque<>();
        ConnectionsViewModel slow = new ConnectionsViewModel(control, new Background(later::add, Runnable::run),
                said::add);
        drain(later);
        slow.add();
        slow.form().serversProperty().set("a:1");
        slow.test();
        assertTrue(slow.testingProperty().get());
        assertEquals(State.WAITING, slow.steps().getFirst().state());
        slow.chosenProperty().set(Optional.of(Connection.blank(ConnectionColour.RED)));
        assertEquals(List.of("cancel"), control.asked);
        drain(later);
        slow.receive(batch());
        assertTrue(slow.steps().isEmpty());
    }

    @Test
    void whatWasTypedAndNotSavedIsThereAgainWhenOneComesBack() {
        staging();
        model.save();
        Connection staging = model.chosenProperty().get().orElseThrow();
        model.form().topicProperty().set("payments");
        model.add();
        assertEquals("", model.form().topicProperty().get());
        model.form().nameProperty().set("Half a connec");
        model.chosenProperty().set(Optional.of(staging));
        assertEquals("payments", model.form().topicProperty().get());
        assertTrue(model.form().changedProperty().get(), "it can still be saved");
        model.add();
        assertEquals("Half a connec", model.form().nameProperty().get());
        model.form().serversProperty().set("127.0.0.1:9092");
        model.save();
        model.add();
        assertEquals("", model.form().nameProperty().get(), "the next one is a new one");
        assertEquals(2, model.connections().size());
    }

    @Test
    void whatWasTypedForADeletedOneIsGoneWithIt() {
        staging();
        model.save();
        model.add();
        model.form().nameProperty().set("Begun");
        model.delete();
        assertEquals("Staging", model.form().nameProperty().get());
        model.add();
        assertEquals("", model.form().nameProperty().get());
        model.delete();
        model.form().textProperty().set("sasl.mechanism=PLAIN");
        model.delete();
        model.add();
        assertEquals("", model.form().textProperty().get());
        assertFalse(model.form().changedProperty().get());
    }

    @Test
    void aClusterOnWhichSomethingIsPlayedIsNotLeft() {
        staging();
        control.leaveObstacle = "A scenario goes on.";
        model.use();
        model.useLab();
        assertEquals(List.of(), control.asked);
        assertEquals("A scenario goes on.", said.getLast());
        control.leaveObstacle = "";
        model.use();
        assertEquals(List.of("use Staging"), control.asked);
    }

    @Test
    void deletedIsGoneForGood() {
        staging();
        model.form().rememberProperty().set(true);
        model.save();
        model.delete();
        assertTrue(model.connections().isEmpty());
        assertEquals(Optional.empty(), model.chosenProperty().get());
        assertTrue(again().connections().isEmpty());
        assertFalse(Files.exists(control.files().secretsFile()));
    }

    @Test
    void aFileIsReadIntoTheFormAndATroubleWithItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), PROPERTIES);
        model.load(file);
        assertEquals(PROPERTIES, model.form().textProperty().get());
        model.load(folder.resolve("none.properties"));
        assertTrue(said.getLast().contains("there is no such file"), said::toString);
        model.load(Files.write(folder.resolve("binary"), new byte[]{(byte) 0xFF, (byte) 0xFE, 0}));
        assertTrue(said.getLast().contains("not a text file"), said::toString);
        assertEquals(PROPERTIES, model.form().textProperty().get(), "nothing is lost");
    }

    @Test
    void whatCannotBeSavedIsSaidAndLastsAsLongAsTheWindow() throws IOException {
        Files.createDirectories(folder);
        control = new FakeConnections(Files.writeString(folder.resolve("a-file"), ""));
        model = again();
        staging();
        model.save();
        assertTrue(said.getLast().contains("nothing is saved"), said::toString);
        assertEquals("Staging", model.connections().getFirst().name());
    }

    @Test
    void nothingThatIsSaidHoldsAPassword() {
        staging();
        model.form().rememberProperty().set(true);
        model.save();
        model.use();
        model.useLab();
        model.delete();
        assertFalse(said.toString().contains(SECRET), said::toString);
        assertFalse(model.form().secretsNoteProperty().get().contains(SECRET));
    }

    @Test
    void aDamagedFileOfPasswordsIsToldAndCanBeDeleted() throws IOException {
        staging();
        model.form().rememberProperty().set(true);
        model.save();
        Path secrets = control.files().secretsFile();
        Files.writeString(secrets, Files.readString(secrets).substring(0, 60));
        said.clear();
        ConnectionsViewModel next = again();
        assertTrue(said.getFirst().contains("could not be read"), said::toString);
        List<Path> damaged = next.damagedProperty().get();
        assertEquals(List.of(secrets.resolveSibling("connection-secrets.json.damaged")), damaged);
        next.delete();
        assertEquals(damaged, next.damagedProperty().get(), "to delete a connection does not delete it");

        next.deleteDamaged();
        assertTrue(Files.exists(damaged.getFirst()), "nobody was asked");
        next.askToDeleteDamaged();
        assertEquals(damaged, next.doomedProperty().get());
        next.keepDamaged();
        next.deleteDamaged();
        assertTrue(Files.exists(damaged.getFirst()), "the answer was no");

        next.askToDeleteDamaged();
        next.deleteDamaged();
        assertEquals(List.of(), next.damagedProperty().get());
        assertEquals(List.of(), next.doomedProperty().get());
        assertFalse(Files.exists(damaged.getFirst()));
    }

    @Test
    void aFileThatIsSetAsideAfterTheQuestionIsNotDeletedByItsAnswer() throws IOException {
        staging();
        model.save();
        Path first = control.files().secretsFile().resolveSibling("connection-secrets.json.damaged");
        Files.writeString(first, "{");
        ConnectionsViewModel next = again();
        next.askToDeleteDamaged();
        Path later = first.resolveSibling("connection-secrets.json.damaged-2");
        Files.writeString(later, "{");
        next.deleteDamaged();
        assertFalse(Files.exists(first));
        assertEquals(List.of(later), next.damagedProperty().get());

        next.askToDeleteDamaged();
        Files.writeString(first, "{");
        next.delete();
        assertEquals(List.of(), next.doomedProperty().get(), "the question was about fewer files");
    }
}
