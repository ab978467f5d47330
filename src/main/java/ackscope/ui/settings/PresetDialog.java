package ackscope.ui.settings;

import ackscope.core.settings.Preset;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for the name of a preset and when to use it. A name that a built-in one has cannot be chosen, and says so. */
final class PresetDialog {
    record Named(String name, String description) {
    }

    private final Dialog<Named> dialog = new Dialog<>();

    PresetDialog(Window owner, List<Preset> taken) {
        TextField name = new TextField();
        name.setId("preset-name");
        name.setPromptText("Name");
        name.setAccessibleText("Name of the preset");
        TextField description = new TextField();
        description.setPromptText("When to use it");
        description.setAccessibleText("When to use the preset");
        Label word = new Label();
        word.getStyleClass().addAll("small-text", "muted");
        word.textProperty().bind(Bindings.createStringBinding(() -> word(name.getText(), taken), name.textProperty()));
        dialog.initOwner(owner);
        dialog.setTitle("Save as a preset");
        VBox content = new VBox(8, name, description, word);
        content.setPrefWidth(380);
        dialog.getDialogPane().setContent(content);
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(save, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(save);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank() || builtIn(name.getText(),
                        taken), name.textProperty()));
        dialog.setResultConverter(type -> type == save ? new Named(name.getText(), description.getText()) : null);
        dialog.setOnShown(_ -> name.requestFocus());
    }

    Optional<Named> ask() {
        return dialog.showAndWait();
    }

    private static String word(String name, List<Preset> taken) {
        if (builtIn(name, taken)) {
            return "A built-in preset has this name. Choose another.";
        }
        return taken.stream().anyMatch(p -> p.name().equalsIgnoreCase(name.strip()))
                ? "Replaces your preset of this name."
                : "Passwords and keys are not saved with it.";
    }

    private static boolean builtIn(String name, List<Preset> taken) {
        return taken.stream().anyMatch(p -> p.builtIn() && p.name().equalsIgnoreCase(name.strip()));
    }
}
