package ackscope.ui.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts that forms are made of, so that they look alike everywhere. */
public final class Form {
    /** Space between two controls of a row, px. */
    public static final double GAP = 6;

    private Form() {
    }

    /** Controls side by side on one centre line. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(GAP, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Takes what space is left in a row. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Shows a node, or takes it out of the layout. */
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    /** A button that is only an icon; {@code what} is its tooltip and its accessible text. */
    public static Button quiet(String icon, String what) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        return button;
    }

    /** The message under a field; takes no room while it is "". */
    public static Node problem(ObservableValue<String> words, double indent) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("small-text", "text-failed", "field-problem");
        label.setPadding(new Insets(0, 0, 0, indent));
        words.subscribe(text -> {
            label.setText(text);
            present(label, !text.isEmpty());
        });
        return label;
    }

    /**
     * One of a few, side by side. Always exactly one is chosen.
     *
     * @param <T> what is chosen
     */
    public static final class Segments<T> {
        private final HBox box = new HBox();

        public Segments(String what, ObjectProperty<T> chosen, List<T> values, Function<T, String> words) {
            ToggleGroup group = new ToggleGroup();
            List<ToggleButton> buttons = new ArrayList<>();
            for (T value : values) {
                ToggleButton button = new ToggleButton(words.apply(value));
                button.setUserData(value);
                button.setToggleGroup(group);
                button.setAccessibleText(what + ": " + words.apply(value));
                button.getStyleClass()
                        .add(buttons.isEmpty()
                                ? "left-pill"
                                : buttons.size() == values.size() - 1 ? "right-pill" : "center-pill");
                button.setOnAction(_ -> {
                    button.setSelected(true);
                    chosen.set(value);
                });
                buttons.add(button);
            }
            chosen.subscribe(value -> buttons.forEach(b -> b.setSelected(b.getUserData().equals(value))));
            box.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().setAll(buttons);
        }

        public HBox node() {
            return box;
        }
    }
}
