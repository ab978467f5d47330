package ackscope.core.audit;

import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.send.Cause;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known about one record besides its verdict, as far as it may explain it.
 *
 * @param settings   the producer's effective settings as text; empty when not known
 * @param minInsync  the topic's min.insync.replicas, 0 when not known
 * @param sentMs     when {@code send()} was called, ms since the epoch
 * @param toldMs     when the report came, ms since the epoch; the run's end if none came
 * @param untilMs    when the run was over, ms since the epoch: what came later explains nothing
 * @param failure    why it failed, if it was reported failed
 * @param happenings of the whole run
 */
record Evidence(Map<String, String> settings, int minInsync, long sentMs, long toldMs, long untilMs,
        Optional<Cause> failure, List<Happening> happenings, Wire wire) {
    /** A fault's effect outlives it: what a broker or a socket still had, a retry that waited. */
    private static final long AFTERMATH_MS = 10_000;
    private static final long ON_THE_WAY_MS = 2_000;

    Evidence {
        settings = Map.copyOf(settings);
        happenings = List.copyOf(happenings);
    }

    /**
     * What the proxies saw of it.
     *
     * @param tries      produce requests with it, -1 when not known
     * @param errors     Kafka's names of the errors that the broker gave or the client got
     * @param answerLost whether a try that reached the broker has no answer at the client
     * @param epochs     how many epochs of the producer it was sent with, 0 when not known
     * @param faults     what interfered, in words
     */
    record Wire(int tries, Set<String> errors, boolean answerLost, int epochs, Set<String> faults) {
        static final Wire UNKNOWN = new Wire(-1, Set.of(), false, 0, Set.of());

        Wire {
            errors = Set.copyOf(errors);
            faults = Set.copyOf(faults);
        }
    }

    String acks() {
        String acks = setting("acks");
        return acks.equals("-1") ? "all" : acks;
    }

    boolean idempotent() {
        return Boolean.parseBoolean(setting("enable.idempotence"));
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    boolean settingsKnown() {
        return !settings.isEmpty();
    }

    /** What took a leader away after the record was sent: a broker that went down, before a change of leaders, before a fault. */
    Optional<Happening> leaderLoss() {
        return first(h -> h.fromMs() >= sentMs - 1_000 && h.fromMs() <= untilMs
                && (h.kind() != Kind.FAULT || h.place() == Place.BROKER));
    }

    /** A fault at one of these places, in force between sending and report, or shortly before. */
    Optional<Happening> fault(Place... places) {
        return first(h -> h.kind() == Kind.FAULT && Arrays.asList(places).contains(h.place())
                && h.during(sentMs - AFTERMATH_MS, toldMs));
    }

    /**
     * A fault on the way to the broker that met what was handed to a socket: with acks=0 the report comes then, and the bytes may still be
     * before the fault's place when it begins.
     */
    Optional<Happening> faultAfterTheSocket() {
        return first(h -> h.kind() == Kind.FAULT && h.place() == Place.REQUEST
                && h.during(sentMs - AFTERMATH_MS, Math.min(untilMs, toldMs + ON_THE_WAY_MS)));
    }

    /** What happened to brokers on the way: for records whose way was short. */
    Optional<Happening> brokerTrouble() {
        return first(h -> (h.kind() != Kind.FAULT || h.place() == Place.BROKER)
                && h.during(sentMs - AFTERMATH_MS, Math.min(untilMs, toldMs + AFTERMATH_MS)));
    }

    private Optional<Happening> first(Predicate<Happening> fits) {
        return happenings.stream().filter(fits)
                .min(Comparator.comparingInt(Evidence::rank).thenComparingLong(h -> Math.abs(h.fromMs() - toldMs)));
    }

    private static int rank(Happening happening) {
        return switch (happening.kind()) {
            case NODE -> 0;
            case LEADER_CHANGE -> 1;
            case FAULT -> 2;
        };
    }
}
