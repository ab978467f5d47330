package ackscope.ui.settings;

import ackscope.core.settings.ProducerSetting;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The name of a setting as a label, and what it does as a tooltip. */
final class SettingLabel {
    private static final double TIP_WIDTH = 380;

    private SettingLabel() {
    }

    /** The full name in the face for config names, for controls that describe themselves. */
    static Label named(String key) {
        Label label = new Label(key);
        label.getStyleClass().addAll("mono", "setting-name");
        if (ProducerSetting.named(key).isPresent()) {
            label.setTooltip(tooltip(key));
        }
        return label;
    }

    /** The full name, and a description for its control. */
    static Label named(String key, Control control) {
        Label label = named(key);
        label.setLabelFor(control);
        describe(key, control);
        return label;
    }

    /** A short word that stands beside another control. */
    static Label brief(String word, String key, Control control) {
        Label label = new Label(word);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(tooltip(key));
        label.setLabelFor(control);
        describe(key, control);
        return label;
    }

    /** The id of a control: dots would mean style classes where it is looked up. */
    static String id(String kind, String key) {
        return kind + "-" + key.replace('.', '-');
    }

    static void describe(String key, Control control) {
        control.setTooltip(tooltip(key));
        control.setAccessibleText(key);
        control.setAccessibleHelp(ProducerSetting.named(key).map(ProducerSetting::summary).orElse(""));
    }

    static Tooltip tooltip(String key) {
        ProducerSetting setting = ProducerSetting.named(key).orElseThrow();
        String takes = setting.allowed().isEmpty() ? setting.type() : setting.type() + ", " + setting.allowed();
        Tooltip tip = new Tooltip(key + "\n" + setting.summary() + "\nDefault "
                + (setting.defaultText().isEmpty() ? "none" : setting.defaultText()) + "; " + takes + ".");
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(30));
        return tip;
    }
}
