package ackscope.ui.compose;

import ackscope.core.send.Progress;
import ackscope.ui.base.Figures;

/** How far a send action is, and what is left of it, in a few words. */
final class ProgressWords {
    private ProgressWords() {
    }

    static String of(Progress now) {
        return switch (now.phase()) {
            case IDLE -> now.problem().isEmpty() ? "" : "stopped early";
            case OPENING -> "opening a producer";
            case DRAINING -> Figures.count(now.done()) + " · waiting for reports";
            case CLOSING -> "draining, then a new producer";
            case SENDING -> {
                String done = Figures.count(now.done());
                if (now.count().isEmpty() || now.rate() == 0 || now.done() == 0) {
                    yield now.count().isEmpty()
                            ? done + " sent"
                            : done + " of " + Figures.count(now.count().getAsLong());
                }
                long left = Math.round((now.count().getAsLong() - now.done()) / now.rate());
                yield done + " · " + Figures.span(left * 1000) + " left";
            }
        };
    }
}
