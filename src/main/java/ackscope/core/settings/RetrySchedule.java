package ackscope.core.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * When a batch that always fails is tried, within its delivery budget. Times are ms since the batch was created; a window is earliest to
 * latest, by linger and the jitter of the backoff. Assumes that every try is answered after the same time.
 *
 * @param tries    the tries that may happen, at most as many as were asked for
 * @param more     whether there are more than are listed
 * @param certain  how many of the listed tries happen for sure, whatever the jitter
 * @param budgetMs {@code delivery.timeout.ms} as the client holds it
 * @param ending   what ends it
 * @param endMs    when it ends, at the latest
 */
public record RetrySchedule(List<Try> tries, boolean more, int certain, int budgetMs, Ending ending, long endMs) {
    public RetrySchedule {
        tries = List.copyOf(tries);
    }

    /** One try; number 1 is the first transmission. */
    public record Try(int number, long earliestMs, long latestMs) {
    }

    /** What ends a batch that always fails. */
    public enum Ending {
        /** The delivery budget is used up. */
        DELIVERY_TIMEOUT,
        /** The last try that {@code retries} allows has failed. */
        RETRIES,
        /** acks=0: writing to the socket is the end, and success. */
        HANDED_OVER
    }

    /**
     * @param answerMs how long every try takes to fail, 0 for at once; a lost answer takes the request time-out
     * @param most     how many tries to list
     */
    public static RetrySchedule of(EffectiveSettings settings, long answerMs, int most) {
        int budget = settings.deliveryTimeoutMs();
        long answer = Math.min(answerMs, settings.requestTimeoutMs());
        Backoff backoff = new Backoff(settings.retryBackoffMs(), settings.retryBackoffMaxMs());
        boolean blind = settings.acks() == Acks.NONE;
        long allowed = blind ? 1 : settings.retries() + 1L;
        List<Try> tries = new ArrayList<>();
        long earliest = 0;
        long latest = settings.lingerMs();
        int certain = 0;
        int number = 1;
        // A retry is decided when the answer comes, so the budget must not be used up by then, nor when the try is due.
        for (; number <= allowed && earliest < budget && tries.size() < most; number++) {
            tries.add(new Try(number, earliest, Math.min(latest, budget)));
            certain += latest < budget ? 1 : 0;
            earliest += answer + backoff.earliestMs(number);
            latest += answer + backoff.latestMs(number);
        }
        boolean more = number <= allowed && earliest < budget;
        if (blind) {
            return new RetrySchedule(tries, false, certain, budget, Ending.HANDED_OVER, settings.lingerMs());
        }
        boolean usedUp = number > allowed && certain == tries.size();
        long lastAnswer = tries.isEmpty() ? 0 : tries.getLast().latestMs() + answer;
        return new RetrySchedule(tries, more, certain, budget, usedUp && lastAnswer < budget
                ? Ending.RETRIES
                : Ending.DELIVERY_TIMEOUT, usedUp ? Math.min(lastAnswer, budget) : budget);
    }

    /** "12 tries", "11 to 13 tries", "over 200 tries", "1 try". */
    public String count() {
        if (more) {
            return "over " + tries.size() + " tries";
        }
        if (certain < tries.size()) {
            return Math.max(1, certain) + " to " + tries.size() + " tries";
        }
        return tries.size() == 1 ? "1 try" : tries.size() + " tries";
    }

    /** What ends it and when, in words: "give up at 8 s". */
    public String end() {
        return switch (ending) {
            case DELIVERY_TIMEOUT -> "give up at " + Words.time(endMs);
            case RETRIES -> "retries used up by " + Words.time(endMs);
            case HANDED_OVER -> "done when it is in the socket";
        };
    }
}
