package ackscope.core.scenario;

import ackscope.core.secret.Secrets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** A scenario cannot be read or played; the message says what, why, and what to change. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 12;

    private final transient List<Flaw> flaws;

    public ScenarioException(String message) {
        super(Secrets.hidden(message));
        flaws = List.of();
    }

    public ScenarioException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
        flaws = List.of();
    }

    /** @param source the file, or whatever it came from */
    ScenarioException(String source, List<Flaw> flaws) {
        super(source + " is no scenario that can be played:\n" + flaws.stream().limit(MOST).map(f -> "  " + f)
                .collect(Collectors.joining("\n"))
                + (flaws.size() > MOST ? "\n  and " + (flaws.size() - MOST) + " more" : ""));
        this.flaws = List.copyOf(flaws);
    }

    /**
     * What ended a play, in words, with what could not be put right afterwards.
     *
     * @param what  was played: "It", "The drill"
     * @param first why it ended, with what went wrong afterwards as its suppressed exceptions
     * @return {@code first} itself where it says all
     */
    public static RuntimeException ended(String what, RuntimeException first) {
        String after = Arrays.stream(first.getSuppressed()).map(Secrets::said)
                .collect(Collectors.joining(" "));
        boolean said = first instanceof ScenarioException || first instanceof CancellationException;
        if (said && after.isEmpty()) {
            return first;
        }
        String words = first instanceof CancellationException
                ? what + " was cancelled."
                : said ? Secrets.said(first) : what + " ended early: " + Secrets.said(first);
        return new ScenarioException(
                after.isEmpty() ? words : words + " Afterwards not everything could be put right: " + after, first);
    }

    /** What is wrong in the file, in its order; empty when it is something else. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
