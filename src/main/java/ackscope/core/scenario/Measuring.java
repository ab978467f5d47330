package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.breaker.BreakerView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.RunTotals;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Turns a run that is over and audited into numbers, without its warm-up. For one thread. */
final class Measuring {
    private final Map<Quantity, Long> counts = new EnumMap<>(Quantity.class);
    private final Map<Quantity, SortedMap<String, Long>> byName = new EnumMap<>(Quantity.class);
    private final Run run;
    private final String topic;
    private final long warm;

    /**
     * @param topic that was sent to
     * @param warm  records at the run's head that are not counted: all of them were acknowledged and replicated
     */
    Measuring(Run run, String topic, long warm) {
        this.run = run;
        this.topic = topic;
        this.warm = warm;
    }

    Measured measured() {
        return new Measured(counts, byName);
    }

    /** A quantity that was counted elsewhere. */
    void put(Quantity quantity, long count) {
        counts.put(quantity, count);
    }

    /** One more of a name. */
    void count(Quantity quantity, String name) {
        byName.computeIfAbsent(quantity, _ -> new TreeMap<>()).merge(name, 1L, Long::sum);
    }

    /** @param before the sums after the warm-up */
    void totals(RunTotals before, RunTotals now, long splits) {
        put(Quantity.SENT, now.sent() - warm);
        put(Quantity.ACKED, now.acked() - warm);
        put(Quantity.FAILED, now.failed());
        put(Quantity.UNKNOWN, now.unreported());
        put(Quantity.RETRIES, now.edge(FlowEdge.RETRY) - before.edge(FlowEdge.RETRY));
        put(Quantity.SPLITS, splits);
        put(Quantity.THROWN, run.ways().thrown());
        put(Quantity.CALLBACKS, run.ways().callbacks() - warm);
    }

    /** @param heldBefore records that were in the outbox before the play */
    void breaker(BreakerView view, long heldBefore) {
        put(Quantity.KEPT, view.kept());
        put(Quantity.REPLAYED, view.replayed());
        put(Quantity.IN_OUTBOX, view.held() - heldBefore);
    }

    void audit(AuditReport audit) {
        put(Quantity.DELIVERED, audit.count(Verdict.DELIVERED) - warm);
        put(Quantity.LOST, audit.count(Verdict.LOST));
        put(Quantity.DUPLICATED, audit.count(Verdict.DUPLICATED));
        put(Quantity.REORDERED, audit.count(Verdict.REORDERED));
        put(Quantity.WRITTEN_THOUGH_FAILED, audit.count(Verdict.WRITTEN_THOUGH_FAILED));
        put(Quantity.ABSENT_AS_TOLD, audit.count(Verdict.ABSENT_AS_TOLD));
        put(Quantity.WRONG_CONTENT, audit.count(Verdict.WRONG_CONTENT));
        put(Quantity.FOREIGN, audit.count(Verdict.FOREIGN));
        put(Quantity.ABORTED, audit.count(Verdict.ABORTED));
        put(Quantity.ABORTED_VISIBLE, audit.count(Verdict.ABORTED_VISIBLE));
        put(Quantity.COMMITTED_HIDDEN, audit.count(Verdict.COMMITTED_INVISIBLE));
        put(Quantity.COPIES, audit.copies() - warm);
    }

    /** From every record's entry in the ledger. */
    void ledger(long size) {
        long slowest = 0;
        long longestSend = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (long number = warm; number < size; number++) {
            SendLedger.Entry entry = run.read(number);
            first = Math.min(first, entry.sendMs());
            last = Math.max(last, (long) entry.sendMs() + Math.max(0, entry.reportMs()));
            longestSend = Math.max(longestSend, run.blockedMs(number));
            if (entry.outcome() == Outcome.ACKED) {
                slowest = Math.max(slowest, entry.reportMs());
            } else if (entry.outcome() == Outcome.FAILED && entry.cause() != 0) {
                count(Quantity.EXCEPTIONS, run.cause(entry.cause()).error());
            }
        }
        put(Quantity.SLOWEST, slowest);
        put(Quantity.LONGEST_SEND, longestSend);
        put(Quantity.TOOK, Math.max(0, last - Math.min(first, last)));
    }

    void happenings(List<Happening> happenings) {
        put(Quantity.LEADER_CHANGES, happenings.stream().filter(h -> h.kind() == Happening.Kind.LEADER_CHANGE
                && h.about().startsWith(topic + "-")).count());
    }

    /** What the proxies saw of the topic's batches. */
    void wire(LabCluster cluster) {
        List<BatchLife> lives = cluster.attempts().lives(topic).stream().filter(life -> !ofWarmUp(life)).toList();
        long mostTries = 0;
        long pauseUs = 0;
        for (BatchLife life : lives) {
            mostTries = Math.max(mostTries, life.latest().number());
            Optional<Attempt> before = Optional.empty();
            for (Attempt attempt : life.attempts()) {
                if (attempt.failed() && !attempt.heardError().isEmpty()) {
                    count(Quantity.WIRE_ERRORS, attempt.heardError());
                }
                if (before.filter(b -> b.endedUs() > 0).isPresent()) {
                    pauseUs = Math.max(pauseUs, attempt.sentUs() - before.get().endedUs());
                }
                before = Optional.of(attempt);
            }
        }
        put(Quantity.BATCHES, lives.size());
        put(Quantity.MOST_TRIES, mostTries);
        put(Quantity.LONGEST_PAUSE, TimeUnit.MICROSECONDS.toMillis(pauseUs));
    }

    private boolean ofWarmUp(BatchLife life) {
        return life.last().map(RecordId::number).orElse(Long.MAX_VALUE) < warm;
    }
}
