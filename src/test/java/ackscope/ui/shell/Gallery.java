package ackscope.ui.shell;

import ackscope.ui.base.OutcomeMark;
import atlantafx.base.controls.ToggleSwitch;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every control we use, in one page: to be looked at, and to be searched for colours that a sheet lacks. */
final class Gallery {
    private Gallery() {
    }

    static Region root() {
        Button accent = new Button("Send", new FontIcon("fth-send"));
        accent.setDefaultButton(true);
        Button fault = new Button("Kill broker 2", new FontIcon("fth-zap"));
        Button disabled = new Button("Disabled");
        disabled.setDisable(true);
        Button quiet = new Button(null, new FontIcon("fth-copy"));
        quiet.getStyleClass().addAll("quiet", "button-icon");
        HBox top = new HBox(combo("Lab cluster"), combo("topic orders"), menu("preset Safe"), accent);
        top.getStyleClass().add("top-bar");
        HBox strip = new HBox(new Label("Faults"), menu("1 up"), fault, disabled, quiet, new TextField("filter"));
        strip.getStyleClass().add("strip");
        HBox segments = new HBox(toggle("0", "left-pill"), toggle("1", "center-pill"), toggle("all", "right-pill"));
        ((ToggleButton) segments.getChildren().getLast()).setSelected(true);
        ToggleSwitch on = new ToggleSwitch("on");
        on.setSelected(true);
        Spinner<Integer> spinner = new Spinner<>(0, 100, 5);
        spinner.setEditable(true);
        CheckBox check = new CheckBox("tombstone");
        check.setSelected(true);
        RadioButton radio = new RadioButton("one");
        radio.setSelected(true);
        ComboBox<String> editable = combo("edit me");
        editable.setEditable(true);
        SearchableComboBox<String> searchable = new SearchableComboBox<>(FXCollections.observableArrayList("a", "b"));
        HBox form = new HBox(8, segments, on, new ToggleSwitch("off"), spinner, check, radio, editable, searchable);
        HBox more = new HBox(8, new Slider(0, 100, 30), new RangeSlider(0, 100, 20, 60), new ProgressBar(0.4),
                TextFields.createClearableTextField(),
                new SegmentedButton(new ToggleButton("a"), new ToggleButton("b")),
                new org.controlsfx.control.ToggleSwitch("cfx"), new StatusBar());
        HBox marks = new HBox(12);
        for (OutcomeMark.Kind kind : OutcomeMark.Kind.values()) {
            Label word = new Label(kind.styleClass(), new OutcomeMark(kind, 13));
            word.getStyleClass().add("text-" + kind.styleClass());
            marks.getChildren().addAll(word, new OutcomeMark(kind, 9), new OutcomeMark(kind, 40));
        }
        Label badge = new Label("kill -9", new FontIcon("fth-zap"));
        badge.getStyleClass().add("fault-badge");
        marks.getChildren().addAll(badge, styled("chip", "source=lab"), styled("count-badge", "5,856"));
        HBox words = new HBox(12, styled("page-title", "Page title"), styled("section-title", "Section"),
                styled("panel-title", "Panel title"), styled("muted", "muted"), styled("mono", "delivery.timeout.ms"),
                styled("tile-value", "1,234"), styled("axis-text", "14:32:00"));
        TextArea area = new TextArea("{\"order\": 1}\nsecond line");
        area.setPrefRowCount(3);
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("a", "b", "c"));
        for (String name : new String[]{"Record", "Partition", "What happened"}) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setCellValueFactory(f -> new javafx.beans.property.SimpleStringProperty(f.getValue()));
            column.setPrefWidth(160);
            table.getColumns().add(column);
        }
        table.getSelectionModel().select(1);
        SplitPane split = new SplitPane(table, new ListView<>(FXCollections.observableArrayList("x", "y")));
        TabPane tabs = new TabPane(new Tab("Records", split), new Tab("Attempts"), new Tab("Log"));
        VBox page = new VBox(12, top, strip, form, more, marks, words, area, tabs);
        page.getStyleClass().add("panel");
        SplitPane root = new SplitPane(page, new Label("below"));
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.92);
        return root;
    }

    private static Label styled(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static ToggleButton toggle(String text, String pill) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add(pill);
        return button;
    }

    private static ComboBox<String> combo(String text) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(text, "other"));
        box.setValue(text);
        return box;
    }

    private static Node menu(String text) {
        return new MenuButton(text, new OutcomeMark(OutcomeMark.Kind.ACKED, 9), new MenuItem("kill -9"));
    }
}
