package ackscope.ui.runs;

import ackscope.ui.base.Words;
import ackscope.core.scenario.Scenario;
import ackscope.core.settings.ProducerSetting;
import ackscope.ui.base.Form;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** Where a twin run is chosen and begun. */
final class TwinPane {
    private static final double WIDTH = 440;

    private final TwinChooser model;
    private final RunsViewModel runs;
    private final Runnable begun;
    private final Label words = Words.of("", "muted");
    private final Label first = Words.of("");
    private final Label second = Words.of("");
    private final Label problem = Words.of("", "small-text", "text-failed");
    private final Button start = new Button("Run both");
    private final VBox root = new VBox(10);

    /** @param begun told when a twin run has begun */
    TwinPane(RunsViewModel runs, Runnable begun) {
        this.runs = runs;
        this.model = runs.chooser();
        this.begun = begun;
        createView();
        bind();
    }

    VBox node() {
        return root;
    }

    /** Looks again whether it can begin; to be called when it is opened. */
    void refresh() {
        if (model.planProperty().get() != null) {
            Scenario plan = model.chosen();
            words.setText(plan.words());
            first.setText(TwinChooser.words(plan.settings()));
            second.setText(TwinChooser.words(plan.second()));
        }
        String obstacle = runs.twinObstacle();
        problem.setText(obstacle);
        Form.present(problem, !obstacle.isEmpty());
        start.setDisable(!obstacle.isEmpty());
    }

    private void createView() {
        Label title = new Label("The same run twice");
        title.getStyleClass().add("section-title");
        ComboBox<Scenario> plan = new ComboBox<>(model.plans());
        plan.setId("twin-plan");
        plan.setMaxWidth(Double.MAX_VALUE);
        plan.setAccessibleText("What happens in both runs");
        plan.setConverter(new StringConverter<>() {
            @Override
            public String toString(Scenario of) {
                return of == null ? "" : of.title();
            }

            @Override
            public Scenario fromString(String text) {
                return plan.getValue();
            }
        });
        plan.valueProperty().bindBidirectional(model.planProperty());
        Form.Segments<TwinChooser.Settings> whose = new Form.Segments<>("settings", model.settingsProperty(),
                List.of(TwinChooser.Settings.values()), s -> switch (s) {
                    case PROPOSED -> "As proposed";
                    case CONSOLE -> "The console's, one changed";
                });
        SearchableComboBox<String> name = new SearchableComboBox<>(FXCollections.observableArrayList(
                ProducerSetting.all().stream().map(ProducerSetting::name).sorted().toList()));
        name.valueProperty().bindBidirectional(model.nameProperty());
        name.setAccessibleText("The setting that is changed");
        name.setPrefWidth(250);
        TextField value = new TextField();
        value.setId("twin-value");
        value.textProperty().bindBidirectional(model.valueProperty());
        value.setAccessibleText("Its value in the second run; empty is the client's default");
        value.setPromptText("the client's default");
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox change = Form.row(name, new Label("="), value);
        model.settingsProperty().subscribe(s -> Form.present(change, s == TwinChooser.Settings.CONSOLE));
        start.setId("twin-start");
        start.setDefaultButton(true);
        for (Label side : List.of(first, second)) {
            side.getStyleClass().add("mono");
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        root.getChildren().addAll(title, plan, words, whose.node(), change, side("First run", first),
                side("Second run", second),
                Words.of(
                        "Each run gets a topic of its own and is audited. The cluster is made whole before, between"
                                + " and after; what you broke yourself is healed too.",
                        "muted", "small-text"),
                problem, Form.row(Form.space(), start));
        root.getStyleClass().add("twin-pane");
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
    }

    private static HBox side(String name, Label settings) {
        Label label = new Label(name);
        label.setMinWidth(84);
        HBox row = new HBox(Form.GAP, label, settings);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void bind() {
        model.planProperty().subscribe(_ -> refresh());
        model.settingsProperty().subscribe(_ -> refresh());
        model.nameProperty().subscribe(_ -> refresh());
        model.valueProperty().subscribe(_ -> refresh());
        start.setOnAction(_ -> {
            if (runs.startTwin()) {
                begun.run();
            } else {
                refresh();
            }
        });
    }
}
