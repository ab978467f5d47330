package ackscope.core.run;

import ackscope.core.run.TwinPlan.At;
import ackscope.core.run.TwinPlan.Shape;
import ackscope.core.run.TwinPlan.Step;
import ackscope.core.run.TwinPlan.Until;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The twin runs that come with the app: each takes one promise of the producer and shows what it rests on. */
public final class TwinPlans {
    private static final Shape SAFE = new Shape(1, 3, 2);
    private static final At BEFORE_THE_FIRST = new At(0, 0);
    private static final long SEED = 7;
    private static final int BYTES = 100;
    private static final String IDEMPOTENCE = "enable.idempotence";

    private TwinPlans() {
    }

    /** All of them, the plainest first. */
    public static List<TwinPlan> builtIn() {
        return List.of(leaderLoss(), duplicates(), reorder(), noRetries(), handedToTheSocket(), undisturbed());
    }

    private static TwinPlan leaderLoss() {
        return plan("leader-loss", "acks=1 and acks=all under the same leader loss",
                "50 records are sent while replication stalls; 0.4 s later the leader is killed, and a follower without"
                        + " them takes over.",
                Map.of("acks", "1"), Map.of("acks", "all"), Workload.random(50, 0, BYTES, SEED),
                step("replication-stall", Map.of("broker", TwinPlan.LEADER), BEFORE_THE_FIRST, TwinPlan.TO_THE_END),
                new Step("broker-kill", Map.of("broker", TwinPlan.LEADER), new At(50, 400), TwinPlan.TO_THE_END,
                        Until.ANOTHER_LEADER));
    }

    private static TwinPlan duplicates() {
        return plan("dropped-answers", "Idempotence off and on when answers are dropped",
                "For 0.3 s the broker appends, but its answers are dropped and the connection is reset, so the producer"
                        + " sends again what is in the log already.",
                Map.of(IDEMPOTENCE, "false"), Map.of(IDEMPOTENCE, "true"),
                Workload.random(300, 1_500, BYTES, SEED),
                step("answer-reset", Map.of(), new At(60, 0), 300));
    }

    private static TwinPlan reorder() {
        return plan("overtaken", "Five requests in flight, idempotence off and on, when requests vanish",
                "For 0.3 s requests are swallowed and the connection then resets: what was in flight is sent again after"
                        + " what came behind it.",
                Map.of(IDEMPOTENCE, "false", "max.in.flight.requests.per.connection", "5", "batch.size", "1",
                        "linger.ms", "0"),
                Map.of(IDEMPOTENCE, "true"), Workload.random(300, 500, BYTES, SEED),
                step("request-swallow", Map.of(), new At(50, 0), 300));
    }

    private static TwinPlan noRetries() {
        return plan("no-retries", "retries=0 and the client's defaults when an answer is dropped",
                "The broker appends, the answer is dropped. Without a retry the producer reports failure for records"
                        + " that are in the log.",
                Map.of(IDEMPOTENCE, "false", "retries", "0", "linger.ms", "50"),
                Map.of(IDEMPOTENCE, "", "retries", ""), Workload.random(10, 0, BYTES, SEED),
                step("answer-reset", Map.of(), BEFORE_THE_FIRST, 1_000));
    }

    private static TwinPlan handedToTheSocket() {
        return plan("blackhole", "acks=0 and acks=1 when requests vanish",
                "For 0.2 s requests are swallowed and the connection then resets. With acks=0 nobody waits for an"
                        + " answer, so nobody notices.",
                Map.of("acks", "0"), Map.of("acks", "1"), Workload.random(300, 500, BYTES, SEED),
                step("request-swallow", Map.of(), new At(100, 0), 200));
    }

    private static TwinPlan undisturbed() {
        return plan("undisturbed", "Two settings with nothing broken",
                "Nothing is broken: what differs is how fast it goes.", Map.of("acks", "1"), Map.of("acks", "all"),
                Workload.random(5_000, 0, BYTES, SEED));
    }

    private static Step step(String fault, Map<String, String> values, At at, long lastsMs) {
        return new Step(fault, values, at, lastsMs, Until.NOTHING);
    }

    private static TwinPlan plan(String id, String title, String words, Map<String, String> base,
            Map<String, String> changed, Workload load, Step... steps) {
        return new TwinPlan(id, title, words, new TreeMap<>(base), new TreeMap<>(changed), SAFE, true, load,
                List.of(steps));
    }
}
