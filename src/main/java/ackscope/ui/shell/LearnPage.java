package ackscope.ui.shell;

import ackscope.ui.base.Form;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The page for learning: its parts, one of them shown. */
final class LearnPage {
    private final BorderPane root = new BorderPane();
    private final ObjectProperty<Part> shown;

    /** A part of the page. */
    record Part(String title, Region node) {
    }

    LearnPage(List<Part> parts) {
        shown = new SimpleObjectProperty<>(parts.getFirst());
        Label title = new Label("Learn");
        title.getStyleClass().add("page-title");
        HBox bar = new HBox(16, title);
        bar.getStyleClass().addAll("strip", "learn-bar");
        if (parts.size() > 1) {
            bar.getChildren().add(new Form.Segments<>("learn by", shown, parts, Part::title).node());
        }
        root.setTop(bar);
        root.setCenter(new StackPane(parts.stream().map(Part::node).toArray(Region[]::new)));
        shown.subscribe(now -> parts.forEach(part -> Form.present(part.node(), part.equals(now))));
    }

    Region node() {
        return root;
    }
}
