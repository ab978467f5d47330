package ackscope.ui.compose;

import ackscope.ui.base.Words;
import ackscope.core.compose.ComposeException.Field;
import ackscope.ui.base.Form;
import ackscope.ui.compose.ComposeViewModel.Mode;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form in which records are composed. */
public final class ComposeView {
    private static final double LABEL = 54;

    private final ComposeViewModel model;
    private final VBox root = new VBox(6);
    private final Label title = new Label("Compose");
    private final TextArea valueText = new TextArea();

    public ComposeView(ComposeViewModel model) {
        this.model = model;
        createView();
    }

    /** The panel. */
    public Region node() {
        return root;
    }

    /** Puts the cursor into the value. */
    public void focus() {
        valueText.requestFocus();
    }

    private void createView() {
        root.getStyleClass().addAll("panel", "compose");
        root.getChildren().addAll(title(), keyRow(), problem(Field.KEY), valueRow(), problem(Field.VALUE),
                headersRow(),
                problem(Field.HEADERS), problem(Field.TIMESTAMP), partitionRow(), problem(Field.PARTITION), amountRow(),
                problem(Field.LOAD),
                progressRow());
    }

    /** Whether the panel names itself; under a tab of its name it need not. */
    public void setTitleShown(boolean shown) {
        Form.present(title, shown);
    }

    private Node title() {
        title.getStyleClass().add("panel-title");
        Form.Segments<Mode> modes = new Form.Segments<>("how many", model.modeProperty(), List.of(Mode.values()),
                mode -> switch (mode) {
                    case ONE -> "One";
                    case MANY -> "Many";
                    case LOAD -> "Load";
                });
        Button history = Form.quiet("fth-clock", "What was sent: put it back into the form");
        history.setOnAction(_ -> new HistoryMenu(model).show(history));
        history.disableProperty().bind(Bindings.isEmpty(model.history()));
        return Form.row(title, Form.space(), history, modes.node());
    }

    private Node keyRow() {
        TextField text = new TextField();
        text.setId("compose-key");
        text.setPromptText("empty");
        text.getStyleClass().add("mono");
        text.setAccessibleText("Key");
        text.textProperty().bindBidirectional(model.key().textProperty());
        text.disableProperty().bind(model.key().nullProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        ComboBox<String> type = new TypeBox(model.key(), "Type of the key").node();
        type.setId("compose-key-type");
        return Form.row(label("Key"), text, type);
    }

    private Node valueRow() {
        TextArea text = valueText;
        text.setId("compose-value");
        text.setPromptText("empty");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setMinHeight(58);
        text.getStyleClass().add("mono");
        text.setAccessibleText("Value");
        text.textProperty().bindBidirectional(model.value().textProperty());
        ToggleButton none = tombstone();
        text.disableProperty().bind(model.value().nullProperty().or(Bindings.createBooleanBinding(
                () -> model.modeProperty().get() == Mode.LOAD && model.load().randomProperty().get(),
                model.modeProperty(), model.load().randomProperty())));
        Tooltip.install(text, new Tooltip("Templates: ${n} ${n%10} ${now} ${uuid} ${int 1..9} ${pick a|b|c}"));
        Label valid = new Label("✓ valid");
        valid.getStyleClass().addAll("small-text", "text-acked");
        valid.visibleProperty().bind(model.problem(Field.VALUE).isEmpty());
        VBox left = new VBox(2, label("Value"), valid);
        ComboBox<String> type = new TypeBox(model.value(), "Type of the value").node();
        type.setId("compose-value-type");
        VBox right = new VBox(4, type, none);
        none.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Form.row(left, text, right);
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMaxHeight(140);
        return row;
    }

    private Node partitionRow() {
        ComboBox<String> partition = new ComboBox<>();
        partition.setId("compose-partition");
        partition.setEditable(true);
        partition.setPromptText("Auto");
        partition.setPrefWidth(78);
        partition.setMinWidth(78);
        partition.setAccessibleText("Partition");
        partition.getEditor().textProperty().bindBidirectional(model.partitionProperty());
        model.partitionsProperty().subscribe(n -> {
            String typed = model.partitionProperty().get();
            partition.getItems().setAll(java.util.stream.IntStream.range(0, Math.min(n.intValue(), 200))
                    .mapToObj(Integer::toString).toList());
            partition.getItems().addFirst("");
            model.partitionProperty().set(typed);
        });
        Label preview = new Label();
        preview.getStyleClass().addAll("muted", "small-text");
        preview.textProperty().bind(model.previewProperty());
        preview.setMinWidth(0);
        HBox.setHgrow(preview, Priority.ALWAYS);
        preview.setMaxWidth(Double.MAX_VALUE);
        return Form.row(label("Partition"), partition, preview);
    }

    private Node headersRow() {
        TextField time = number("compose-time", "Timestamp in ms since 1970; empty is the time of sending",
                model.timestampProperty(), 84);
        time.setPromptText("time: now");
        Region headers = new HeaderRow(model).node();
        HBox.setHgrow(headers, Priority.ALWAYS);
        return Form.row(headers, time);
    }

    private Node amountRow() {
        Label label = label("");
        TextField many = number("compose-many", "How many records", model.load().manyProperty(), 80);
        TextField rate = number("compose-rate", "Records per second; empty is as fast as it goes",
                model.load().rateProperty(), 56);
        rate.setPromptText("full");
        TextField count = number("compose-count", "Records in all; empty is until stopped",
                model.load().countProperty(), 66);
        count.setPromptText("endless");
        Label perSecond = Words.whole("/s", "muted");
        Label countLabel = Words.whole("×", "muted");
        Button more = Form.quiet("fth-sliders", "Values, keys, seed and transactions of the load");
        more.setId("compose-load-more");
        more.setOnAction(_ -> new LoadOptions(model.load()).show(more));
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox row = Form.row(label, many, rate, perSecond, countLabel, count, more);
        row.setSpacing(5);
        model.modeProperty().subscribe(mode -> {
            boolean load = mode == Mode.LOAD;
            label.setText(load ? "Rate" : "Count");
            Form.present(many, mode == Mode.MANY);
            for (Node node : List.of(rate, perSecond, countLabel, count, more)) {
                Form.present(node, load);
            }
            Form.present(row, mode != Mode.ONE);
        });
        return row;
    }

    private Node progressRow() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(40);
        bar.setPrefWidth(70);
        bar.setAccessibleText("Progress of sending");
        Label words = new Label();
        words.getStyleClass().add("small-text");
        words.textProperty().bind(model.progressWordsProperty());
        words.setMinWidth(0);
        Button stop = new Button("Stop", new FontIcon("fth-square"));
        stop.setId("compose-stop");
        stop.textProperty().bind(Bindings.when(model.cancelOfferedProperty()).then("Cancel").otherwise("Stop"));
        stop.setOnAction(_ -> model.stop());
        stop.setMinWidth(Region.USE_PREF_SIZE);
        Label elsewhere = Words.whole("played", "muted");
        elsewhere.getStyleClass().add("small-text");
        elsewhere.setId("compose-played");
        elsewhere.setTooltip(
                new Tooltip("A scenario, a lesson or a drill sends this. It ends with that: cancel it there."));
        model.stopOfferedProperty().subscribe(mine -> {
            Form.present(stop, mine);
            Form.present(elsewhere, !mine);
        });
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = Form.row(bar, words, elsewhere, stop);
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(model.busyProperty());
        return row;
    }

    private Node problem(Field field) {
        return Form.problem(model.problem(field), LABEL + Form.GAP);
    }

    private static TextField number(String id, String what, StringProperty text, double width) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(what);
        field.setTooltip(new Tooltip(what));
        field.setPrefWidth(width);
        field.setMinWidth(Math.min(width, 76));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        return label;
    }

    private ToggleButton tombstone() {
        ToggleButton toggle = new ToggleButton("tombstone");
        toggle.setId("compose-tombstone");
        toggle.getStyleClass().add("small-toggle");
        toggle.selectedProperty().bindBidirectional(model.value().nullProperty());
        toggle.setTooltip(new Tooltip("A null value: compaction removes the key"));
        toggle.setAccessibleText("Tombstone: a null value");
        return toggle;
    }
}
