package ackscope.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.export.code.CodeInput;
import ackscope.core.export.code.CodeTarget;
import ackscope.core.settings.ProducerSettings;
import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page of code to take away, under hand. */
@ExtendWith(ApplicationExtension.class)
class ExportViewTest {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();
    private String acks = "all";
    private String refusal = "";
    private ExportViewModel model;
    private ExportView view;

    @Start
    void start(Stage stage) {
        model = new ExportViewModel(this::input, Background.sameThread(), said::add);
        view = new ExportView(model);
        Scene scene = new Scene(view.node(), 1200, 760);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private CodeInput input() throws ComposeException {
        if (!refusal.isEmpty()) {
            throw new ComposeException(ComposeException.Field.PARTITION, refusal);
        }
        return new CodeInput("127.0.0.1:9092", ProducerSettings.of(Map.of("acks", acks)),
                new RecordDraft("orders", Payload.string("k"), Payload.string("v"), List.of(), OptionalInt.empty(),
                        OptionalLong.empty()),
                0, false);
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#export-text").queryAs(TextArea.class).getText();
    }

    @Test
    void theChosenLanguageIsShownAndCopied(FxRobot robot) {
        assertTrue(text(robot).contains("public final class SendRecord"), text(robot));
        robot.clickOn("Kotlin");
        assertTrue(text(robot).contains("fun main()"), text(robot));
        robot.clickOn("#export-copy");
        robot.interact(() -> assertEquals(text(robot), Clipboard.getSystemClipboard().getString()));
        assertEquals(List.of("Kotlin copied."), said);
    }

    @Test
    void comingBackToThePageShowsWhatWasChangedMeanwhile(FxRobot robot) {
        robot.interact(() -> view.node().setVisible(false));
        acks = "1";
        robot.interact(() -> view.node().setVisible(true));
        assertTrue(text(robot).contains("settings.put(\"acks\", \"1\")"), text(robot));
    }

    @Test
    void whatIsNoRecordIsSaidInWordsAndNothingCanBeTakenAway(FxRobot robot) {
        refusal = "A partition is a whole number from 0 on, or Auto.";
        robot.clickOn("Scala");
        assertEquals("", text(robot));
        assertEquals(refusal, model.problemProperty().get());
        assertTrue(robot.lookup("#export-copy").queryAs(Button.class).isDisabled());
        assertTrue(robot.lookup("#export-save").queryAs(Button.class).isDisabled());
    }

    @Test
    void itIsSavedWholeOrAWordSaysWhyNot(FxRobot robot) throws IOException {
        Path file = folder.resolve(CodeTarget.JAVA.fileName());
        robot.interact(() -> model.save(file));
        assertEquals(text(robot), Files.readString(file));
        robot.interact(() -> model.save(folder.resolve("no/such/folder.java")));
        assertTrue(said.getLast().contains("was not saved"), said.getLast());
    }
}
