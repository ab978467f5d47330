package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.SharedLab;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.core.metrics.RunTotals;
import ackscope.ui.base.Background;
import ackscope.ui.records.Line;
import ackscope.ui.records.ResultRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a real lab cluster, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class ConsoleIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    static Path folder;

    private Lab lab;
    private MainWindow window;
    private final List<LabEvent> seen = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        Preferences sized = new Preferences(1, "light", List.of(0.0, 0.0, 1440.0, 900.0, 0.0), Map.of(), Map.of(),
                Map.of(), Map.of());
        window = new MainWindow(stage, lab, Background.onFx(lab.work()), sized, folders, _ -> {
        });
        window.feed().add(batch -> seen.addAll(batch.events()));
        window.show();
        lab.startLabCluster();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, window::close);
        lab.close();
    }

    @Test
    void aPersonComposesSendsBreaksAndWatches(FxRobot robot) {
        SharedLab.await("Send to be offered", 2 * LIMIT_MS,
                () -> !robot.lookup("#send").queryAs(Button.class).isDisabled());

        // One record, as the form has it.
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        SharedLab.await("an acked row", LIMIT_MS,
                () -> rows(robot).stream().anyMatch(r -> r.state() == ResultRow.State.ACKED));
        assertTrue(rows(robot).getFirst().offset() >= 0);

        // Wrong input: said under the field, nothing sent, nothing lost.
        type(robot, "#compose-value", "{\"order\":");
        robot.clickOn("#send");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(texts(robot).contains("This is not JSON"), texts(robot));
        assertEquals(1, lab.engine().run().size());
        assertEquals("{\"order\":", robot.lookup("#compose-value").queryAs(TextInputControl.class).getText());

        // Mended, with other settings: the guarantee follows, and the next record goes with a new producer.
        type(robot, "#compose-value", "{\"order\":1}");
        robot.clickOn("#acks-1");
        WaitForAsyncUtils.waitForFxEvents();
        String weaker = robot.lookup("#guarantee").queryAs(Label.class).getText();
        assertTrue(weaker.contains("leader"), weaker);
        robot.clickOn("#send");
        SharedLab.await("the second record", LIMIT_MS, () -> lab.engine().totals().acked() == 2);
        robot.clickOn("#acks-all");

        // A load, a dead leader, a stop.
        robot.clickOn("Load");
        type(robot, "#compose-rate", "400");
        robot.clickOn("#send");
        SharedLab.await("a load", LIMIT_MS, () -> lab.engine().totals().acked() > 200);
        int leader = lab.view().partitions().getFirst().leader();
        robot.clickOn("#broker-" + leader + "-menu").clickOn("#broker-" + leader + "-kill");
        SharedLab.await("retries", LIMIT_MS, () -> lab.engine().clientMetrics().recordRetryTotal() > 0);
        SharedLab.await("other leaders", LIMIT_MS,
                () -> lab.view().partitions().stream().noneMatch(p -> p.leader() == leader || p.leader() < 0));
        long before = lab.engine().totals().acked();
        SharedLab.await("acknowledgements to resume", LIMIT_MS, () -> lab.engine().totals().acked() > before + 200);
        robot.clickOn("#compose-stop");
        SharedLab.await("rest", LIMIT_MS, () -> !lab.engine().progress().busy());

        RunTotals totals = lab.engine().totals();
        assertEquals(totals.sent(), totals.acked(), "nothing is lost with the client's defaults: " + totals);
        assertEquals(totals.edge(FlowEdge.SEND), totals.edge(FlowEdge.ACKNOWLEDGE) + totals.edge(FlowEdge.FAIL));
        assertEquals(totals.edge(FlowEdge.FAIL), totals.edge(FlowEdge.RETRY));
        SharedLab.await("tiles and diagram to agree with the engine", LIMIT_MS,
                () -> texts(robot).contains(String.format(Locale.ROOT, "%,d", totals.edge(FlowEdge.SEND))));

        // Everything is listed or folded, to the record.
        SharedLab.await("the rows", LIMIT_MS, () -> rows(robot).stream().filter(r -> r.state() == ResultRow.State.ACKED)
                .mapToLong(ResultRow::count).sum() == totals.sent());
        assertTrue(seen.stream().anyMatch(e -> e instanceof ClusterEvent.LeverPulled), "the lever is in the log");
        assertFalse(seen.stream().anyMatch(RecordEvent.Failed.class::isInstance));

        // By number: every record of the run, read from the ledger.
        robot.clickOn("#records-by-number");
        assertEquals(totals.sent(), rows(robot).size());

        // And back to health, from a dead broker and a fault on the wire.
        robot.clickOn("After append").clickOn("#quick-inject");
        SharedLab.await("both faults", LIMIT_MS, () -> lab.faults().orElseThrow().active().size() == 2);
        SharedLab.await("its badge", LIMIT_MS,
                () -> robot.lookup("#faults-active").queryButton().getText().equals("2 active"));
        robot.clickOn("#heal-all");
        SharedLab.await("health", 2 * LIMIT_MS, () -> seen.stream().anyMatch(FaultEvent.AllHealed.class::isInstance));
        assertEquals(List.of(), lab.faults().orElseThrow().active());
        SharedLab.await("all brokers", LIMIT_MS,
                () -> lab.view().brokersUp() == 3 && lab.view().phase() == ClusterView.Phase.READY);
    }

    private static List<ResultRow> rows(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS,
                () -> robot.lookup("#records-table").<TableView<Line>>query().getItems().stream().map(Line::row)
                        .toList());
    }

    private static String texts(FxRobot robot) {
        return robot.lookup(n -> n instanceof Label && n.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText).collect(Collectors.joining(" | "));
    }

    private static void type(FxRobot robot, String field, String text) {
        TextInputControl control = robot.lookup(field).queryAs(TextInputControl.class);
        robot.interact(() -> {
            control.requestFocus();
            control.setText("");
        });
        robot.write(text, 0);
        assertEquals(text, control.getText());
    }
}
