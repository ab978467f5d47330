package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.FailureKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The breaker's settings as the preferences keep them: one option a setting, and only those that are not as they come. */
final class BreakerOptions {
    private static final String PREFIX = "breaker.";

    private BreakerOptions() {
    }

    static Map<String, String> of(BreakerSettings settings) {
        Map<String, String> kept = all(settings);
        kept.entrySet().removeAll(all(BreakerSettings.DEFAULTS).entrySet());
        return kept;
    }

    private static Map<String, String> all(BreakerSettings s) {
        Map<String, String> all = new HashMap<>();
        all.put(PREFIX + "on", String.valueOf(s.on()));
        all.put(PREFIX + "window", s.window().name());
        all.put(PREFIX + "size", String.valueOf(s.size()));
        all.put(PREFIX + "least", String.valueOf(s.least()));
        all.put(PREFIX + "failurePercent", String.valueOf(s.failurePercent()));
        all.put(PREFIX + "slowMs", String.valueOf(s.slowMs()));
        all.put(PREFIX + "slowPercent", String.valueOf(s.slowPercent()));
        all.put(PREFIX + "openMs", String.valueOf(s.openMs()));
        all.put(PREFIX + "permits", String.valueOf(s.permits()));
        all.put(PREFIX + "counted", s.counted().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        all.put(PREFIX + "replayOnClose", String.valueOf(s.replayOnClose()));
        all.put(PREFIX + "replayPerSecond", String.valueOf(s.replayPerSecond()));
        all.put(PREFIX + "outboxRecords", String.valueOf(s.outboxRecords()));
        all.put(PREFIX + "outboxMegabytes", String.valueOf(s.outboxMegabytes()));
        return all;
    }

    /** The settings kept; what cannot be read is as it comes, and so is everything if together it cannot be used. */
    static BreakerSettings read(Map<String, String> options) {
        BreakerSettings d = BreakerSettings.DEFAULTS;
        BreakerSettings read = new BreakerSettings(get(options, "on", Boolean::valueOf, d.on()),
                get(options, "window", Window::valueOf, d.window()), get(options, "size", Integer::valueOf, d.size()),
                get(options, "least", Integer::valueOf, d.least()),
                get(options, "failurePercent", Double::valueOf, d.failurePercent()),
                get(options, "slowMs", Integer::valueOf, d.slowMs()),
                get(options, "slowPercent", Double::valueOf, d.slowPercent()),
                get(options, "openMs", Integer::valueOf, d.openMs()),
                get(options, "permits", Integer::valueOf, d.permits()),
                get(options, "counted", BreakerOptions::kinds, d.counted()),
                get(options, "replayOnClose", Boolean::valueOf, d.replayOnClose()),
                get(options, "replayPerSecond", Double::valueOf, d.replayPerSecond()),
                get(options, "outboxRecords", Integer::valueOf, d.outboxRecords()),
                get(options, "outboxMegabytes", Integer::valueOf, d.outboxMegabytes()));
        return read.problems().isEmpty() ? read : d;
    }

    private static Set<FailureKind> kinds(String names) {
        return Arrays.stream(names.split(" ")).map(FailureKind::valueOf).collect(Collectors.toSet());
    }

    private static <T> T get(Map<String, String> options, String name, Function<String, T> read, T otherwise) {
        try {
            return Optional.ofNullable(options.get(PREFIX + name)).map(read).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            // Written by another version, or by hand.
            return otherwise;
        }
    }
}
