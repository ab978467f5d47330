package ackscope.ui.scenarios;

import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Played;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a scenario is chosen and played, and where what came of it stands beside what was expected. */
final class ScenarioPane {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 380;
    private static final double BAR = 100;

    private final ScenariosViewModel model;
    private final VBox about = new VBox(8);
    private final VBox root = new VBox(10);

    ScenarioPane(ScenariosViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    Region node() {
        return root;
    }

    private void createView() {
        Label title = new Label("Play a scenario");
        title.getStyleClass().add("section-title");
        ScrollPane scroll = new ScrollPane(about);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // As high with a result as without.
        scroll.setPrefHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        root.getChildren().addAll(title, choice(), problem(), scroll,
                Words.of("It is played in the console, on a topic of its own, and audited; the cluster is made whole"
                        + " before and after. A file is taken among your scenarios when you drop it on this window.",
                        "muted", "small-text"),
                foot());
        root.getStyleClass().add("scenario-pane");
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
    }

    private SearchableComboBox<Scenario> choice() {
        SearchableComboBox<Scenario> choice = new SearchableComboBox<>(model.all());
        choice.setId("scenario-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText("The scenario");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Scenario of) {
                return of == null ? "" : of.title();
            }

            @Override
            public Scenario fromString(String text) {
                return choice.getValue();
            }
        });
        choice.valueProperty().bindBidirectional(model.chosenProperty());
        model.progressProperty().subscribe(p -> choice.setDisable(p.isPresent()));
        // While one looks for another, what is told of this one belongs to none in the list.
        choice.showingProperty().subscribe(open -> about.setVisible(!open));
        return choice;
    }

    private Label problem() {
        Label problem = Words.of("", "small-text", "text-failed");
        problem.setId("scenario-problem");
        problem.textProperty().bind(model.problemProperty());
        model.problemProperty().subscribe(words -> Form.present(problem, !words.isEmpty()));
        return problem;
    }

    private HBox foot() {
        PlayingRow row = new PlayingRow("scenario", BAR, model.progressProperty(), model::cancel);
        row.words().getStyleClass().add("muted");
        Button play = new Button("Play", new FontIcon("fth-play"));
        play.setId("scenario-play");
        play.setDefaultButton(true);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(_ -> model.play());
        model.progressProperty().subscribe((Optional<ScenarioProgress> p) -> {
            List.of(row.words(), row.bar(), row.cancel()).forEach(node -> Form.present(node, p.isPresent()));
            Form.present(play, p.isEmpty());
        });
        return Form.row(row.words(), Form.space(), row.bar(), row.cancel(), play);
    }

    private void bind() {
        model.chosenProperty().subscribe(_ -> show());
        model.resultProperty().subscribe(_ -> show());
    }

    private void show() {
        about.getChildren().clear();
        Scenario of = model.chosenProperty().get();
        if (of == null) {
            return;
        }
        about.getChildren().add(Words.of(of.words(), "muted"));
        List<Played> halves = model.resultProperty().get().map(ScenarioResult::halves).orElse(List.of());
        about.getChildren().add(half(of.twins() ? "First half: " : "", of.settings(), of.expected(), halves, 0));
        if (of.twins()) {
            about.getChildren().add(half("Second half: ", of.second(), of.expectedOfTwin(), halves, 1));
        }
        model.resultProperty().get().ifPresent(result -> {
            Label verdict = Words.of(ScenariosViewModel.conclusion(result), "strong",
                    result.asExpected() ? "text-acked" : "text-failed");
            verdict.setId("scenario-verdict");
            about.getChildren().addAll(verdict, Words.of(of.explanation()));
        });
    }

    private static VBox half(String which, SortedMap<String, String> settings, List<Expectation> expected,
            List<Played> halves, int index) {
        String typed = settings.isEmpty()
                ? "the client's defaults"
                : settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(", "));
        GridPane rows = new GridPane(16, 2);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints figure = new ColumnConstraints();
        figure.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().addAll(name, figure, figure);
        Map<String, Played.Check> checks = index < halves.size()
                ? halves.get(index).checks().stream().collect(Collectors.toMap(c -> c.expected().id(), c -> c))
                : Map.of();
        rows.addRow(0, head("What is counted"), head("Expected"), head(checks.isEmpty() ? "" : "Found"));
        for (int i = 0; i < expected.size(); i++) {
            Expectation one = expected.get(i);
            Label found = new Label(Optional.ofNullable(checks.get(one.id())).map(c -> Long.toString(c.found()))
                    .orElse(""));
            found.getStyleClass().addAll("mono",
                    checks.containsKey(one.id()) && !checks.get(one.id()).holds() ? "text-failed" : "strong");
            Label range = new Label(one.range().words());
            range.getStyleClass().addAll("mono", "muted");
            rows.addRow(i + 1, Words.of(one.quantity().words() + (one.name().isEmpty() ? "" : ": " + one.name())),
                    range,
                    found);
        }
        return new VBox(4, Words.of(which + typed, "strong"), rows);
    }

    private static Label head(String words) {
        return Words.whole(words, "muted", "small-text");
    }
}
