package ackscope.ui.attempts;

import ackscope.core.event.AttemptEvent;
import ackscope.ui.base.Figures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** What the client's log told of retries and splits, newest first, bounded: all that is known where no wire is watched. */
final class ToldLines {
    private final int most;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long next;
    private long dropped;

    ToldLines(int most) {
        this.most = most;
    }

    void clear() {
        lines.clear();
        dropped = 0;
    }

    void add(AttemptEvent event) {
        lines.addFirst(new Line(next++, 1, new Content.Told(event)));
        if (lines.size() > most) {
            lines.removeLast();
            dropped++;
        }
    }

    List<Line> lines(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<Line> some = new ArrayList<>();
        for (Line line : lines) {
            if (line.content() instanceof Content.Told t
                    && (wanted.isEmpty() || text(t.event()).toLowerCase(Locale.ROOT).contains(wanted))) {
                some.add(line);
            }
        }
        return some;
    }

    List<AttemptEvent> events() {
        return lines.stream().map(Line::content).filter(Content.Told.class::isInstance).map(Content.Told.class::cast)
                .map(Content.Told::event).toList();
    }

    String caption() {
        return "no proxies before this cluster: failed tries are told by the client's own log line, good ones by its metrics"
                + (dropped == 0 ? "" : " · not listed: " + Figures.count(dropped) + " older");
    }

    /** The words of an event, for its row and for the search. */
    static String text(AttemptEvent event) {
        return place(event) + " " + error(event) + " " + meaning(event);
    }

    static String place(AttemptEvent event) {
        return switch (event) {
            case AttemptEvent.Retried e -> e.topic() + "-" + e.partition();
            case AttemptEvent.Split e -> e.topic() + "-" + e.partition();
        };
    }

    static long correlationId(AttemptEvent event) {
        return switch (event) {
            case AttemptEvent.Retried e -> e.correlationId();
            case AttemptEvent.Split e -> e.correlationId();
        };
    }

    static String error(AttemptEvent event) {
        return switch (event) {
            case AttemptEvent.Retried e -> e.error();
            case AttemptEvent.Split _ -> "MESSAGE_TOO_LARGE";
        };
    }

    static String meaning(AttemptEvent event) {
        return switch (event) {
            case AttemptEvent.Retried e -> "queued again; "
                    + (e.attemptsLeft() > 1_000_000
                            ? "tried until delivery.timeout.ms"
                            : Figures.counted(e.attemptsLeft(), "retry", "retries") + " left");
            case AttemptEvent.Split _ -> "split, and its parts queued again; no retry";
        };
    }
}
