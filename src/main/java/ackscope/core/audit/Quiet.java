package ackscope.core.audit;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.TopicLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Waits until the ends of partitions are proven: a leader, a full ISR, and nothing that could still hide above the end offset. What
 * consumers are told as the end is the high watermark, which may lie below what the leader holds. A replica that is not caught up for
 * {@code replica.lag.time.max.ms} leaves the ISR (looked at every half of that time), so once the ISR has been full for one and a half
 * times as long, every replica has, and the end covers, all that was written before. Where all that was reported lies below the end
 * already, an end that stands still for a moment is enough.
 *
 * <p>Source: {@code Partition.maybeShrinkIsr}, {@code ReplicaManager}'s schedule of it. For one thread; every wait has a limit.
 */
final class Quiet {
    private static final long LIMIT_MS = 20_000;
    private static final long STILL_MS = 1_000;
    private static final long MARGIN_MS = 500;
    private static final long PAUSE_MS = 200;

    private final Look look;
    private final Clock clock;
    private final Map<Place, Since> whole = new HashMap<>();

    /** Looks at a topic. */
    interface Look {
        /** @throws ClusterException in words if the cluster does not say */
        Optional<TopicLog> at(String topic);
    }

    /** Time, and how to let it pass. */
    interface Clock {
        long ms();

        void sleep(long ms);
    }

    /**
     * How a topic was found in the end.
     *
     * @param log       empty if there is no such topic, or nobody says
     * @param problem   why nobody says, in words, or ""
     * @param obstacles by partition: why its end is not proven
     */
    record Settled(String topic, Optional<TopicLog> log, String problem, Map<Integer, String> obstacles) {
    }

    private record Place(String topic, int partition) {
    }

    /** Since when a partition is whole under this leader, and since when its end stands still. */
    private record Since(int leader, long wholeMs, long end, long stillMs) {
        Since next(TopicLog.Partition now, long ms) {
            return leader == now.leader()
                    ? new Since(leader, wholeMs, now.end(), end == now.end() ? stillMs : ms)
                    : new Since(now.leader(), ms, now.end(), ms);
        }
    }

    Quiet(Look look, Clock clock) {
        this.look = look;
        this.clock = clock;
    }

    /**
     * Waits.
     *
     * @param lagMs  replica.lag.time.max.ms
     * @param doubts whether something reported or possibly written may lie above a partition's end as it is now
     * @throws CancellationException when {@code cancelled} says so
     */
    List<Settled> await(List<String> topics, long lagMs, Predicate<TopicEnd> doubts, Consumer<AuditProgress> progress,
            BooleanSupplier cancelled) {
        long proofMs = lagMs + lagMs / 2 + MARGIN_MS;
        long began = clock.ms();
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            long now = clock.ms();
            List<Settled> seen = look(topics, proofMs, doubts);
            if (seen.stream().allMatch(s -> s.problem().isEmpty() && s.obstacles().isEmpty())
                    || now - began > LIMIT_MS + proofMs || (now - began > LIMIT_MS && !proving(seen))) {
                return seen;
            }
            progress.accept(AuditProgress.of(words(seen, proofMs)));
            clock.sleep(PAUSE_MS);
        }
    }

    /** One look, without waiting: of an audit that is provisional anyway. */
    List<Settled> once(List<String> topics, String obstacle) {
        return topics.stream().map(topic -> look(topic, (_, _) -> obstacle)).toList();
    }

    /** Where a partition ends now. */
    record TopicEnd(String topic, TopicLog.Partition partition) {
    }

    private interface Judge {
        /** Why a partition's end is not proven, or "". */
        String obstacle(TopicLog topic, TopicLog.Partition partition);
    }

    private List<Settled> look(List<String> topics, long proofMs, Predicate<TopicEnd> doubts) {
        List<Settled> all = new ArrayList<>();
        for (String topic : topics) {
            all.add(look(topic, (log, p) -> {
                Place place = new Place(topic, p.number());
                if (!p.whole()) {
                    whole.remove(place);
                    return ailment(p);
                }
                long now = clock.ms();
                Since since = whole.containsKey(place)
                        ? whole.get(place).next(p, now)
                        : new Since(p.leader(), now, p.end(), now);
                whole.put(place, since);
                // Also of a single replica the end must stand still: with acks=0 a record may have been handed over and not be appended yet.
                boolean proven = now - since.wholeMs() >= proofMs || (now - since.stillMs() >= STILL_MS
                        && (p.replicas() == 1 || !doubts.test(new TopicEnd(topic, p))));
                return proven ? "" : "its replicas were not in sync for long enough to prove where it ends";
            }));
        }
        return all;
    }

    private Settled look(String topic, Judge judge) {
        try {
            Optional<TopicLog> log = look.at(topic);
            Map<Integer, String> obstacles = new LinkedHashMap<>();
            log.ifPresent(l -> l.partitions().forEach(p -> {
                String obstacle = judge.obstacle(l, p);
                if (!obstacle.isEmpty()) {
                    obstacles.put(p.number(), obstacle);
                }
            }));
            return new Settled(topic, log, "", obstacles);
        } catch (ClusterException e) {
            whole.keySet().removeIf(place -> place.topic().equals(topic));
            return new Settled(topic, Optional.empty(), e.getMessage(), Map.of());
        }
    }

    private static String ailment(TopicLog.Partition p) {
        if (p.leader() < 0) {
            return "no broker leads it";
        }
        return p.inSync() < p.replicas()
                ? "only " + p.inSync() + " of its " + p.replicas() + " replicas are in sync"
                : "broker " + p.leader() + ", its leader, does not say where it ends";
    }

    private boolean proving(List<Settled> seen) {
        return seen.stream().allMatch(s -> s.problem().isEmpty() && s.obstacles().keySet().stream()
                .allMatch(p -> whole.containsKey(new Place(s.topic(), p))));
    }

    private String words(List<Settled> seen, long proofMs) {
        if (proving(seen)) {
            return "waiting until nothing can hide above the high watermark (" + Math.max(1, proofMs / 1000)
                    + " s with every replica in sync)";
        }
        for (Settled topic : seen) {
            if (!topic.problem().isEmpty()) {
                return topic.problem();
            }
            for (Map.Entry<Integer, String> one : topic.obstacles().entrySet()) {
                if (!whole.containsKey(new Place(topic.topic(), one.getKey()))) {
                    return "waiting for " + topic.topic() + "-" + one.getKey() + ": " + one.getValue();
                }
            }
        }
        return "looking at the logs";
    }
}
