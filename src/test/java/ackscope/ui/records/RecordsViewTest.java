package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.Sample;
import ackscope.core.send.SendEngine;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.records.ResultRow.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is chosen in the real table while rows change, fold and come. */
@ExtendWith(ApplicationExtension.class)
class RecordsViewTest {
    private static final long LIMIT_MS = 10_000;

    @TempDir
    private static Path folder;

    private SendEngine engine;
    private int run;
    private RecordsViewModel model;
    private TableView<Line> table;
    private long now = 10_000;

    @Start
    void start(Stage stage) {
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        });
        run = engine.run().id();
        model = new RecordsViewModel(engine::run, (_, _, _) -> Optional.empty(), (_, _, _) -> Optional.empty(),
                Background.sameThread());
        RecordsView view = new RecordsView(model, _ -> {
        });
        stage.setScene(new Scene(new VBox(view.controls(), view.node()), 900, 400));
        stage.show();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theChosenRecordStaysChosenFromSentToAcked(FxRobot robot) {
        choose(robot, 1, sent(1), sent(2), sent(3));
        take(robot, acked(1), acked(3));
        take(robot, sent(4), sent(5));
        assertChosen(1, State.ACKED);
    }

    @Test
    void theChosenRecordIsFollowedIntoTheRowThatCountsIt(FxRobot robot) {
        choose(robot, 2, sent(1), sent(2), sent(3));
        take(robot, failed(1), failed(2));
        assertChosen(1, State.FAILED);
        assertEquals(2, model.chosenProperty().get().orElseThrow().count());
    }

    @Test
    void rowsThatFoldIntoOneAreNoLongerDrawn(FxRobot robot) {
        take(robot, LongStream.range(0, 10).mapToObj(this::sent).toArray(LabEvent[]::new));
        take(robot, failed(7));
        take(robot, LongStream.of(8, 2, 3, 4, 0, 6, 5, 1, 9).mapToObj(this::failed).toArray(LabEvent[]::new));
        take(robot);
        Set<TableRow<Line>> drawn = robot.lookup(".table-row-cell").queryAll();
        assertEquals(List.of(State.FAILED), drawn.stream().filter(row -> !row.isEmpty())
                .map(row -> row.getItem().row().state()).toList());
    }

    @Test
    void theChosenRowStaysChosenInASortedTable(FxRobot robot) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            TableView<Line> t = robot.lookup("#records-table").queryAs(TableView.class);
            t.getSortOrder().add(t.getColumns().get(7));
        });
        choose(robot, 2, sent(1), sent(2), sent(3));
        take(robot, acked(1), acked(2));
        assertChosen(2, State.ACKED);
    }

    @Test
    void byNumberShowsEveryRecordGrowsAndFollowsANewRun(FxRobot robot) throws Exception {
        engine.use(Map.of("bootstrap.servers", "127.0.0.1:9", "max.block.ms", "1"));
        take(robot);
        robot.clickOn("#records-by-number");
        table = robot.lookup("#records-table").query();
        assertEquals(0, table.getItems().size());
        engine.send(RecordSource.of(new RecordDraft("t", Payload.string("k"), Payload.string("v"), List.of(),
                OptionalInt.empty(), OptionalLong.empty()),
                new LoadPlan(OptionalLong.of(3), 0, OptionalInt.empty(), 0, 1, 1000), true, () -> 0));
        SharedLab.await("three failures", LIMIT_MS, () -> engine.totals().failed() == 3);
        now += 2_000;
        take(robot);
        assertEquals(3, table.getItems().size());
        assertEquals(1, table.getItems().indexOf(table.getItems().get(1)));
        engine.newRun();
        SharedLab.await("the new run", LIMIT_MS, () -> engine.run().ordinal() == 2);
        take(robot);
        assertEquals(0, table.getItems().size());
    }

    private void choose(FxRobot robot, long number, LabEvent... events) {
        take(robot, events);
        table = robot.lookup("#records-table").query();
        robot.interact(() -> table.getSelectionModel().select(
                table.getItems().stream().filter(l -> l.row().first() == number).findFirst().orElseThrow()));
    }

    private void take(FxRobot robot, LabEvent... events) {
        now += 125;
        Sample sample = new Sample(now, engine.run().id(), engine.totals(), engine.clientMetrics(), 0, Double.NaN,
                Double.NaN, Double.NaN, Double.NaN);
        robot.interact(() -> model
                .receive(new FeedBatch(List.of(events), 0, List.of(sample), ClusterView.starting("", now), now)));
    }

    private void assertChosen(long number, State state) {
        ResultRow chosen = model.chosenProperty().get().orElseThrow();
        assertEquals(number, chosen.first());
        assertEquals(state, chosen.state());
        assertEquals(chosen, table.getSelectionModel().getSelectedItem().row());
        assertTrue(table.getItems().contains(table.getSelectionModel().getSelectedItem()));
    }

    private RecordId id(long number) {
        return new RecordId(run, number, 0);
    }

    private RecordEvent.Sent sent(long number) {
        return new RecordEvent.Sent(id(number), "t", -1, now);
    }

    private RecordEvent.Acked acked(long number) {
        return new RecordEvent.Acked(id(number), "t", 2, number, 5, false, now);
    }

    private RecordEvent.Failed failed(long number) {
        return new RecordEvent.Failed(id(number), id(number), 1, "t", 2, FailureKind.EXPIRED, "TimeoutException",
                "gave up", Certainty.MAYBE, "a try may be written", 3000, now);
    }
}
