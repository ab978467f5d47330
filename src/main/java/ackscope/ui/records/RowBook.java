package ackscope.ui.records;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.TransactionEvent;
import ackscope.ui.records.ResultRow.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns events into rows. A record that was announced has its row until its report; identical failures that follow each other fold into
 * one row with a count, and so do acknowledgements that are too many to list. One tick's events give one change of the list.
 */
final class RowBook {
    private static final long FOLD_MS = 3_000;

    private final Map<Long, ResultRow> open = new LinkedHashMap<>();
    private final Map<String, ResultRow> folds = new HashMap<>();
    private Optional<ResultRow> stuck = Optional.empty();
    private long lastRetryMs;
    private String lastError = "";
    private String lastTopic = "";

    /** What one tick changes: rows that go, and rows that come on top, newest first. */
    record Change(List<ResultRow> gone, List<ResultRow> come) {
    }

    private final List<ResultRow> gone = new ArrayList<>();
    private final List<ResultRow> come = new ArrayList<>();

    /** Forgets everything: the list was emptied. */
    void clear() {
        open.clear();
        folds.clear();
        stuck = Optional.empty();
        lastRetryMs = 0;
    }

    /**
     * Takes a tick's events, oldest first.
     *
     * @param waiting records without a report for so long that it matters, those with a row of their own among them; 0 for none
     */
    Change take(List<LabEvent> events, long waiting, int run, long atMs) {
        gone.clear();
        come.clear();
        for (LabEvent event : events) {
            switch (event) {
                case RecordEvent record -> record(record);
                case AttemptEvent.Retried retried -> retried(retried);
                case AttemptEvent.Split _,ClusterEvent _,TransactionEvent _,LogEvent _ -> {
                    // Told in the log panel.
                }
            }
        }
        waiting(waiting - open.size(), run, atMs);
        return new Change(List.copyOf(gone), List.copyOf(come));
    }

    /** Records that wait and have no row of their own share one. */
    private void waiting(long count, int run, long atMs) {
        stuck.ifPresent(this::drop);
        if (count <= 0) {
            stuck = Optional.empty();
            return;
        }
        boolean retried = atMs - lastRetryMs < FOLD_MS;
        ResultRow row = new ResultRow(atMs, run, -1, -1, count, lastTopic, -1, -1, -1, -1,
                retried ? State.RETRYING : State.OPEN,
                retried ? FlowEdge.RETRY : FlowEdge.SEND, Certainty.MAYBE, "no report yet",
                retried
                        ? lastError + " · retriable · tried again until delivery.timeout.ms"
                        : "given to the producer; no acknowledgement for a while");
        come.addFirst(row);
        stuck = Optional.of(row);
    }

    private void record(RecordEvent event) {
        switch (event) {
            case RecordEvent.Sent e -> {
                ResultRow row = new ResultRow(e.atMs(), e.id().run(), e.id().number(), e.id().number(), 1, e.topic(),
                        e.partition(), -1, -1, -1, State.OPEN, FlowEdge.SEND,
                        Certainty.MAYBE, "no report yet", "given to the producer");
                open.put(row.first(), row);
                come.addFirst(row);
            }
            case RecordEvent.Acked e -> {
                ResultRow before = open.remove(e.id().number());
                if (before != null) {
                    drop(before);
                }
                boolean told = e.offset() >= 0;
                come.addFirst(new ResultRow(e.atMs(), e.id().run(), e.id().number(), e.id().number(), 1, e.topic(),
                        e.partition(), e.offset(),
                        before == null ? -1 : Math.max(1, before.tries()), e.latencyMs(), State.ACKED,
                        FlowEdge.ACKNOWLEDGE, told ? Certainty.YES : Certainty.MAYBE,
                        told ? "" : "acks=0: handed to the socket, no broker answers",
                        told
                                ? "acknowledged by the leader of " + e.topic() + "-" + e.partition()
                                : "handed to the socket (acks=0)"));
            }
            case RecordEvent.AckedMany e -> fold("acked " + e.topic(),
                    new ResultRow(e.atMs(), 0, e.first(), e.last(), e.count(), e.topic(), -1, -1, -1, -1,
                            State.ACKED, FlowEdge.ACKNOWLEDGE, Certainty.YES, "offsets by number",
                            "acknowledged; too many to list one by one"));
            case RecordEvent.Failed e -> failed(e);
            case RecordEvent.Unreported e ->
                come.addFirst(new ResultRow(e.atMs(), e.first().run(), e.first().number(), e.last().number(), e.count(),
                        e.topic(), -1, -1, -1, -1, State.UNREPORTED, FlowEdge.SEND, Certainty.MAYBE, e.reason(),
                        "the producer ended without a report"));
        }
    }

    private void failed(RecordEvent.Failed e) {
        int tries = -1;
        if (e.count() == 1) {
            ResultRow before = open.remove(e.first().number());
            if (before != null) {
                tries = before.tries();
                drop(before);
            }
        } else {
            open.values().removeIf(row -> {
                boolean inside = row.first() >= e.first().number() && row.first() <= e.last().number()
                        && matches(row, e.topic(), e.partition());
                if (inside) {
                    drop(row);
                }
                return inside;
            });
        }
        String words = e.error() + ": " + e.message() + (e.kind().retriable() ? " (retriable)" : " (not retriable)");
        fold(e.kind() + e.error() + e.certainty() + e.reason() + e.message().replaceAll("\\d+", "#"),
                new ResultRow(e.atMs(), e.first().run(), e.first().number(), e.last().number(), e.count(), e.topic(),
                        e.partition(), -1, tries,
                        e.latencyMs(), State.FAILED, e.kind().edge(), e.certainty(), e.reason(), words));
    }

    private void fold(String like, ResultRow row) {
        ResultRow before = folds.get(like);
        ResultRow next = row;
        if (before != null && row.atMs() - before.atMs() < FOLD_MS) {
            drop(before);
            next = new ResultRow(row.atMs(), row.run(), Math.min(before.first(), row.first()),
                    Math.max(before.last(), row.last()),
                    before.count() + row.count(), row.topic(),
                    before.partition() == row.partition() ? row.partition() : -1, -1, -1, row.ms(), row.state(),
                    row.edge(), row.inLog(), row.reason(), row.words());
        }
        folds.put(like, next);
        come.addFirst(next);
    }

    private void retried(AttemptEvent.Retried e) {
        lastRetryMs = e.atMs();
        lastError = e.error();
        lastTopic = e.topic();
        List<ResultRow> hit = open.values().stream().filter(row -> matches(row, e.topic(), e.partition())).toList();
        // A row whose partition the client has not told is surely the one only while it is alone.
        if (hit.size() > 1) {
            hit = hit.stream().filter(row -> row.partition() == e.partition()).toList();
        }
        for (ResultRow row : hit) {
            ResultRow next = new ResultRow(e.atMs(), row.run(), row.first(), row.last(), 1, row.topic(), e.partition(),
                    -1, Math.max(1, row.tries()) + 1, -1,
                    State.RETRYING, FlowEdge.RETRY, Certainty.MAYBE, "a try is under way",
                    e.error() + " · retriable · " + left(e.attemptsLeft()));
            drop(row);
            open.put(next.first(), next);
            come.addFirst(next);
        }
    }

    private static String left(int attempts) {
        return attempts > 1_000_000 ? "tried again until delivery.timeout.ms" : attempts + " retries left";
    }

    private static boolean matches(ResultRow row, String topic, int partition) {
        return row.topic().equals(topic) && (row.partition() < 0 || partition < 0 || row.partition() == partition);
    }

    private void drop(ResultRow row) {
        if (!come.remove(row)) {
            gone.add(row);
        }
    }
}
