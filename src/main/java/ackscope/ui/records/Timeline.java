package ackscope.ui.records;

import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Tries;
import ackscope.ui.base.AttemptWords;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import java.util.Optional;

/**
 * What the attempt timeline draws: one record from {@code send()} to its report, on the axis of the delivery budget. Times are ms after
 * its batch was begun; what {@code send()} blocked lies before 0.
 *
 * @param blockedMs how long {@code send()} kept its caller
 * @param endMs     the right edge: the budget, or less where the picture would be empty
 * @param cut       whether the right edge is less than the budget
 * @param budgetMs  delivery.timeout.ms
 * @param begun     whether the record came into a batch, so that the budget runs
 * @param blocks    what it did, in order, without overlaps
 * @param tries     in order; of very many the first and the last
 * @param inLog     when a broker had it by, where the client did not hear so at once
 * @param report    the callback, when there was one
 * @param usedMs    how much of the budget is used; stands still once there is a report
 * @param live      whether it goes on
 * @param known     what the wire says of the log
 * @param sentence  the whole story for a screen reader
 */
record Timeline(double blockedMs, double endMs, boolean cut, double budgetMs, boolean begun, List<Block> blocks,
        List<Try> tries, List<InLog> inLog, Optional<Report> report, double usedMs, boolean live, Tries known,
        String sentence) {
    /** Whatever {@code send()} blocked takes no more of the width, so that what followed can be seen. */
    private static final double MOST_BLOCKED = 0.35;
    private static final double BLOCKED_ALONE = 0.6;

    Timeline {
        blocks = List.copyOf(blocks);
        tries = List.copyOf(tries);
        inLog = List.copyOf(inLog);
    }

    /** What a stretch of time went into. */
    enum Kind {
        /** Inside {@code send()}: no metadata, or no room in buffer.memory. */
        BLOCKED,
        /** In the client's queue. */
        QUEUED,
        /** A try is under way. */
        WAITING,
        /** Queued again after a failed try. */
        BACKOFF,
        /** Nobody watched. */
        UNSEEN
    }

    /** @param words all of it; {@code brief} is what fits a narrow place */
    record Block(Kind kind, double fromMs, double toMs, String brief, String words) {
    }

    /**
     * One try.
     *
     * @param index of the try in its batch's life
     * @param endMs equals {@code atMs} while it is open
     */
    record Try(BatchLife life, int index, double atMs, double endMs) {
        Attempt attempt() {
            return life.attempts().get(index);
        }

        OutcomeMark.Kind mark() {
            return AttemptWords.mark(attempt());
        }

        /** Whether it is the first of a part of a split batch, whose tries count anew. */
        boolean firstOfPart() {
            return index == 0 && life.parent() >= 0;
        }

        /** Everything that is known of it, in lines. */
        String words() {
            return TimelineWords.of(life, index);
        }
    }

    /** The moment by which a broker had appended it: its answer, or what it told of itself, passed the proxy. */
    record InLog(double atMs, String words) {
    }

    /** The callback; {@code brief} is what fits a narrow place. */
    record Report(double atMs, OutcomeMark.Kind mark, String brief, String words) {
    }

    double leftMs() {
        return Math.max(0, budgetMs - usedMs);
    }

    /** Where a time lies between the left edge, 0, and the right edge, 1. */
    double x(double ms) {
        double share = blockedShare();
        return ms < 0
                ? share * Math.max(0, 1 + ms / blockedMs)
                : share + (1 - share) * Math.min(1, ms / endMs);
    }

    /** The part of the width before 0. */
    double blockedShare() {
        if (blockedMs <= 0) {
            return 0;
        }
        return begun ? Math.min(MOST_BLOCKED, blockedMs / (blockedMs + endMs)) : BLOCKED_ALONE;
    }
}
