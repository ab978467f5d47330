package ackscope.ui.charts;

/**
 * Something that happened at one moment, drawn as a vertical line through all charts.
 *
 * @param text a few words
 */
record Mark(long atMs, Kind kind, String text) {

    /** Whether it is what a person did, and not what followed from it. */
    boolean done() {
        return kind == Kind.LEVER || kind == Kind.FAULT || kind == Kind.HELP || kind == Kind.PLAY;
    }

    /** What the line's colour says. */
    enum Kind {
        LEVER, FAULT, HELP, PLAY, DOWN, UP, LEADER, HEALED, ALERT, BREAKER, CALM
    }
}
