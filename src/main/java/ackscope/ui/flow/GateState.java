package ackscope.ui.flow;

import ackscope.core.breaker.BreakerView;
import ackscope.core.event.BreakerEvent.State;
import ackscope.ui.base.Figures;

/**
 * The circuit breaker as a gate in front of the producer.
 *
 * @param on     whether there is one
 * @param state  decides how the arm stands
 * @param title  the state in words
 * @param detail how near it is to opening, or what it waits for
 * @param outbox what is held, in words
 * @param share  how much of the limit is reached, 0..1
 */
record GateState(boolean on, State state, String title, String detail, String outbox, double share) {
    static final GateState OFF = new GateState(false, State.CLOSED, "", "", "", 0);

    static GateState of(BreakerView view) {
        if (!view.on()) {
            return OFF;
        }
        boolean known = !Double.isNaN(view.failureRate());
        double share = known && view.failureLimit() > 0 ? Math.min(1, view.failureRate() / view.failureLimit()) : 0;
        return switch (view.state()) {
            case CLOSED -> new GateState(true, State.CLOSED, "Closed: passing",
                    known
                            ? percent(view.failureRate()) + " of " + percent(view.failureLimit())
                            : view.outcomes() + " of " + view.least() + " seen",
                    outbox(view), share);
            case OPEN -> new GateState(true, State.OPEN, "Open: holding",
                    view.nextTryMs() > 0
                            ? "next try in " + Figures.ms((double) view.nextTryMs())
                            : "tries with the next",
                    outbox(view), 1);
            case HALF_OPEN -> new GateState(true, State.HALF_OPEN, "Half open: trying",
                    view.permits() < 0
                            ? "a few pass"
                            : Figures.counted(view.permits(), "more may pass", "more may pass"),
                    outbox(view), share);
        };
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String outbox(BreakerView view) {
        return "Outbox " + Figures.shortCount(view.held());
    }
}
