package ackscope.core.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains every anomaly of a run, listed or not, by {@link Causes}. Records whose evidence is the same to a fraction of a second are
 * looked at once, so that a million of them cost little. For one thread.
 */
final class Explainer implements Checker.Watcher {
    private static final long ALIKE_MS = 200;
    private static final int MOST = 40;
    private static final List<Verdict> WORST_FIRST = List.of(Verdict.LOST, Verdict.ABORTED_VISIBLE,
            Verdict.COMMITTED_INVISIBLE, Verdict.WRONG_CONTENT, Verdict.WRITTEN_THOUGH_FAILED, Verdict.DUPLICATED,
            Verdict.REORDERED, Verdict.REMOVED);

    private final RunFacts facts;
    private final AuditSubject subject;
    private final Map<String, Integer> minInsync;
    private final Map<Alike, Causes.Words> known = new HashMap<>();
    private final Map<Row, Long> rows = new LinkedHashMap<>();

    /** Records of which nothing is known that tells them apart. */
    private record Alike(Verdict verdict, String topic, int partition, int producer, int cause, long sent,
            long told) {
    }

    private record Row(Verdict verdict, Causes.Words words) {
    }

    /** @param minInsync min.insync.replicas by topic, where known */
    Explainer(RunFacts facts, AuditSubject subject, Map<String, Integer> minInsync) {
        this.facts = facts;
        this.subject = subject;
        this.minInsync = Map.copyOf(minInsync);
    }

    @Override
    public void suspect(Verdict verdict, long number) {
        long sent = facts.sentMs(number);
        long told = facts.toldMs(number) < 0 ? subject.untilMs() : facts.toldMs(number);
        int producer = facts.producer(number);
        int partition = facts.partition(number);
        int cause = facts.causeNumber(number);
        String topic = facts.topic(number);
        Causes.Words words = known.computeIfAbsent(
                new Alike(verdict, topic, partition, producer, cause, sent / ALIKE_MS, told / ALIKE_MS),
                _ -> Causes.of(verdict, new Evidence(facts.settings(producer), minInsync.getOrDefault(topic, 0), sent,
                        told, subject.untilMs(), facts.cause(cause),
                        subject.happenings().stream().filter(h -> h.concerns(topic, partition)).toList(),
                        facts.wire(number, 0, partition))));
        rows.merge(new Row(verdict, words), 1L, Long::sum);
    }

    /** Why, the worst first; of many, the most frequent. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        rows.forEach((row, count) -> all.add(new Finding(row.verdict(), count, row.words().cause(),
                row.words().prevention(), row.words().established())));
        all.sort(Comparator.<Finding>comparingInt(f -> WORST_FIRST.indexOf(f.verdict()))
                .thenComparing(Comparator.comparingLong(Finding::count).reversed()));
        return all.stream().limit(MOST).toList();
    }
}
