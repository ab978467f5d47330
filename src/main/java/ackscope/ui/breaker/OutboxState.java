package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerView;
import ackscope.ui.base.Figures;

/**
 * What the outbox holds and gave back, in words.
 *
 * @param held     how much of how much
 * @param history  what this run put in and took out
 * @param doubled  what replay may have doubled
 * @param question what to ask before it is thrown away
 * @param count    records held
 * @param share    how full it is, 0..1
 */
record OutboxState(String held, String history, String doubled, String question, long count, double share) {
    static final String PROMISE = "A record that is held was never given to the producer, so its first replay cannot double"
            + " it. One whose replay failed with \"maybe in the log\", and was held again, may be there twice";

    static OutboxState of(BreakerView view) {
        String held = view.held() == 0
                ? "Empty: nothing is held back."
                : Figures.count(view.held()) + " of " + Figures.count(view.limit()) + " records held"
                        + (view.held() >= view.limit() ? ": full, so sending has stopped." : ".");
        String history = "In this run: " + Figures.counted(view.kept(), "record", "records") + " put in, "
                + Figures.count(view.replayed()) + " replayed.";
        return new OutboxState(held, history, PROMISE + ": " + (view.mayDouble() == 0
                ? "none"
                : Figures.count(view.mayDouble())) + " so far in this run.",
                "Throw away " + Figures.counted(view.held(), "record", "records")
                        + "? Each is reported failed. It cannot be undone.",
                view.held(), view.limit() == 0 ? 0 : Math.min(1, (double) view.held() / view.limit()));
    }
}
