package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what to tell a person who does not look at the alerts: what was raised since they last could see it and still stands, together
 * in one notice, and none for {@value #QUIET_MS} ms after one. FX thread.
 */
final class AlertBell {
    static final long QUIET_MS = 10_000;
    private static final int NAMED = 3;

    private long seen;
    private long rungMs = -QUIET_MS;

    /** What to show, in words. */
    record Notice(String title, String text) {
    }

    /**
     * @param alerts newest first
     * @param quiet  nothing is to be told now, and what is raised meanwhile is not told later: the alerts are in sight, or the bell is off
     */
    Optional<Notice> take(List<Alert> alerts, long nowMs, boolean quiet) {
        if (quiet) {
            seenAll(alerts);
            return Optional.empty();
        }
        List<Alert> news = alerts.stream().filter(a -> a.id() > seen && a.clearedMs().isEmpty()).toList();
        if (news.isEmpty() || nowMs - rungMs < QUIET_MS) {
            return Optional.empty();
        }
        rungMs = nowMs;
        seenAll(alerts);
        return Optional.of(news.size() == 1 ? one(news.getFirst()) : several(news));
    }

    private void seenAll(List<Alert> alerts) {
        alerts.forEach(a -> seen = Math.max(seen, a.id()));
    }

    private static Notice one(Alert alert) {
        return new Notice(alert.rule(), alert.evidence() + "\n" + alert.next());
    }

    private static Notice several(List<Alert> news) {
        String lines = news.stream().limit(NAMED).map(a -> a.rule() + ": " + a.evidence())
                .collect(Collectors.joining("\n"));
        return new Notice(news.size() + " alerts",
                news.size() > NAMED ? lines + "\nand " + (news.size() - NAMED) + " more" : lines);
    }
}
