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
import javafx.scene.layout.VBox;

/** The page for learning: its parts, one of them shown. */
final class LearnPage {
    private final BorderPane root = new BorderPane();
    private final ObjectProperty<Part> shown;
    private final List<Part> parts;

    /** A part of the page. */
    record Part(String title, Region node) {
    }

    /** @param note stands above all parts */
    LearnPage(List<Part> parts, Region note) {
        this.parts = List.copyOf(parts);
        shown = new SimpleObjectProperty<>(parts.getFirst());
        Label title = new Label("Learn");
        title.getStyleClass().add("page-title");
        HBox bar = new HBox(16, title);
        bar.getStyleClass().addAll("strip", "learn-bar");
        if (parts.size() > 1) {
            bar.getChildren().add(new Form.Segments<>("learn by", shown, parts, Part::title).node());
        }
        root.setTop(new VBox(bar, note));
        root.setCenter(new StackPane(parts.stream().map(Part::node).toArray(Region[]::new)));
        shown.subscribe(now -> parts.forEach(part -> Form.present(part.node(), part.equals(now))));
    }

    Region node() {
        return root;
    }

    /** Shows a part, by its title. */
    void choose(String title) {
        parts.stream().filter(part -> part.title().equals(title)).forEach(shown::set);
    }
}
