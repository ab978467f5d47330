package ackscope.core.run;

import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Effective settings in the words of a person: what was chosen and what differs, without what the app itself supplies. */
public final class Plain {
    /** These name the client or the way to the cluster, and say nothing about delivery. */
    private static final Set<String> APART = Set.of("bootstrap.servers", "client.id", "key.serializer",
            "value.serializer");
    private static final List<String> FIRST = List.of(Keys.ACKS, Keys.IDEMPOTENCE, Keys.RETRIES, Keys.IN_FLIGHT,
            Keys.DELIVERY_TIMEOUT);

    private Plain() {
    }

    /** A value as a person types it: "all" where the client holds -1. */
    public static String value(String key, String value) {
        return key.equals(Keys.ACKS) && value.equals("-1") ? "all" : value;
    }

    /** "acks=all". */
    public static String pair(String key, String value) {
        return key + "=" + (value.isEmpty() ? "none" : value(key, value));
    }

    /** The settings in short: acks, idempotence, and whatever else is not the client's default. */
    public static String brief(Map<String, String> effective) {
        if (effective.isEmpty()) {
            return "no producer was opened";
        }
        List<String> words = new ArrayList<>();
        words.add("acks=" + value(Keys.ACKS, effective.getOrDefault(Keys.ACKS, "?")));
        words.add(effective.getOrDefault(Keys.IDEMPOTENCE, "").equals("true") ? "idempotent" : "not idempotent");
        changed(effective).forEach((key, value) -> {
            if (!key.equals(Keys.ACKS) && !key.equals(Keys.IDEMPOTENCE)) {
                words.add(pair(key, value));
            }
        });
        return String.join(", ", words);
    }

    /** What differs from the client's defaults, by name. */
    public static SortedMap<String, String> changed(Map<String, String> effective) {
        EffectiveSettings defaults = EffectiveSettings.of(ProducerSettings.DEFAULTS);
        SortedMap<String, String> changed = new TreeMap<>();
        effective.forEach((key, value) -> {
            if (!APART.contains(key) && !value(key, value).equals(value(key, defaults.text(key)))) {
                changed.put(key, value(key, value));
            }
        });
        return changed;
    }

    /** What differs between two, those that matter most first. */
    static List<Difference> differences(Map<String, String> a, Map<String, String> b) {
        SortedMap<String, Difference> all = new TreeMap<>();
        for (String key : Stream.of(a, b).flatMap(m -> m.keySet().stream()).distinct().toList()) {
            String left = value(key, a.getOrDefault(key, ""));
            String right = value(key, b.getOrDefault(key, ""));
            if (!APART.contains(key) && !left.equals(right)) {
                all.put(key, new Difference(key, left, right));
            }
        }
        List<Difference> ordered = new ArrayList<>();
        FIRST.forEach(key -> {
            if (all.containsKey(key)) {
                ordered.add(all.remove(key));
            }
        });
        ordered.addAll(all.values());
        return List.copyOf(ordered);
    }

    /**
     * A setting that differs between two runs.
     *
     * @param a its effective value in the first, "" for none
     * @param b in the second
     */
    public record Difference(String key, String a, String b) {
    }
}
