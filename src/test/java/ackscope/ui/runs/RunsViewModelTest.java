package ackscope.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunException;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
    @TempDir
    private Path folder;
    private FakeRuns control;
    private RunsViewModel model;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void open() {
        control = new FakeRuns(folder.resolve("runs"));
        model = new RunsViewModel(control, Background.sameThread(), said::add);
        model.shownProperty().set(true);
    }

    static FeedBatch batch() {
        return batch(0);
    }

    private static FeedBatch batch(long nowMs) {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), nowMs);
    }

    private void keepBoth() {
        control.files().save(MadeUpRuns.lost());
        control.files().save(MadeUpRuns.safe());
        model.receive(batch());
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        model.shownProperty().set(false);
        keepBoth();
        assertEquals(0, model.runs().size());
        model.shownProperty().set(true);
        model.receive(batch());
        assertEquals(2, model.runs().size());
    }

    @Test
    void theNewestRunIsChosenAtFirstAndAChoiceOutlivesAReload() {
        keepBoth();
        assertEquals(List.of(MadeUpRuns.safe()), model.chosenProperty().get());
        model.chosenProperty().set(List.of(MadeUpRuns.lost()));
        control.files().rename(MadeUpRuns.safe().id(), "other");
        model.receive(batch());
        assertEquals(List.of(MadeUpRuns.lost()), model.chosenProperty().get());
        assertEquals("other", model.runs().getFirst().name());
    }

    @Test
    void aRunIsKeptAsAScenarioUnderATitleAndItsFileIsTold() {
        List<Path> files = new ArrayList<>();
        model.saveAsScenario(MadeUpRuns.lost(), "Lost with the leader", files::add);
        assertEquals(List.of(MadeUpRuns.lost().named("Lost with the leader")), control.kept);
        assertEquals(List.of(Path.of("/scenarios/kept-1.json")), files);
        assertTrue(said.getLast().contains("/scenarios/kept-1.json"), said::toString);
        assertTrue(said.getLast().contains("'ackscope run kept-1'"), said::toString);
    }

    @Test
    void theRunThatGoesOnStandsAboveTheOthersUntilItIsKept() {
        RunRecord current = MadeUpRuns.safe();
        control.files().save(MadeUpRuns.lost());
        model.receive(batch(0));
        control.current = Optional.of(current);
        model.receive(batch(1_000_000));
        assertEquals(List.of(current, MadeUpRuns.lost()), List.copyOf(model.runs()));
        assertTrue(model.goesOn(current));
        assertFalse(model.goesOn(MadeUpRuns.lost()));
        assertEquals(List.of(MadeUpRuns.lost()), model.chosenProperty().get(), "what is looked at stays");
        model.chosenProperty().set(List.of(current));
        RunRecord later = current.named("later");
        control.current = Optional.of(later);
        model.receive(batch(1_000_100));
        assertEquals(current, model.runs().getFirst(), "it is not read anew with every tick");
        model.receive(batch(1_002_000));
        assertEquals(List.of(later), model.chosenProperty().get());
        control.current = Optional.empty();
        model.receive(batch(1_004_100));
        assertEquals(List.of(later), model.chosenProperty().get(), "it is over, and not in a file yet");
        control.files().save(later);
        model.receive(batch(1_004_200));
        assertEquals(List.of(later), model.chosenProperty().get());
        assertFalse(model.goesOn(later), "it is over");
        assertEquals(List.of(later, MadeUpRuns.lost()), List.copyOf(model.runs()));
    }

    @Test
    void renamingAndDeletingShowAtOnce() {
        keepBoth();
        model.rename(MadeUpRuns.lost(), "mine");
        assertEquals("mine", model.runs().getLast().name());
        model.delete(List.of(MadeUpRuns.safe()));
        assertEquals(List.of("mine"), model.runs().stream().map(RunRecord::name).toList());
    }

    @Test
    void aNameThatIsRefusedIsToldInWords() {
        keepBoth();
        model.rename(MadeUpRuns.lost(), " ");
        assertEquals(List.of("A run needs a name. Type one."), said);
    }

    @Test
    void aDamagedFileIsToldAndTheOthersAreShown() throws IOException {
        keepBoth();
        Files.writeString(folder.resolve("runs").resolve("x.json"), "{");
        model.rename(MadeUpRuns.lost(), "mine");
        assertEquals(2, model.runs().size());
        assertTrue(said.getFirst().startsWith("The run in x.json could not be read"), said::toString);
    }

    @Test
    void aTwinThatIsOverIsShownSideBySideWithItsConclusion() {
        control.outcome = () -> {
            control.files().save(MadeUpRuns.lost());
            control.files().save(MadeUpRuns.safe());
            return FakeRuns.pair();
        };
        assertTrue(model.startTwin());
        assertEquals(List.of(MadeUpRuns.lost(), MadeUpRuns.safe()), model.chosenProperty().get());
        assertEquals(List.of(FakeRuns.pair().comparison().conclusion()), said);
        assertTrue(model.progressProperty().get().isEmpty());
    }

    @Test
    void whatATwinDoesIsToldWithTheNextTickAndACancelReachesIt() {
        Deque<Runnable> work = new ArrayDeque<>();
        model = new RunsViewModel(control, new Background(work::add, Runnable::run), said::add);
        control.outcome = () -> {
            control.progress.accept(new ScenarioProgress("halfway", 0.5));
            model.receive(batch());
            assertEquals("halfway", model.progressProperty().get().orElseThrow().words());
            assertFalse(control.cancelled.getAsBoolean());
            model.cancelTwin();
            assertTrue(control.cancelled.getAsBoolean());
            throw new CancellationException();
        };
        assertFalse(model.startTwin(), "what twins there are is not read yet");
        work.remove().run();
        assertTrue(model.startTwin());
        assertFalse(model.startTwin(), "one at a time");
        work.remove().run();
        assertTrue(model.progressProperty().get().isEmpty());
        assertEquals("The twin run was cancelled; the cluster is whole again.", said.getLast());
    }

    @Test
    void aTwinThatFailsSaysWhy() {
        control.outcome = () -> {
            throw new RunException("It ended early.");
        };
        assertTrue(model.startTwin());
        assertEquals(List.of("It ended early."), said);
    }

    @Test
    void anObstacleKeepsATwinFromBeginning() {
        control.obstacle = "The console is sending.";
        assertFalse(model.startTwin());
        assertEquals(List.of("The console is sending."), said);
    }

    @Test
    void oneChangedSettingOfTheConsoleIsChecked() {
        control.settings = Map.of("acks", "1");
        TwinChooser chooser = model.chooser();
        chooser.settingsProperty().set(TwinChooser.Settings.CONSOLE);
        chooser.nameProperty().set("acks");
        chooser.valueProperty().set("1");
        assertEquals("The console has acks=1 already. Give another value.", model.twinObstacle());
        chooser.valueProperty().set("all");
        assertEquals("", model.twinObstacle());
        assertEquals(Map.of("acks", "1"), chooser.chosen().settings());
        assertEquals(Map.of("acks", "all"), chooser.chosen().second());
        chooser.nameProperty().set("ack");
        assertTrue(model.twinObstacle().startsWith("The client has no setting 'ack'"), model::twinObstacle);
        chooser.nameProperty().set("linger.ms");
        chooser.valueProperty().set("soon");
        assertTrue(model.twinObstacle().contains("linger.ms"), model::twinObstacle);
        control.settings = Map.of("transactional.id", "t");
        chooser.valueProperty().set("7");
        assertTrue(model.twinObstacle().startsWith("A twin run sends without transactions."), model::twinObstacle);
    }

    @Test
    void everyFormOfExportIsWrittenForOneRunAndForTwo() throws IOException {
        for (Export form : Export.values()) {
            for (List<RunRecord> runs : List.of(List.of(MadeUpRuns.lost()),
                    List.of(MadeUpRuns.lost(), MadeUpRuns.safe()))) {
                Path file = folder.resolve("out." + form.ending());
                model.export(form, runs, file);
                assertEquals(form.title() + " saved: " + file, said.getLast());
                assertTrue(Files.readString(file).contains(MadeUpRuns.lost().name()), file::toString);
            }
        }
        model.export(Export.JSON, List.of(MadeUpRuns.lost()), folder.resolve("no").resolve("x.json"));
        assertTrue(said.getLast().startsWith("x.json was not saved: the folder is not there."), said::getLast);
    }
}
