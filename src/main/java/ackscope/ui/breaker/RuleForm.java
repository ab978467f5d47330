package ackscope.ui.breaker;

import ackscope.ui.base.Words;
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
        sentence(List.of(Field.SIZE), Words.whole("Looks back at the last", "small-text"),
                number(Field.SIZE, "", "Size of the window", SHORT),
                window.node());
        sentence(List.of(Field.LEAST), Words.whole("and judges when it has seen", "small-text"),
                number(Field.LEAST, "", "Outcomes before it judges", SHORT), Words.whole("of them.", "small-text"));
        sentence(List.of(Field.FAILURE_PERCENT), Words.whole("Opens when", "small-text"),
                number(Field.FAILURE_PERCENT, "%", "Failures at which it opens, percent", SHORT),
                Words.whole("of them failed,", "small-text"));
        sentence(List.of(Field.SLOW_PERCENT, Field.SLOW_MS), Words.whole("or", "small-text"),
                number(Field.SLOW_PERCENT, "%", "Slow outcomes at which it opens, percent", SHORT),
                Words.whole("took longer than", "small-text"),
                number(Field.SLOW_MS, "ms", "Time from which an outcome is slow, ms", LONG));
        sentence(List.of(Field.OPEN_MS), Words.whole("Then turns everything away for", "small-text"),
                number(Field.OPEN_MS, "ms", "Wait while open, ms", LONG));
        sentence(List.of(Field.PERMITS), Words.whole("and lets", "small-text"),
                number(Field.PERMITS, "", "Records let through while half open", SHORT), permits());
        rules.getChildren()
                .add(Words.of("It judges by the report of each record, not by send() returning. A setting that you"
                        + " change starts it anew: closed, with an empty window.", "muted", "small-text"));
    }

    private static Label permits() {
        return Words.whole("through to see: they decide.", "small-text");
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
                Words.of("The others say nothing about the cluster: they are let pass as if they had not been sent.",
                        "muted", "small-text"));
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
}
