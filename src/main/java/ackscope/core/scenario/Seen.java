package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.event.FlowEdge;
import ackscope.core.run.RunRecord;
import ackscope.core.run.WarmUp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a run that was kept, without its warm-up, as quantities and in words. */
final class Seen {
    private final Map<Quantity, Long> counts = new EnumMap<>(Quantity.class);
    private final boolean audited;
    private final long sent;
    private final double slowestMs;

    Seen(RunRecord run) {
        sent = WarmUp.without(run, run.totals().sent());
        slowestMs = run.latency().maxMs();
        counts.put(Quantity.ACKED, WarmUp.without(run, run.totals().acked()));
        counts.put(Quantity.FAILED, run.totals().failed());
        counts.put(Quantity.RETRIES, run.totals().edge(FlowEdge.RETRY));
        counts.put(Quantity.LEADER_CHANGES, run.happenings().stream()
                .filter(h -> h.kind() == Happening.Kind.LEADER_CHANGE
                        && h.about().startsWith(run.topics().getFirst().name() + "-"))
                .count());
        Optional<AuditReport> proven = run.audit().filter(a -> a.obstacles().isEmpty());
        audited = proven.isPresent();
        proven.ifPresent(this::audit);
    }

    private void audit(AuditReport audit) {
        counts.put(Quantity.LOST, audit.count(Verdict.LOST));
        counts.put(Quantity.DUPLICATED, audit.count(Verdict.DUPLICATED));
        counts.put(Quantity.REORDERED, audit.count(Verdict.REORDERED));
        counts.put(Quantity.WRITTEN_THOUGH_FAILED, audit.count(Verdict.WRITTEN_THOUGH_FAILED));
        counts.put(Quantity.ABORTED_VISIBLE, audit.count(Verdict.ABORTED_VISIBLE));
    }

    /** Whether an audit proved what the log holds. */
    boolean audited() {
        return audited;
    }

    /** How many there were; 0 too where it is not known. */
    long of(Quantity quantity) {
        return counts.getOrDefault(quantity, 0L);
    }

    /** "300 of 300 acked, 27 duplicated, 31 retries, 812 ms to the slowest acknowledgement". */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(number(of(Quantity.ACKED)) + " of " + number(sent) + " acked");
        some(words, Quantity.FAILED, "failed");
        some(words, Quantity.LOST, "lost");
        some(words, Quantity.DUPLICATED, "duplicated");
        some(words, Quantity.REORDERED, "reordered");
        some(words, Quantity.WRITTEN_THOUGH_FAILED, "written though failed");
        some(words, Quantity.ABORTED_VISIBLE, "aborted yet visible");
        some(words, Quantity.RETRIES, of(Quantity.RETRIES) == 1 ? "retry" : "retries");
        some(words, Quantity.LEADER_CHANGES,
                of(Quantity.LEADER_CHANGES) == 1 ? "change of a leader" : "changes of a leader");
        if (slowestMs >= Quantity.SLOW_MS) {
            words.add(number(Math.round(slowestMs)) + " ms to the slowest acknowledgement");
        }
        if (!audited) {
            words.add("not audited");
        }
        return String.join(", ", words);
    }

    private void some(List<String> words, Quantity quantity, String what) {
        if (of(quantity) > 0) {
            words.add(number(of(quantity)) + " " + what);
        }
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
