package ackscope.ui.base;

import ackscope.core.scenario.ScenarioProgress;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

/** What shows how far a play is, and cancels it: a bar, words and a button, each for a place in a row. FX thread. */
public final class PlayingRow {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");

    /**
     * @param id    of what is played: the words are "#id-progress", the button "#id-cancel"
     * @param width of the bar
     * @param todo  cancels it
     */
    public PlayingRow(String id, double width, ReadOnlyObjectProperty<Optional<ScenarioProgress>> progress,
            Runnable todo) {
        words.setId(id + "-progress");
        words.setMinWidth(0);
        bar.setPrefWidth(width);
        bar.setMinWidth(width);
        cancel.setId(id + "-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> todo.run());
        progress.subscribe(now -> now.ifPresent(this::show));
    }

    private void show(ScenarioProgress now) {
        words.setText(now.words());
        bar.setProgress(now.share());
        // It was cancelled already.
        cancel.setDisable(now.share() < 0);
    }

    public Label words() {
        return words;
    }

    public ProgressBar bar() {
        return bar;
    }

    public Button cancel() {
        return cancel;
    }
}
