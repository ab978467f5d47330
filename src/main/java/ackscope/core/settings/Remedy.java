package ackscope.core.settings;

import java.util.Map;
import java.util.Set;

/**
 * A way out of a {@link Problem} that needs no thought.
 *
 * @param label what it does, as on a button
 * @param set   settings to type
 * @param unset settings to put back to their defaults
 */
public record Remedy(String label, Map<String, String> set, Set<String> unset) {
    public Remedy {
        set = Map.copyOf(set);
        unset = Set.copyOf(unset);
    }

    static Remedy set(String key, String value) {
        return new Remedy("Set " + key + " to " + Words.grouped(value), Map.of(key, value), Set.of());
    }

    static Remedy unset(String key) {
        String standard = ProducerSetting.named(key).map(ProducerSetting::defaultText).orElse("");
        String label = standard.isEmpty() ? "Remove " + key : "Back to the default, " + Words.grouped(standard);
        return new Remedy(label, Map.of(), Set.of(key));
    }

    /** The settings after it. */
    public ProducerSettings applyTo(ProducerSettings settings) {
        ProducerSettings next = settings;
        for (String key : unset) {
            next = next.without(key);
        }
        for (Map.Entry<String, String> change : set.entrySet()) {
            next = next.with(change.getKey(), change.getValue());
        }
        return next;
    }
}
