package ackscope.ui.lessons;

import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Words;
import ackscope.ui.lessons.LessonsViewModel.Step;
import ackscope.ui.lessons.LessonsViewModel.Taken;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above the console while a lesson is played there, and until one goes back to it. */
public final class LessonBar {
    private static final double BAR = 150;

    private final LessonsViewModel model;
    private final Label title = Words.whole("", "strong");
    private final PlayingRow row;
    private final Button back = new Button("See what came of it");
    private final Label watch = Words.of("", "muted");
    private final VBox root;
    private boolean left;

    public LessonBar(LessonsViewModel model) {
        this.model = model;
        row = new PlayingRow("lesson", BAR, model.progressProperty(), model::cancel);
        back.setId("lesson-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> {
            left = true;
            show();
            model.showLessons();
        });
        watch.setGraphic(new FontIcon("fth-eye"));
        watch.setId("lesson-watch");
        HBox line = Form.row(title, row.bar(), row.words(), Form.space(), row.cancel(), back);
        line.setSpacing(10);
        line.getStyleClass().add("strip");
        root = new VBox(line, watch);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().add("lesson-bar");
        root.setId("lesson-bar");
        model.takenProperty().subscribe((before, now) -> {
            // What is predicted meanwhile brings the bar not back.
            left = left && now.flatMap(t -> before.map(t::looksLike)).orElse(false);
            show();
        });
        show();
        model.progressProperty().subscribe(_ -> show());
    }

    /** The bar; while it is played with what to look at. Not there while no lesson is played. */
    public Region node() {
        return root;
    }

    private void show() {
        Optional<Taken> taken = model.takenProperty().get();
        Optional<ScenarioProgress> progress = model.progressProperty().get();
        String ended = taken.map(Taken::ended).orElse("");
        boolean over = (taken.map(t -> t.step() == Step.WHY).orElse(false) || !ended.isEmpty()) && !left;
        Form.present(root, progress.isPresent() || over);
        Form.present(row.bar(), progress.isPresent());
        Form.present(row.cancel(), progress.isPresent());
        back.setText(over && ended.isEmpty() ? "See what came of it" : "Back to the lesson");
        if (over != back.getStyleClass().contains("accent")) {
            if (over) {
                back.getStyleClass().add("accent");
            } else {
                back.getStyleClass().remove("accent");
            }
        }
        taken.ifPresent(t -> {
            title.setText("Lesson: " + t.lesson().title());
            watch.setText(t.lesson().watch());
        });
        Form.present(watch, progress.isPresent());
        if (progress.isEmpty()) {
            row.words().setText(ended.isEmpty() ? whose(taken) : ended + " Not scored.");
        }
    }

    /** Whose the things are that one sees after a play. */
    private static String whose(Optional<Taken> taken) {
        boolean twins = taken.map(t -> t.lesson().scenario().twins()).orElse(false);
        return "The log is read. Records, attempts, audit and charts are "
                + (twins ? "the second half's; the first is in Runs." : "the lesson's until something else is sent.")
                + " Topic and settings are yours again.";
    }
}
