package ackscope.ui.settings;

import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.ProducerSettings;
import java.util.Locale;
import java.util.Optional;

/** A row of the table of all settings: one that the client knows, or a name typed that it does not. */
record SettingRow(String name, Optional<ProducerSetting> setting) {

    static SettingRow of(ProducerSetting setting) {
        return new SettingRow(setting.name(), Optional.of(setting));
    }

    static SettingRow of(String name) {
        return new SettingRow(name, ProducerSetting.named(name));
    }

    /** Whether what is typed for it is not for showing. */
    boolean secret(ProducerSettings typed) {
        return ProducerSetting.isSecret(name, typed.get(name).orElse(""));
    }

    String standard() {
        return setting.map(ProducerSetting::defaultText).orElse("");
    }

    String importance() {
        return setting.map(ProducerSetting::importance).orElse("");
    }

    String group() {
        return setting.map(s -> s.group().title()).orElse("Unknown to the producer");
    }

    String takes() {
        return setting.map(s -> s.allowed().isEmpty() ? s.type() : s.allowed()).orElse("");
    }

    String docs() {
        return setting.map(ProducerSetting::docs).orElse(
                "The producer knows no setting of this name. A plug-in that it is told to load may read it.");
    }

    /** The value as shown: typed, or what the client holds. */
    String value(SettingsViewModel model) {
        Optional<String> typed = model.typedProperty().get().get(name);
        return typed.map(v -> secret(model.typedProperty().get()) ? "\u2022".repeat(8) : v.isEmpty() ? "(empty)" : v)
                .orElseGet(() -> model.outlook(name));
    }

    /** Whether every word of the search stands in its name, its group, its value or its description. */
    boolean matches(String search, ProducerSettings typed) {
        String text = (name + " " + group() + " " + docs() + " " + (secret(typed) ? "" : typed.get(name).orElse("")))
                .toLowerCase(
                        Locale.ROOT);
        return search.toLowerCase(Locale.ROOT).strip().lines()
                .flatMap(l -> java.util.Arrays.stream(l.split("\\s+", -1)))
                .allMatch(text::contains);
    }
}
