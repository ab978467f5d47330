package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.event.Ending;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ReadersView.Fate;
import ackscope.core.transaction.TransactionState;
import ackscope.ui.base.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

/**
 * Transactions in the real window at its smaller size, on a real lab cluster, driven as a person drives them. With {@code -Dpictures=folder}
 * it also photographs what a person sees.
 */
@ExtendWith(ApplicationExtension.class)
class TransactionConsoleIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private Path folder;
    private Lab lab;
    private MainWindow window;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        Preferences sized = new Preferences(1, System.getProperty("theme", "light"),
                List.of(0.0, 0.0, 1280.0, 720.0, 0.0), Map.of(), Map.of(), Map.of(), Map.of());
        window = new MainWindow(stage, lab, Background.onFx(lab.work()), sized, folders, _ -> {
        });
        window.show();
        lab.startLabCluster();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, window::close);
        lab.close();
    }

    private static void await(String what, BooleanSupplier holds) {
        SharedLab.await(what, LIMIT_MS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean offered(FxRobot robot, String button) {
        return !robot.lookup(button).queryAs(Button.class).isDisabled();
    }

    @Test
    void aPersonSetsAnIdSendsIntoATransactionAbortsCommitsAndKillsAProducer(FxRobot robot) {
        SharedLab.await("Send to be offered", 2 * LIMIT_MS, () -> offered(robot, "#send"));
        robot.clickOn("Transactions");
        robot.clickOn("#transactional-id-set");
        await("Begin to be offered", () -> offered(robot, "#transaction-begin"));
        assertTrue(!offered(robot, "#transaction-commit"));

        robot.clickOn("#transaction-begin");
        await("an open transaction", () -> offered(robot, "#transaction-commit"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("the first record", () -> lab.engine().totals().acked() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("two records held back", () -> lab.engine().totals().acked() == 2
                && lab.readers().view().uncommitted().stream().filter(r -> r.fate() == Fate.HELD_BACK).count() == 2);
        assertEquals(List.of(), lab.readers().view().committed());
        await("its contents", () -> robot.lookup("#transaction-contents").queryAs(Label.class).getText()
                .startsWith("2 records"));
        WindowPicture.ifWanted(robot, stage, "open");

        robot.clickOn("#transaction-abort");
        await("two aborted records", () -> lab.readers().view().uncommitted().stream()
                .filter(r -> r.fate() == Fate.ABORTED).count() == 2);
        assertEquals(Ending.ABORTED, lab.engine().run().ending(1));
        await("Begin again", () -> offered(robot, "#transaction-begin"));
        robot.clickOn("#transaction-begin");
        await("an open transaction", () -> offered(robot, "#transaction-commit"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("the third record", () -> lab.engine().totals().acked() == 3);
        await("Commit", () -> offered(robot, "#transaction-commit"));
        robot.clickOn("#transaction-commit");
        await("one committed record", () -> lab.readers().view().committed().size() == 1);
        assertEquals(TransactionState.READY, lab.engine().transactions().view().state());

        robot.clickOn("#experiments").clickOn("Producer killed in mid-transaction");
        await("the records held back", () -> lab.experiments().view().steps().size() == 4);
        await("the line of the last stable offset", () -> lab.readers().view().marks().getFirst().heldBack() >= 8);
        WindowPicture.ifWanted(robot, stage, "held-back");
        await("the end of the experiment",
                () -> lab.experiments().view().state() != ExperimentView.State.RUNNING);
        assertEquals(ExperimentView.State.SHOWN, lab.experiments().view().state(),
                lab.experiments().view().conclusion());
        await("its records", () -> lab.readers().view().committed().size() == 4);
        WindowPicture.ifWanted(robot, stage, "shown");

    }
}
