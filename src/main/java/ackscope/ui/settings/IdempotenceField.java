package ackscope.ui.settings;

import ackscope.core.settings.Keys;
import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.HorizontalDirection;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** enable.idempotence as a switch that shows what it comes to; moving it asks for it, or forbids it, aloud. */
final class IdempotenceField {
    private static final double WIDTH = 32;

    private final SettingsViewModel model;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label word = new Label();
    private boolean showing;

    IdempotenceField(SettingsViewModel model) {
        this.model = model;
        toggle.setId(SettingLabel.id("setting", Keys.IDEMPOTENCE));
        // Without a text of its own it would still keep room for one.
        toggle.setLabelPosition(HorizontalDirection.RIGHT);
        toggle.setMinWidth(WIDTH);
        toggle.setMaxWidth(WIDTH);
        word.getStyleClass().add("small-text");
        word.setMinWidth(Region.USE_PREF_SIZE);
        word.setMaxWidth(Double.MAX_VALUE);
        toggle.selectedProperty().addListener((_, _, on) -> {
            if (!showing) {
                model.set(Keys.IDEMPOTENCE, Boolean.toString(on));
            }
        });
        model.typedProperty().addListener(_ -> show());
        show();
    }

    ToggleSwitch node() {
        return toggle;
    }

    /** What the switch says, as a word. */
    Label word() {
        return word;
    }

    private void show() {
        showing = true;
        boolean on = model.outlook(Keys.IDEMPOTENCE).equals("true");
        toggle.setSelected(on);
        word.setText(on ? "on" : "off");
        showing = false;
    }
}
