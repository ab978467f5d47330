package ackscope.core.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario cannot be read or played; the message says what, why, and what to change. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 12;

    private final transient List<Flaw> flaws;

    public ScenarioException(String message) {
        super(message);
        flaws = List.of();
    }

    public ScenarioException(String message, Throwable cause) {
        super(message, cause);
        flaws = List.of();
    }

    /** @param source the file, or whatever it came from */
    ScenarioException(String source, List<Flaw> flaws) {
        super(source + " is no scenario that can be played:\n" + flaws.stream().limit(MOST).map(f -> "  " + f)
                .collect(Collectors.joining("\n"))
                + (flaws.size() > MOST ? "\n  and " + (flaws.size() - MOST) + " more" : ""));
        this.flaws = List.copyOf(flaws);
    }

    /** What is wrong in the file, in its order; empty when it is something else. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
