package ackscope.ui.connections;

import ackscope.ui.base.Form;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that a damaged file with passwords is still there, and deletes it; not there while there is none. */
final class DamagedStrip {
    private final HBox strip;

    DamagedStrip(ConnectionsViewModel model) {
        Label words = new Label();
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.SOMETIMES);
        Button delete = new Button("Delete it", new FontIcon("fth-trash-2"));
        delete.setId("connections-damaged-delete");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setOnAction(_ -> model.deleteDamaged());
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("icon-warning");
        strip = new HBox(8, icon, words, Form.space(), delete);
        strip.setId("connections-damaged");
        strip.getStyleClass().addAll("strip", "connections-damaged");
        model.damagedProperty().subscribe(files -> {
            Form.present(strip, !files.isEmpty());
            words.setText((files.size() == 1 ? "A file" : "Files")
                    + " with remembered passwords that could not be used " + (files.size() == 1 ? "was" : "were")
                    + " set aside: "
                    + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
            delete.setText(files.size() == 1 ? "Delete it" : "Delete them");
        });
    }

    Node node() {
        return strip;
    }
}
