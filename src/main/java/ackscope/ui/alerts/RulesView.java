package ackscope.ui.alerts;

import ackscope.ui.base.Form;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rules, one a row: on or off, its threshold, how long before it is raised and cleared; a problem stands under its row. */
final class RulesView {
    private static final double WORDS = 424;
    private static final double THRESHOLD = 104;
    private static final double TIME = 72;
    private static final double SWITCH = 34;

    private final AlertsViewModel model;
    private final GridPane grid = new GridPane(8, 3);
    private final VBox root = new VBox(8);
    private int row;

    RulesView(AlertsViewModel model) {
        this.model = model;
        createView();
    }

    Region node() {
        return root;
    }

    private void createView() {
        Label title = new Label("Alert rules");
        title.getStyleClass().add("section-title");
        Button reset = new Button("Back to defaults", new FontIcon("fth-rotate-ccw"));
        reset.setId("rules-reset");
        reset.setTooltip(new Tooltip("Every rule back to the preset"));
        reset.setOnAction(_ -> model.resetRules());
        grid.getColumnConstraints().addAll(column(SWITCH), column(WORDS), column(THRESHOLD), column(TIME), column(TIME),
                column(26));
        grid.addRow(row++, new Region(), head("Rule"), head("Threshold"), head("Hold"), head("Clear"));
        model.rules().forEach(this::add);
        Label foot = new Label(
                "Hold: how long it must be so before the alert is raised. Clear: how long it must be back, by"
                        + " a fifth of the threshold, before it is cleared. A value counts with Enter, or when you leave its field.");
        foot.setWrapText(true);
        foot.setPrefWidth(0);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        foot.getStyleClass().addAll("muted", "small-text");
        root.getStyleClass().add("alert-rules");
        root.getChildren().addAll(Form.row(title, Form.space(), reset), grid, foot);
        foot.setMaxWidth(Double.MAX_VALUE);
    }

    private static ColumnConstraints column(double width) {
        ColumnConstraints column = new ColumnConstraints(width, width, width);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }

    private void add(RuleModel rule) {
        String title = rule.condition().title();
        String id = "rule-" + rule.condition().name().toLowerCase(java.util.Locale.ROOT);
        ToggleSwitch on = new ToggleSwitch();
        on.setLabelPosition(HorizontalDirection.RIGHT);
        on.setMinWidth(SWITCH);
        on.setMaxWidth(SWITCH);
        on.setId(id + "-on");
        on.setAccessibleText("Rule: " + title);
        on.selectedProperty().bindBidirectional(rule.onProperty());
        Label name = new Label(title);
        name.getStyleClass().add("strong");
        Label meaning = new Label(rule.condition().meaning());
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        meaning.getStyleClass().addAll("muted", "small-text");
        Node threshold = rule.condition().hasThreshold()
                ? field(rule, rule.thresholdProperty(), rule.condition().unit(), id + "-threshold",
                        title + ", threshold")
                : new Region();
        Node hold = field(rule, rule.holdProperty(), "s", id + "-hold", title + ", seconds before it is raised");
        Node clear = field(rule, rule.clearProperty(), "s", id + "-clear", title + ", seconds before it is cleared");
        Button reset = Form.quiet("fth-rotate-ccw", title + ": back to the preset");
        reset.getStyleClass().add("button-icon");
        reset.setId(id + "-reset");
        reset.setOnAction(_ -> rule.reset());
        reset.visibleProperty().bind(rule.changedProperty().or(rule.problemProperty().isNotEmpty()));
        grid.addRow(row++, on, new VBox(name, meaning), threshold, hold, clear, reset);
        for (Node node : new Node[]{on, threshold, hold, clear, reset}) {
            GridPane.setValignment(node, VPos.CENTER);
        }
        grid.add(Form.problem(rule.problemProperty(), 0), 1, row++, 5, 1);
    }

    private static CustomTextField field(RuleModel rule, StringProperty text, String unit, String id, String what) {
        CustomTextField field = new CustomTextField();
        field.setId(id);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(what);
        field.textProperty().bindBidirectional(text);
        Label suffix = new Label(unit);
        suffix.getStyleClass().add("muted");
        suffix.setMinWidth(Region.USE_PREF_SIZE);
        field.setRight(suffix);
        field.setOnAction(_ -> rule.commit());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                rule.commit();
            }
        });
        return field;
    }
}
