package ackscope.core.run;

import java.util.Locale;

/**
 * How the records that were sent first to warm the producer up are told apart: the client and the audit count them like any other, so
 * figures of what went well hold them, and are written as a sum.
 */
public final class WarmUp {
    private WarmUp() {
    }

    /** A count that holds them as a sum, "300 + 1"; just the count where the run has none. */
    public static String sum(RunRecord run, long count) {
        long warm = in(run, count);
        return warm == 0 ? number(count) : number(count - warm) + " + " + number(warm);
    }

    /** A count without them. */
    public static long without(RunRecord run, long count) {
        return count - in(run, count);
    }

    /** What stands after the plus, in a sentence; "" where the run has none. */
    public static String note(RunRecord run) {
        long warm = run.warmUps();
        return warm == 0 ? "" : "+ " + number(warm) + ": sent first, only to warm the producer up.";
    }

    /** A play that was cancelled early may not even have warmed up. */
    private static long in(RunRecord run, long count) {
        return count >= run.warmUps() ? run.warmUps() : 0;
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
