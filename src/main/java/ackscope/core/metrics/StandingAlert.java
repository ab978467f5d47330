package ackscope.core.metrics;

import ackscope.core.event.FlowEdge;
import java.util.Optional;
import java.util.OptionalLong;

/** An alert that stands, and what was measured since it was raised. For one thread. */
final class StandingAlert {
    /** How often the measured values in its words are renewed: faster, they could not be read. */
    static final int RENEWED_MS = 1_000;

    private final AlertCondition condition;
    private final long id;
    private final Optional<FlowEdge> most;
    private final boolean queued;
    private final long raisedMs;
    private Reading worst;
    private Alert shown;
    private boolean faultActed;
    private long renewedMs;

    /**
     * @param most      the edge by which most of the latest failures came, if any did
     * @param queued    whether threads wait for buffer memory
     * @param faultActs whether something is broken on purpose
     */
    StandingAlert(AlertCondition condition, long id, Reading reading, Optional<FlowEdge> most, boolean queued,
            boolean faultActs, long atMs) {
        this.condition = condition;
        this.id = id;
        this.most = most;
        this.queued = queued;
        raisedMs = atMs;
        worst = reading;
        hold(reading, faultActs, atMs);
    }

    /** As it is told. */
    Alert shown() {
        return shown;
    }

    /** It goes on, or it does not for the moment. */
    void take(Reading reading, boolean calm, boolean faultActs, long atMs) {
        if (calm) {
            if (shown.holds()) {
                shown = past(OptionalLong.empty());
            }
            return;
        }
        worst = condition.worse(reading.value(), worst.value()) ? reading : worst;
        if (!shown.holds() || faultActs != faultActed || atMs - renewedMs >= RENEWED_MS) {
            hold(reading, faultActs, atMs);
        }
    }

    private void hold(Reading reading, boolean faultActs, long atMs) {
        AlertWords words = AlertWords.of(condition, most, queued, faultActs);
        shown = new Alert(id, condition.title(), true, words.cause(), reading.now(), words.next(), raisedMs,
                OptionalLong.empty());
        faultActed = faultActs;
        renewedMs = atMs;
    }

    /** It is cleared. */
    Alert cleared(long atMs) {
        return past(OptionalLong.of(atMs));
    }

    private Alert past(OptionalLong clearedMs) {
        AlertWords words = AlertWords.past(condition, most, queued);
        return new Alert(id, condition.title(), false, words.cause(), worst.was(), words.next(), raisedMs, clearedMs);
    }
}
