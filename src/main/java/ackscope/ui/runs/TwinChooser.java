package ackscope.ui.runs;

import ackscope.core.run.Plain;
import ackscope.core.run.TwinPlan;
import ackscope.core.run.TwinPlans;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is chosen for the next twin run: what happens to it, and which settings are compared. FX thread. */
public final class TwinChooser {
    private final Supplier<Map<String, String>> console;
    private final ObjectProperty<TwinPlan> plan = new SimpleObjectProperty<>(TwinPlans.builtIn().getFirst());
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.PROPOSED);
    private final StringProperty name = new SimpleStringProperty("acks");
    private final StringProperty value = new SimpleStringProperty("1");

    /** Whose settings are compared. */
    public enum Settings {
        /** Those of the plan. */
        PROPOSED,
        /** The console's, and the same with one setting changed. */
        CONSOLE
    }

    /** @param console the settings of the console as typed */
    TwinChooser(Supplier<Map<String, String>> console) {
        this.console = console;
    }

    List<TwinPlan> plans() {
        return TwinPlans.builtIn();
    }

    ObjectProperty<TwinPlan> planProperty() {
        return plan;
    }

    ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    /** The setting that is changed. */
    StringProperty nameProperty() {
        return name;
    }

    /** Its value in the second run; "" is the client's default. */
    StringProperty valueProperty() {
        return value;
    }

    /** The twin run as chosen. */
    TwinPlan chosen() {
        TwinPlan of = plan.get();
        return settings.get() == Settings.PROPOSED
                ? of
                : of.with(console.get(), Map.of(name.get().strip(), value.get().strip()));
    }

    /** The settings of a half as a person reads them; "the client's defaults" for none. */
    static String words(SortedMap<String, String> settings) {
        return settings.isEmpty()
                ? "the client's defaults"
                : String.join(", ", settings.entrySet().stream().map(e -> Plain.pair(e.getKey(), e.getValue()))
                        .toList());
    }

    /** What is wrong with the choice and what to change, or "". */
    String problem() {
        if (settings.get() == Settings.PROPOSED) {
            return "";
        }
        String key = name.get().strip();
        if (ProducerSetting.named(key).isEmpty()) {
            return "The client has no setting '" + key + "'. Choose one from the list.";
        }
        TwinPlan twin = chosen();
        for (SortedMap<String, String> half : List.of(twin.base(), twin.second())) {
            try {
                EffectiveSettings effective = EffectiveSettings.of(ProducerSettings.of(half));
                if (effective.transactionalId().isPresent()) {
                    return "A twin run sends without transactions. Clear transactional.id in the console first.";
                }
            } catch (SettingsException e) {
                return e.getMessage();
            }
        }
        EffectiveSettings a = EffectiveSettings.of(ProducerSettings.of(twin.base()));
        EffectiveSettings b = EffectiveSettings.of(ProducerSettings.of(new TreeMap<>(twin.second())));
        return a.text(key).equals(b.text(key))
                ? "The console has " + Plain.pair(key, a.text(key)) + " already. Give another value."
                : "";
    }
}
