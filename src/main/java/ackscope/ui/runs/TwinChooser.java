package ackscope.ui.runs;

import ackscope.core.run.Plain;
import ackscope.core.scenario.Scenario;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is chosen for the next twin run: what happens to it, and which settings are compared. FX thread. */
public final class TwinChooser {
    private final Supplier<Map<String, String>> console;
    private final ObservableList<Scenario> plans = FXCollections.observableArrayList();
    private final ObjectProperty<Scenario> plan = new SimpleObjectProperty<>();
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

    /** What there is to choose from; empty until it is read. */
    ObservableList<Scenario> plans() {
        return plans;
    }

    /** There is this to choose from. */
    void offer(List<Scenario> twins) {
        plans.setAll(twins);
        plan.set(twins.getFirst());
    }

    ObjectProperty<Scenario> planProperty() {
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
    Scenario chosen() {
        Scenario of = plan.get();
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
        if (plan.get() == null) {
            return "What twins there are is still being read.";
        }
        if (settings.get() == Settings.PROPOSED) {
            return "";
        }
        String key = name.get().strip();
        if (ProducerSetting.named(key).isEmpty()) {
            return "The client has no setting '" + key + "'. Choose one from the list.";
        }
        Scenario twin = chosen();
        for (SortedMap<String, String> half : List.of(twin.settings(), twin.second())) {
            try {
                EffectiveSettings effective = EffectiveSettings.of(ProducerSettings.of(half));
                if (effective.transactionalId().isPresent()) {
                    return "A twin run sends without transactions. Clear transactional.id in the console first.";
                }
            } catch (SettingsException e) {
                return e.getMessage();
            }
        }
        EffectiveSettings a = EffectiveSettings.of(ProducerSettings.of(twin.settings()));
        EffectiveSettings b = EffectiveSettings.of(ProducerSettings.of(new TreeMap<>(twin.second())));
        return a.text(key).equals(b.text(key))
                ? "The console has " + Plain.pair(key, a.text(key)) + " already. Give another value."
                : "";
    }
}
