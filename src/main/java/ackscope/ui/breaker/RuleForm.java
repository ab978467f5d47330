package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.FailureKind;
import ackscope.ui.base.Form;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When the breaker opens and closes, each number in its own sentence, and which failures count. */
final class RuleForm {
    private static final int KIND_COLUMNS = 3;
    private static final double KIND_WIDTH = 224;
    private static final double SHORT = 66;
    private static final double LONG = 90;

    private final BreakerForm form;
    private final VBox rules = new VBox(6);
    private final VBox kinds = new VBox(4);

    RuleForm(BreakerForm form) {
        this.form = form;
        createRules();
        createKinds();
    }

    /** When it opens and closes. */
    Region rules() {
        return rules;
    }

    /** Which failures count. */
    Region kinds() {
        return kinds;
    }

    private void createRules() {
        rules.getChildren().add(title("When it opens, and closes again"));
        Form.Segments<Window> window = new Form.Segments<>("Window", form.windowProperty(), List.of(Window.values()),
                w -> switch (w) {
                    case COUNT -> "outcomes";
                    case TIME -> "seconds";
                });
        sentence(List.of(Field.SIZE), words("Looks back at the last"),
                number(Field.SIZE, "", "Size of the window", SHORT),
                window.node());
        sentence(List.of(Field.LEAST), words("and judges when it has seen"),
                number(Field.LEAST, "", "Outcomes before it judges", SHORT), words("of them."));
        sentence(List.of(Field.FAILURE_PERCENT), words("Opens when"),
                number(Field.FAILURE_PERCENT, "%", "Failures at which it opens, percent", SHORT),
                words("of them failed,"));
        sentence(List.of(Field.SLOW_PERCENT, Field.SLOW_MS), words("or"),
                number(Field.SLOW_PERCENT, "%", "Slow outcomes at which it opens, percent", SHORT),
                words("took longer than"),
                number(Field.SLOW_MS, "ms", "Time from which an outcome is slow, ms", LONG));
        sentence(List.of(Field.OPEN_MS), words("Then turns everything away for"),
                number(Field.OPEN_MS, "ms", "Wait while open, ms", LONG));
        sentence(List.of(Field.PERMITS), words("and lets"),
                number(Field.PERMITS, "", "Records let through while half open", SHORT), permits());
        rules.getChildren()
                .add(note("It judges by the report of each record, not by send() returning. A setting that you"
                        + " change starts it anew: closed, with an empty window."));
    }

    private static Label permits() {
        return words("through to see: they decide.");
    }

    private Node number(Field field, String unit, String what, double width) {
        return new NumberField(form, field, unit, what, width).node();
    }

    private void sentence(List<Field> about, Node... parts) {
        VBox problems = new VBox(0);
        about.forEach(field -> problems.getChildren().add(Form.problem(form.problemProperty(field), 0)));
        rules.getChildren().add(new VBox(0, Form.row(parts), problems));
    }

    private void createKinds() {
        kinds.getChildren().add(title("Failures that count"));
        GridPane grid = new GridPane(8, 4);
        List<FailureKind> all = Arrays.stream(FailureKind.values())
                .sorted(Comparator.comparing((FailureKind kind) -> !kind.retriable())).toList();
        int rows = (all.size() + KIND_COLUMNS - 1) / KIND_COLUMNS;
        for (int i = 0; i < all.size(); i++) {
            grid.add(box(all.get(i)), i / rows, i % rows);
        }
        kinds.getChildren().addAll(grid, Form.problem(form.problemProperty(Field.COUNTED), 0),
                note("The others say nothing about the cluster: they are let pass as if they had not been sent."));
    }

    private CheckBox box(FailureKind kind) {
        CheckBox box = new CheckBox(KindWords.of(kind));
        box.setMnemonicParsing(false);
        box.setId("breaker-counts-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setAccessibleText("Counts: " + KindWords.of(kind));
        box.getStyleClass().add("small-text");
        box.setPrefWidth(KIND_WIDTH);
        box.selectedProperty().bindBidirectional(form.countedProperty(kind));
        box.accessibleHelpProperty().bind(Bindings.when(box.selectedProperty()).then("counts").otherwise("does not"));
        return box;
    }

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A sentence in small print, over as many lines as it takes. */
    static Label note(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }
}
