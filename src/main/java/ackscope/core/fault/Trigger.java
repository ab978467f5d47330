package ackscope.core.fault;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When a fault strikes. What is counted are the frames that its place matches (for client paths of scope PRODUCE_ONLY: produce requests,
 * or their answers). The decision depends only on how many were counted before and on the seed, so the same frames meet the same fate.
 *
 * @param pick     which of them
 * @param lastsMs  the time after which the fault ends by itself; empty: when it is undone
 * @param clientId only connections of this client; "" for all
 */
public record Trigger(Pick pick, OptionalLong lastsMs, String clientId) {

    /** From now until it is undone. */
    public static final Trigger NOW = new Trigger(new Pick.Every(), OptionalLong.empty(), "");

    /** Which of the frames that match. */
    public sealed interface Pick {
        /** Whether the frame with this number strikes, counted from 0. */
        boolean strikes(long number);

        /** All of them. */
        record Every() implements Pick {
            @Override
            public boolean strikes(long number) {
                return true;
            }
        }

        /** The first {@code count}; then the fault is used up and ends by itself. */
        record Next(long count) implements Pick {
            @Override
            public boolean strikes(long number) {
                return number < count;
            }
        }

        /** Every k-th: with 3 the third, the sixth, .. */
        record EveryKth(long k) implements Pick {
            @Override
            public boolean strikes(long number) {
                return (number + 1) % k == 0;
            }
        }

        /** Each with probability {@code p} from 0 to 1. */
        record Chance(double p, long seed) implements Pick {
            private static final double UNIT = 0x1.0p-53;

            @Override
            public boolean strikes(long number) {
                // SplitMix64: a number's fate does not depend on which thread asked for the one before.
                long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
                z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
                z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
                return ((z ^ (z >>> 31)) >>> 11) * UNIT < p;
            }
        }
    }

    public static Trigger next(long count) {
        return NOW.with(new Pick.Next(count));
    }

    public static Trigger everyKth(long k) {
        return NOW.with(new Pick.EveryKth(k));
    }

    public static Trigger chance(double p, long seed) {
        return NOW.with(new Pick.Chance(p, seed));
    }

    public static Trigger lasting(long ms) {
        return NOW.during(ms);
    }

    /** The same with another pick. */
    public Trigger with(Pick other) {
        return new Trigger(other, lastsMs, clientId);
    }

    /** The same, over after so many ms. */
    public Trigger during(long ms) {
        return new Trigger(pick, OptionalLong.of(ms), clientId);
    }

    /** The same for one client alone; "" for all. */
    public Trigger of(String client) {
        return new Trigger(pick, lastsMs, client);
    }

    /** As text by name, as a scenario file has it: next, every, chance, forMs, and client; what is not set is left out. */
    Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        switch (pick) {
            case Pick.Every() -> {
                // Nothing to say.
            }
            case Pick.Next(long count) -> parts.put("next", Long.toString(count));
            case Pick.EveryKth(long k) -> parts.put("every", Long.toString(k));
            case Pick.Chance(double p, long _) -> parts.put("chance", Double.toString(p));
        }
        lastsMs.ifPresent(ms -> parts.put("forMs", Long.toString(ms)));
        if (!clientId.isEmpty()) {
            parts.put("client", clientId);
        }
        return parts;
    }

    /** In a few words; "" when it is now, until undone, for all. */
    public String words() {
        String picked = switch (pick) {
            case Pick.Every() -> "";
            case Pick.Next(long count) -> "next " + count;
            case Pick.EveryKth(long k) -> "every " + ordinal(k);
            case Pick.Chance(double p, long seed) -> "p " + p + " from seed " + seed;
        };
        String time = lastsMs.isPresent() ? "for " + lastsMs.getAsLong() + " ms" : "";
        String client = clientId.isEmpty() ? "" : "client " + clientId;
        return String.join(", ", Stream.of(picked, time, client).filter(w -> !w.isEmpty()).toList());
    }

    private static String ordinal(long k) {
        boolean teens = k % 100 / 10 == 1;
        return k + (teens ? "th" : k % 10 == 1 ? "st" : k % 10 == 2 ? "nd" : k % 10 == 3 ? "rd" : "th");
    }
}
