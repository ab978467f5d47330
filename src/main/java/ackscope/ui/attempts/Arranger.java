package ackscope.ui.attempts;

import ackscope.ui.base.AttemptWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts what passes the filter into an order. */
final class Arranger {
    /** Orders that are no groups list at most so many tries, the newest. */
    private static final int MOST_FLAT = 5_000;
    private static final Comparator<Line> NEWEST_FIRST = Comparator
            .<Line>comparingLong(line -> line.content() instanceof Content.Try t ? t.attempt().sentUs() : 0).reversed();

    private final Map<Integer, Line> brokers = new HashMap<>();

    /** How the lines are ordered. */
    enum Order {
        BATCH("By batch"), TIME("By time"), BROKER("By broker");

        private final String title;

        Order(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * @param quiet      batches without a failed try, in the order of their coming
     * @param failedOnly only batches with a failed try, and of them in the orders without groups only the failed tries
     * @param search     text that a batch must hold, "" for any
     */
    List<Line> arrange(Collection<Entry> quiet, Collection<Entry> troubled, Order order, boolean failedOnly,
            String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<Entry> entries = new ArrayList<>(troubled);
        if (!failedOnly) {
            entries.addAll(quiet);
        }
        entries.removeIf(entry -> !wanted.isEmpty() && !entry.text().contains(wanted));
        entries.sort(Comparator.<Entry>comparingLong(entry -> entry.life().id()).reversed());
        return switch (order) {
            case BATCH -> byBatch(entries);
            case TIME -> flat(entries, failedOnly);
            case BROKER -> byBroker(flat(entries, failedOnly));
        };
    }

    private static List<Line> byBatch(List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            lines.add(entry.head());
            lines.addAll(entry.tries());
        }
        return lines;
    }

    private static List<Line> flat(List<Entry> entries, boolean failedOnly) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            for (Line line : entry.tries()) {
                if (line.content() instanceof Content.Try t && (!failedOnly || AttemptWords.failed(t.attempt()))) {
                    lines.add(line);
                }
            }
        }
        lines.sort(NEWEST_FIRST);
        return lines.size() <= MOST_FLAT ? lines : new ArrayList<>(lines.subList(0, MOST_FLAT));
    }

    private List<Line> byBroker(List<Line> tries) {
        Map<Integer, List<Line>> groups = new TreeMap<>();
        for (Line line : tries) {
            if (line.content() instanceof Content.Try t) {
                groups.computeIfAbsent(t.attempt().node(), _ -> new ArrayList<>()).add(line);
            }
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((node, some) -> {
            int failed = (int) some.stream().map(Line::content).filter(Content.Try.class::isInstance)
                    .map(Content.Try.class::cast).map(Content.Try::attempt).filter(AttemptWords::failed).count();
            Content head = new Content.Broker(node, some.size(), failed);
            Line line = brokers.computeIfAbsent(node, n -> new Line(-1L - n, Line.HEAD, head));
            if (!line.content().equals(head)) {
                line.show(head);
            }
            lines.add(line);
            lines.addAll(some);
        });
        return lines;
    }
}
