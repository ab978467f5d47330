package ackscope.ui.connections;

import ackscope.ui.base.Form;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that a damaged file with passwords is still there, and deletes it once it has asked; not there while there is none. */
final class DamagedStrip {
    private final ConnectionsViewModel model;
    private final Label words = new Label();
    private final Button delete = button("connections-damaged-delete", "fth-trash-2");
    private final Button sure = button("connections-damaged-sure", "fth-trash-2");
    private final Button keep = button("connections-damaged-keep", "fth-corner-up-left");
    private final HBox strip;

    DamagedStrip(ConnectionsViewModel model) {
        this.model = model;
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.SOMETIMES);
        sure.setText("Delete");
        sure.getStyleClass().add("danger");
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("icon-warning");
        strip = new HBox(8, icon, words, Form.space(), delete, sure, keep);
        strip.setId("connections-damaged");
        strip.getStyleClass().addAll("strip", "connections-damaged");
        bind();
    }

    private static Button button(String id, String icon) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void bind() {
        delete.setOnAction(_ -> {
            model.askToDeleteDamaged();
            keep.requestFocus();
        });
        keep.setOnAction(_ -> {
            model.keepDamaged();
            delete.requestFocus();
        });
        sure.setOnAction(_ -> model.deleteDamaged());
        model.damagedProperty().subscribe(_ -> show());
        model.doomedProperty().subscribe(_ -> show());
    }

    private void show() {
        List<Path> files = model.damagedProperty().get();
        boolean asking = !model.doomedProperty().get().isEmpty();
        boolean one = files.size() == 1;
        Form.present(strip, !files.isEmpty());
        Form.present(delete, !asking);
        Form.present(sure, asking);
        Form.present(keep, asking);
        words.setText(asking
                ? (one
                        ? "Delete this file for good, with the passwords in it? "
                        : "Delete these files for good, with the"
                                + " passwords in them? ")
                        + names(files)
                : (one ? "A file" : "Files") + " with remembered passwords that could not be used "
                        + (one ? "was" : "were") + " set aside: " + names(files));
        delete.setText(one ? "Delete it" : "Delete them");
        keep.setText(one ? "Keep it" : "Keep them");
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    Node node() {
        return strip;
    }
}
