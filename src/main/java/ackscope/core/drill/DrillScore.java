package ackscope.core.drill;

/**
 * What naming a cause is worth. From 100 points one is taken off for every two seconds beyond the first ten, and 20 for each wrong answer;
 * who names it has 10 at least, who gives up has none.
 */
public final class DrillScore {
    private static final int FULL = 100;
    private static final int LEAST = 10;
    private static final int WRONG = 20;
    private static final long FREE_S = 10;
    private static final long SECONDS_A_POINT = 2;
    private static final long MS = 1_000;

    private DrillScore() {
    }

    /**
     * Points from 10 to 100.
     *
     * @param tookMs from the beginning of the fault to the right answer
     * @param wrong  answers that were wrong
     */
    public static int points(long tookMs, int wrong) {
        long late = Math.max(0, tookMs / MS - FREE_S) / SECONDS_A_POINT;
        return (int) Math.max(LEAST, FULL - late - (long) WRONG * wrong);
    }
}
