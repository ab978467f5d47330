package ackscope.ui.shell;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** Asks before something is sent that cannot be called back. FX thread. */
final class Confirmation implements Predicate<String> {
    private static final double WIDTH = 460;

    private final Supplier<Window> owner;

    Confirmation(Supplier<Window> owner) {
        this.owner = owner;
    }

    /** Whether the person agrees; waits for that, with everything else going on. */
    @Override
    public boolean test(String question) {
        ButtonType send = new ButtonType("Send", ButtonBar.ButtonData.OK_DONE);
        Label words = new Label(question);
        words.setWrapText(true);
        words.setPrefWidth(WIDTH);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", send, ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle("Send");
        alert.setHeaderText("Send this to a cluster that is not the lab's?");
        alert.getDialogPane().setContent(words);
        alert.getDialogPane().setId("confirm-send");
        return alert.showAndWait().filter(send::equals).isPresent();
    }
}
