package ackscope.ui.lessons;

import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonTrack;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All lessons by track, with how they were taken. */
final class LessonList {
    private static final double WIDTH = 300;
    /** What is seen above or below the open lesson once it was scrolled to, px. */
    private static final double AROUND = 8;
    private static final int FULL = 100;

    private final LessonsViewModel model;
    private final VBox list = new VBox();
    private final ScrollPane root = new ScrollPane(list);

    LessonList(LessonsViewModel model) {
        this.model = model;
        list.getStyleClass().add("lesson-list");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setPrefWidth(WIDTH);
        root.setMinWidth(WIDTH);
        root.getStyleClass().addAll("edge-to-edge", "lesson-tracks");
        // Before the page is looked at for the first time there is no room to scroll in.
        root.viewportBoundsProperty().map(Bounds::getHeight).subscribe(_ -> bringIntoSight());
    }

    Region node() {
        return root;
    }

    /** Lists them as they stand now. */
    void show() {
        list.getChildren().clear();
        Label standing = Words.whole(model.standing(), "muted", "small-text", "lesson-standing");
        standing.setId("lesson-standing");
        list.getChildren().add(standing);
        ToggleGroup group = new ToggleGroup();
        for (LessonTrack track : model.tracksProperty().get()) {
            list.getChildren().add(Words.of(track.title(), "strong", "lesson-track"));
            track.lessons().forEach(lesson -> list.getChildren().add(button(lesson, group)));
        }
        bringIntoSight();
    }

    /** The open lesson, when it was come to from elsewhere and is not to be seen. */
    private void bringIntoSight() {
        list.getChildren().stream().filter(n -> n instanceof ToggleButton b && b.isSelected()).findFirst()
                .ifPresent(open -> {
                    root.applyCss();
                    root.layout();
                    double room = root.getViewportBounds().getHeight();
                    double hidden = list.getHeight() - room;
                    if (room <= 0 || hidden <= 0) {
                        return;
                    }
                    double top = root.getVvalue() * hidden;
                    double from = open.getBoundsInParent().getMinY() - AROUND;
                    double to = open.getBoundsInParent().getMaxY() + AROUND;
                    if (from < top) {
                        root.setVvalue(Math.max(0, from / hidden));
                    } else if (to > top + room) {
                        root.setVvalue(Math.min(1, (to - room) / hidden));
                    }
                });
    }

    private ToggleButton button(Lesson lesson, ToggleGroup group) {
        Optional<Integer> best = model.mark(lesson).map(m -> m.best());
        Label title = new Label(lesson.title());
        title.setMinWidth(0);
        HBox row = Form.row(mark(best), title, Form.space());
        best.ifPresent(p -> row.getChildren().add(Words.whole(p + " %", "muted", "small-text")));
        ToggleButton button = new ToggleButton(null, row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(22));
        row.maxWidthProperty().bind(row.prefWidthProperty());
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("lesson-entry");
        button.setId("lesson-" + lesson.id());
        button.setAccessibleText(
                lesson.title() + best.map(p -> ", best score " + p + " percent").orElse(", not taken"));
        boolean open = model.takenProperty().get().map(t -> t.lesson().equals(lesson)).orElse(false);
        button.setSelected(open);
        button.setOnAction(_ -> {
            model.open(lesson);
            show();
        });
        return button;
    }

    private static Node mark(Optional<Integer> best) {
        if (best.isEmpty()) {
            return new FontIcon("fth-circle");
        }
        boolean full = best.get() == FULL;
        FontIcon icon = new FontIcon(full ? "fth-check-circle" : "fth-minus-circle");
        icon.getStyleClass().add(full ? "icon-acked" : "icon-warning");
        return icon;
    }
}
