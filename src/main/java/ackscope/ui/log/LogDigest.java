package ackscope.ui.log;

import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.LogEvent.Level;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.ui.base.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Leaves room in the log for what matters: of records that are sent and acknowledged the first {@value #SINGLES} in {@value #WINDOW_MS} ms
 * are told one by one, the rest as sums every {@value #SUM_MS} ms; failures with the same cause in one batch are one. Every record stays
 * counted. FX thread.
 */
final class LogDigest {
    static final int SINGLES = 10;
    private static final long WINDOW_MS = 10_000;
    private static final long SUM_MS = 2_000;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Map<AckKey, RecordEvent.AckedMany> acked = new LinkedHashMap<>();
    private final Map<String, Sum> sent = new LinkedHashMap<>();
    private long windowMs;
    private int singles;
    private long sumMs;

    private record AckKey(int run, String topic, boolean acksNone) {
    }

    private record Sum(long count, RecordId first, long atMs) {
    }

    /** A batch's events, fewer of them, with the sums that are due; to be called with empty batches too. */
    List<LabEvent> condense(List<LabEvent> events, long nowMs) {
        if (nowMs - windowMs >= WINDOW_MS) {
            windowMs = nowMs;
            singles = 0;
        }
        if (sent.isEmpty() && acked.isEmpty()) {
            sumMs = nowMs;
        }
        List<LabEvent> told = new ArrayList<>();
        Map<String, Integer> failures = new LinkedHashMap<>();
        for (LabEvent event : events) {
            switch (event) {
                case RecordEvent.Sent e when singles < SINGLES -> told.add(single(e));
                case RecordEvent.Sent e -> sent.merge(e.topic(), new Sum(1, e.id(), e.atMs()),
                        (a, b) -> new Sum(a.count() + 1, a.first(), b.atMs()));
                case RecordEvent.Acked e when singles < SINGLES -> told.add(single(e));
                case RecordEvent.Acked e -> add(new RecordEvent.AckedMany(e.id().run(), e.topic(), e.id().number(),
                        e.id().number(), 1, e.acksNone(), e.atMs()));
                case RecordEvent.AckedMany e -> add(e);
                case RecordEvent.Failed e -> failed(e, told, failures);
                default -> told.add(event);
            }
        }
        if (nowMs - sumMs >= SUM_MS) {
            sent.forEach((topic, sum) -> told.add(new LogEvent(Level.INFO, Figures.counted(sum.count(), "record goes",
                    "more records go") + " to " + topic + ", from " + sum.first() + " on.", sum.atMs())));
            told.addAll(acked.values());
            sent.clear();
            acked.clear();
        }
        return told;
    }

    private LabEvent single(LabEvent event) {
        singles++;
        return event;
    }

    private void add(RecordEvent.AckedMany e) {
        acked.merge(new AckKey(e.run(), e.topic(), e.acksNone()), e,
                (a, b) -> new RecordEvent.AckedMany(a.run(), a.topic(), Math.min(a.first(), b.first()),
                        Math.max(a.last(), b.last()), a.count() + b.count(), a.acksNone(), b.atMs()));
    }

    private static void failed(RecordEvent.Failed e, List<LabEvent> told, Map<String, Integer> failures) {
        String like = e.first().run() + e.topic() + "/" + e.partition() + e.kind() + e.error() + e.certainty()
                + e.reason() + DIGITS.matcher(e.message()).replaceAll("#");
        Integer at = failures.putIfAbsent(like, told.size());
        if (at == null) {
            told.add(e);
        } else if (told.get(at) instanceof RecordEvent.Failed f) {
            told.set(at, new RecordEvent.Failed(lower(f.first(), e.first()), higher(f.last(), e.last()),
                    f.count() + e.count(), f.topic(), f.partition(), f.kind(), f.error(), f.message(), f.certainty(),
                    f.reason(), e.latencyMs(), e.atMs()));
        }
    }

    private static RecordId lower(RecordId a, RecordId b) {
        return a.number() <= b.number() ? a : b;
    }

    private static RecordId higher(RecordId a, RecordId b) {
        return a.number() >= b.number() ? a : b;
    }
}
