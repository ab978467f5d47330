package ackscope.ui.settings;

import javafx.scene.control.Slider;

/**
 * A slider for a time in ms on a logarithmic scale, rounded to figures a person would type. Moves the value when it is let go, or at once
 * by keys and by a click on the track.
 */
final class TimeSlider {
    private final SettingsViewModel model;
    private final String key;
    private final double least;
    private final double most;
    private final Slider slider = new Slider(0, 1, 0);
    private boolean showing;

    TimeSlider(SettingsViewModel model, String key, double leastMs, double mostMs, SettingField field) {
        this.model = model;
        this.key = key;
        least = Math.log(leastMs);
        most = Math.log(mostMs);
        slider.setId(SettingLabel.id("slider", key));
        slider.setBlockIncrement(0.02);
        slider.setMinWidth(36);
        slider.setPrefWidth(60);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.valueProperty().addListener((_, _, place) -> moved(place.doubleValue(), field));
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                model.set(key, Long.toString(time(slider.getValue())));
            }
        });
        model.typedProperty().addListener(_ -> show());
        show();
    }

    Slider node() {
        return slider;
    }

    private void moved(double place, SettingField field) {
        if (showing) {
            return;
        }
        String value = Long.toString(time(place));
        if (slider.isValueChanging()) {
            field.preview(value);
        } else {
            model.set(key, value);
        }
    }

    private void show() {
        String held = model.outlook(key);
        if (held.matches("\\d{1,18}") && !slider.isValueChanging()) {
            showing = true;
            slider.setValue((Math.log(Math.max(1, Double.parseDouble(held))) - least) / (most - least));
            showing = false;
        }
    }

    /** Two figures below a minute, whole seconds above. */
    long time(double place) {
        double ms = Math.exp(least + place * (most - least));
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(ms)) - 1));
        return Math.round(Math.rint(ms / step) * step);
    }
}
