package ackscope.ui.settings;

import ackscope.core.settings.Problem;
import ackscope.core.settings.Remedy;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The problems of some settings, each with its ways out. Takes no room while there are none. */
final class ProblemBox {
    private final SettingsViewModel model;
    private final Predicate<String> mine;
    private final boolean named;
    private final VBox box = new VBox(4);
    private List<Problem> shown = List.of();

    /**
     * @param mine  which settings' problems
     * @param named whether each says which setting it is about
     */
    ProblemBox(SettingsViewModel model, Predicate<String> mine, boolean named) {
        this.model = model;
        this.mine = mine;
        this.named = named;
        model.problems().addListener((ListChangeListener<Problem>) _ -> show());
        show();
    }

    Region node() {
        return box;
    }

    /** Reads the problems again, after {@code mine} has changed its mind. */
    void show() {
        List<Problem> problems = model.problems().stream().filter(p -> mine.test(p.key())).toList();
        if (!problems.equals(shown)) {
            shown = problems;
            box.getChildren().setAll(problems.stream().map(this::callout).toList());
        }
        box.setVisible(!problems.isEmpty());
        box.setManaged(!problems.isEmpty());
    }

    private Region callout(Problem problem) {
        FontIcon icon = new FontIcon(switch (problem.severity()) {
            case ERROR -> "fth-x-square";
            case WARNING -> "fth-alert-triangle";
            case NOTE -> "fth-info";
        });
        icon.getStyleClass().add(switch (problem.severity()) {
            case ERROR -> "icon-failed";
            case WARNING -> "icon-warning";
            case NOTE -> "icon-accent";
        });
        Label message = new Label(named ? problem.key() + ": " + problem.message() : problem.message());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.getStyleClass().add("small-text");
        message.setMinWidth(0);
        VBox words = new VBox(4, message);
        words.setMinWidth(0);
        if (!problem.remedies().isEmpty()) {
            FlowPane ways = new FlowPane(4, 4);
            ways.setMinWidth(0);
            ways.setPrefWrapLength(160);
            problem.remedies().forEach(r -> ways.getChildren().add(button(r)));
            words.getChildren().add(ways);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox callout = new HBox(icon, words);
        callout.setMinWidth(0);
        callout.getStyleClass().addAll("setting-problem", switch (problem.severity()) {
            case ERROR -> "callout-failed";
            case WARNING -> "callout-warning";
            case NOTE -> "callout-note";
        });
        callout.setAccessibleText(problem.key() + ": " + problem.message());
        return callout;
    }

    private Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setOnAction(_ -> model.apply(remedy));
        return button;
    }
}
