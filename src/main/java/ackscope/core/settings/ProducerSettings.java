package ackscope.core.settings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person typed, and nothing else: a setting that is not here has the client's default, and for Kafka's rules "set by the user"
 * means "is here". Immutable, equal by value. What the client makes of it is {@link EffectiveSettings}.
 */
public final class ProducerSettings {
    /** Nothing typed: the client's own defaults. */
    public static final ProducerSettings DEFAULTS = new ProducerSettings(new TreeMap<>());

    private final SortedMap<String, String> values;

    private ProducerSettings(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** Settings with these values. */
    public static ProducerSettings of(Map<String, String> values) {
        values.forEach((key, value) -> requireText(key, value));
        return new ProducerSettings(new TreeMap<>(values));
    }

    /** The same with one more, or another, value. */
    public ProducerSettings with(String key, String value) {
        requireText(key, value);
        TreeMap<String, String> next = new TreeMap<>(values);
        next.put(key, value);
        return new ProducerSettings(next);
    }

    /** The same with a setting back at its default. */
    public ProducerSettings without(String key) {
        TreeMap<String, String> next = new TreeMap<>(values);
        next.remove(key);
        return new ProducerSettings(next);
    }

    /** The typed value; empty when it is left at its default. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether it was typed, whatever its value. */
    public boolean isSet(String key) {
        return values.containsKey(key);
    }

    /** All that was typed, by name. */
    public SortedMap<String, String> asMap() {
        return values;
    }

    /**
     * What to give to the producer, see {@link EffectiveSettings#clientMap()}.
     *
     * @throws SettingsException when the client refuses these settings
     */
    public Map<String, Object> clientMap() {
        return EffectiveSettings.of(this).clientMap();
    }

    /** How many settings differ between the two: added, removed or changed. */
    public int differences(ProducerSettings other) {
        TreeMap<String, String> all = new TreeMap<>(values);
        all.putAll(other.values);
        return (int) all.keySet().stream().filter(key -> !get(key).equals(other.get(key))).count();
    }

    /** The same without passwords and keys. */
    public ProducerSettings withoutSecrets() {
        TreeMap<String, String> open = new TreeMap<>(values);
        open.entrySet().removeIf(e -> ProducerSetting.isSecret(e.getKey(), e.getValue()));
        return new ProducerSettings(open);
    }

    private static void requireText(String key, String value) {
        if (key.isBlank() || value == null) {
            throw new IllegalArgumentException("a setting needs a name and a value: " + key);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProducerSettings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        TreeMap<String, String> shown = new TreeMap<>(values);
        shown.replaceAll((key, value) -> ProducerSetting.isSecret(key, value) ? "[hidden]" : value);
        return shown.toString();
    }
}
