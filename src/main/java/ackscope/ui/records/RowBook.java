package ackscope.ui.records;

import ackscope.core.event.AlertEvent;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.TransactionEvent;
import ackscope.core.wire.AttemptNews;
import ackscope.ui.records.ResultRow.State;
import ackscope.ui.records.Rows.Which;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * Turns one run's events into lines. A record that was announced has its line until its report; identical failures that follow each other
 * fold into one line with a count, and so do acknowledgements that are too many to list. A line changes in its place. One tick's events
 * give one change of the list.
 */
final class RowBook {
    private static final long FOLD_MS = 3_000;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Map<Long, Line> open = new LinkedHashMap<>();
    private final Map<String, Line> folds = new HashMap<>();
    private final Set<Line> gone = new LinkedHashSet<>();
    private final Set<Line> changed = new LinkedHashSet<>();
    private final Set<Line> come = new LinkedHashSet<>();
    private final Map<Line, Line> heirs = new HashMap<>();
    private final TriesBook tries = new TriesBook(this::change);
    private Optional<Line> stuck = Optional.empty();
    private int run = -1;
    private long startedMs;
    private long nextKey;
    private long lastRetryMs;
    private String lastError = "";

    /**
     * What one tick changes.
     *
     * @param gone    lines that go
     * @param changed lines that show something else now
     * @param come    lines that come on top, newest first
     * @param heirs   for lines that went into another one, that one
     */
    record Change(List<Line> gone, List<Line> changed, List<Line> come, Map<Line, Line> heirs) {
    }

    /**
     * Records without a report for so long that it matters, those with a line of their own among them.
     *
     * @param count 0 for none
     * @param topic "" when they may be of several
     */
    record Waiting(long count, String topic) {
        static final Waiting NONE = new Waiting(0, "");
    }

    /** Forgets everything and takes the events of this run from now on: the list was emptied. */
    void begin(int ofRun, long atMs) {
        open.clear();
        folds.clear();
        tries.begin(ofRun);
        stuck = Optional.empty();
        run = ofRun;
        startedMs = atMs;
        lastRetryMs = 0;
    }

    /** Takes a tick's events, oldest first, and what the wire saw; what is of another run is passed over. */
    Change take(List<LabEvent> events, AttemptNews news, Waiting waiting, long atMs) {
        gone.clear();
        changed.clear();
        come.clear();
        heirs.clear();
        for (LabEvent event : events) {
            switch (event) {
                case RecordEvent record -> record(record);
                case AttemptEvent.Retried retried -> retried(retried);
                case AttemptEvent.Split _,ClusterEvent _,TransactionEvent _,FaultEvent _,BreakerEvent _,AlertEvent _,LogEvent _ -> {
                    // Told in the log panel.
                }
            }
        }
        tries.take(news);
        waiting(waiting.count() - open.size(), waiting.topic(), atMs);
        return new Change(List.copyOf(gone), List.copyOf(changed), List.copyOf(come).reversed(), Map.copyOf(heirs));
    }

    /** The line of this record alone, if it has one. */
    Optional<Line> line(long number) {
        return tries.line(number);
    }

    /** Drops the lines of records that have a report by now although it was not told: events were lost. In the next change. */
    List<Line> dropReported(LongPredicate stillOpen) {
        List<Line> lost = open.values().stream().filter(line -> !stillOpen.test(line.row().first())).toList();
        lost.forEach(line -> open.remove(line.row().first()));
        return lost;
    }

    /** Records that wait and have no line of their own share one. */
    private void waiting(long count, String topic, long atMs) {
        if (count <= 0) {
            stuck.ifPresent(this::drop);
            stuck = Optional.empty();
            return;
        }
        boolean retried = atMs - lastRetryMs < FOLD_MS;
        String words = retried
                ? "waiting; batches are being retried (" + lastError + ")"
                : "given to the producer; no acknowledgement for a while";
        ResultRow row = Rows.row(atMs, new Which(run, -1, -1, count, topic, -1), -1, -1, -1,
                retried ? State.RETRYING : State.OPEN,
                retried ? FlowEdge.RETRY : FlowEdge.SEND, Certainty.MAYBE, "no report yet", words);
        if (stuck.isEmpty()) {
            stuck = Optional.of(add(row));
        } else if (stuck.get().row().count() != count || !stuck.get().row().words().equals(words)) {
            change(stuck.get(), row);
        }
    }

    private void record(RecordEvent event) {
        switch (event) {
            case RecordEvent.Sent e when e.id().run() == run -> open.put(e.id().number(),
                    add(Rows.open(e.atMs(), Which.one(run, e.id().number(), e.topic(), e.partition()))));
            case RecordEvent.Acked e when e.id().run() == run -> {
                Optional<Line> before = Optional.ofNullable(open.remove(e.id().number()));
                int tries = before.map(line -> Math.max(1, line.row().tries())).orElse(-1);
                ResultRow row = Rows.acked(e.atMs(), Which.one(run, e.id().number(), e.topic(), e.partition()),
                        e.offset(), tries, e.latencyMs(), e.acksNone());
                before.ifPresentOrElse(line -> change(line, row), () -> add(row));
            }
            case RecordEvent.AckedMany e when e.run() == run -> {
                if (e.count() == e.last() - e.first() + 1) {
                    close(e.first(), e.last(), e.topic());
                }
                fold("acked " + e.topic() + e.acksNone(), Optional.empty(), Rows.acked(e.atMs(),
                        new Which(run, e.first(), e.last(), e.count(), e.topic(), -1), -1, -1, -1, e.acksNone()));
            }
            case RecordEvent.Failed e when e.first().run() == run -> failed(e);
            case RecordEvent.Unreported e when e.first().run() == run -> {
                // Everything of this topic that was open in this range is among them.
                close(e.first().number(), e.last().number(), e.topic());
                add(Rows.unreported(e.atMs(),
                        new Which(run, e.first().number(), e.last().number(), e.count(), e.topic(), -1), e.reason()));
            }
            case RecordEvent _ -> {
                // Of a run that has ended.
            }
        }
    }

    private void failed(RecordEvent.Failed e) {
        Optional<Line> before = Optional.empty();
        if (e.count() == 1) {
            before = Optional.ofNullable(open.remove(e.first().number()));
        } else if (e.count() == e.last().number() - e.first().number() + 1) {
            close(e.first().number(), e.last().number(), e.topic());
        }
        fold(e.topic() + "/" + e.kind() + e.error() + e.certainty() + e.reason()
                + DIGITS.matcher(e.message()).replaceAll("#"),
                before,
                Rows.failed(e.atMs(),
                        new Which(run, e.first().number(), e.last().number(), e.count(), e.topic(), e.partition()),
                        before.map(line -> line.row().tries()).orElse(-1), e.latencyMs(), e.kind(), e.error(),
                        e.message(), e.certainty(), e.reason()));
    }

    /** The lines of these records go, because another one counts them. */
    private void close(long first, long last, String topic) {
        open.values().removeIf(line -> {
            ResultRow row = line.row();
            boolean inside = row.first() >= first && row.first() <= last && row.topic().equals(topic);
            if (inside) {
                drop(line);
            }
            return inside;
        });
    }

    /** @param own the line that the record had, which goes into the fold or begins it */
    private void fold(String like, Optional<Line> own, ResultRow row) {
        Line fold = folds.get(like);
        if (fold == null || row.atMs() - fold.row().atMs() >= FOLD_MS) {
            own.ifPresent(line -> change(line, row));
            folds.put(like, own.orElseGet(() -> add(row)));
            return;
        }
        own.ifPresent(line -> {
            drop(line);
            heirs.put(line, fold);
        });
        ResultRow before = fold.row();
        Which both = new Which(run, Math.min(before.first(), row.first()), Math.max(before.last(), row.last()),
                before.count() + row.count(), row.topic(),
                before.partition() == row.partition() ? row.partition() : -1);
        int never = before.tries() == 0 && row.tries() == 0 ? 0 : -1;
        change(fold, Rows.row(row.atMs(), both, -1, never, row.ms(), row.state(), row.edge(), row.inLog(), row.reason(),
                row.words()));
    }

    private void retried(AttemptEvent.Retried e) {
        if (e.atMs() < startedMs) {
            return;
        }
        lastRetryMs = e.atMs();
        lastError = e.error();
        List<Line> hit = open.values().stream().filter(line -> matches(line.row(), e.topic(), e.partition())).toList();
        // A line whose partition the client has not told is surely the one only while it is alone.
        if (hit.size() > 1) {
            hit = hit.stream().filter(line -> line.row().partition() == e.partition()).toList();
        }
        for (Line line : hit) {
            ResultRow row = line.row();
            change(line, Rows.row(e.atMs(), Which.one(run, row.first(), row.topic(), e.partition()), -1,
                    tries.watched() ? row.tries() : Math.max(1, row.tries()) + 1, -1, State.RETRYING, FlowEdge.RETRY,
                    Certainty.MAYBE,
                    "a try is under way", e.error() + " · retriable · " + left(e.attemptsLeft())));
        }
    }

    private static String left(int attempts) {
        return attempts > 1_000_000 ? "tried again until delivery.timeout.ms" : attempts + " retries left";
    }

    private static boolean matches(ResultRow row, String topic, int partition) {
        return row.topic().equals(topic) && (row.partition() < 0 || row.partition() == partition);
    }

    private Line add(ResultRow row) {
        Line line = new Line(nextKey++, row);
        come.add(line);
        tries.know(line);
        return line;
    }

    private void change(Line line, ResultRow row) {
        line.show(row);
        if (!come.contains(line)) {
            changed.add(line);
        }
    }

    private void drop(Line line) {
        tries.forget(line);
        changed.remove(line);
        if (!come.remove(line)) {
            gone.add(line);
        }
    }
}
