package ackscope.ui.settings;

import ackscope.core.settings.Acks;
import ackscope.core.settings.Keys;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** acks as three segments; one is always chosen. */
final class AcksField {
    private final SettingsViewModel model;
    private final List<ToggleButton> segments = new ArrayList<>();
    private final HBox box = new HBox();

    AcksField(SettingsViewModel model) {
        this.model = model;
        ToggleGroup group = new ToggleGroup();
        for (Acks acks : Acks.values()) {
            segments.add(segment(acks, group));
        }
        box.getChildren().setAll(segments);
        box.setMaxWidth(Double.MAX_VALUE);
        model.typedProperty().addListener(_ -> show());
        show();
    }

    HBox node() {
        return box;
    }

    private ToggleButton segment(Acks acks, ToggleGroup group) {
        ToggleButton segment = new ToggleButton(acks.text());
        segment.setId("acks-" + acks.text());
        segment.getStyleClass().add(switch (acks) {
            case NONE -> "left-pill";
            case LEADER -> "center-pill";
            case ALL -> "right-pill";
        });
        segment.setAccessibleText("acks " + acks.text() + ", wait for " + switch (acks) {
            case NONE -> "no answer";
            case LEADER -> "the leader";
            case ALL -> "all replicas in sync";
        });
        segment.setToggleGroup(group);
        segment.setUserData(acks.text());
        segment.setMaxWidth(Double.MAX_VALUE);
        segment.setPrefWidth(44);
        segment.setMinWidth(28);
        segment.setTooltip(SettingLabel.tooltip(Keys.ACKS));
        segment.setOnAction(_ -> choose(acks.text()));
        HBox.setHgrow(segment, Priority.ALWAYS);
        return segment;
    }

    private void choose(String acks) {
        if (!model.outlook(Keys.ACKS).equals(acks) || model.typedProperty().get().isSet(Keys.ACKS)) {
            model.set(Keys.ACKS, acks);
        }
        show();
    }

    private void show() {
        String held = model.outlook(Keys.ACKS);
        String shown = held.equals("-1") ? "all" : held;
        segments.forEach(s -> s.setSelected(s.getUserData().equals(shown)));
    }
}
