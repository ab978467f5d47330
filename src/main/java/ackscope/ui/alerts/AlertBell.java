package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what to tell a person who does not look at the alerts: what was raised since they last could see it and still goes on, together
 * in one notice. A notice is up for {@value #SHOWN_MS} ms, or until what it tells of is over; the next one begins {@value #QUIET_MS} ms
 * after it at the earliest, and a rule that was told is not told again for {@value #AGAIN_MS} ms. FX thread.
 */
final class AlertBell {
    static final long SHOWN_MS = 6_000;
    static final long QUIET_MS = 10_000;
    static final long AGAIN_MS = 30_000;

    private final Map<String, Long> toldMs = new HashMap<>();
    private List<Long> told = List.of();
    /** Of the alerts that there are. */
    private final Set<Long> seen = new HashSet<>();
    private long rungMs = -QUIET_MS;

    /**
     * What to show, in words.
     *
     * @param text in a line
     * @param more what stands behind it and what to try, "" where that is not told
     */
    record Notice(String title, String text, String more) {
    }

    /**
     * What is up now.
     *
     * @param alerts newest first
     * @param quiet  nothing is to be told now, and what is raised meanwhile is not told later: the alerts are in sight, or the bell is off
     */
    Optional<Notice> take(List<Alert> alerts, long nowMs, boolean quiet) {
        seen.retainAll(ids(alerts));
        if (quiet) {
            seen.addAll(ids(alerts));
            told = List.of();
            return Optional.empty();
        }
        List<Alert> unseen = alerts.stream().filter(a -> !seen.contains(a.id())).toList();
        List<Alert> later = unseen.stream().filter(a -> a.holds() && toldLately(a, nowMs)).toList();
        List<Alert> news = unseen.stream().filter(a -> a.holds() && !later.contains(a)).toList();
        if (!news.isEmpty() && nowMs - rungMs >= QUIET_MS) {
            rungMs = nowMs;
            news.forEach(a -> toldMs.put(a.rule(), nowMs));
            told = ids(news);
            seen.addAll(ids(alerts));
            seen.removeAll(ids(later));
        }
        if (nowMs - rungMs >= SHOWN_MS) {
            told = List.of();
        }
        List<Alert> up = alerts.stream().filter(a -> told.contains(a.id()) && a.holds()).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(up.size() == 1 ? one(up.getFirst()) : several(up));
    }

    private boolean toldLately(Alert alert, long nowMs) {
        return nowMs - toldMs.getOrDefault(alert.rule(), -AGAIN_MS) < AGAIN_MS;
    }

    private static List<Long> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    private static Notice one(Alert alert) {
        return new Notice(alert.rule(), alert.evidence(), more(alert));
    }

    private static String more(Alert alert) {
        return alert.next().isEmpty() ? "" : alert.cause() + "\n" + alert.next();
    }

    private static Notice several(List<Alert> up) {
        return new Notice(up.size() + " alerts", up.stream().map(Alert::rule).collect(Collectors.joining(", ")),
                up.stream().map(a -> a.rule() + ": " + a.evidence()).collect(Collectors.joining("\n")));
    }
}
