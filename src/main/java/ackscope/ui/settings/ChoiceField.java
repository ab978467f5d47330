package ackscope.ui.settings;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A value out of a few. Shows what the client holds; "" stands for the default that has no value of its own. */
final class ChoiceField {
    private final SettingsViewModel model;
    private final String key;
    private final ComboBox<String> box = new ComboBox<>();
    private boolean showing;

    /** @param none what "" reads like */
    ChoiceField(SettingsViewModel model, String key, List<String> choices, String none) {
        this.model = model;
        this.key = key;
        box.setId(SettingLabel.id("setting", key));
        box.getItems().setAll(choices);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty() ? none : value.substring(value.lastIndexOf('.') + 1);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.valueProperty().addListener((_, _, value) -> {
            if (!showing && value != null) {
                model.set(key, value);
            }
        });
        model.typedProperty().addListener(_ -> show());
        show();
    }

    ComboBox<String> node() {
        return box;
    }

    private void show() {
        showing = true;
        String value = model.typedProperty().get().get(key).orElseGet(() -> model.outlook(key));
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
        showing = false;
    }
}
