package ackscope.ui.charts;

/**
 * Something that happened at one moment, drawn as a vertical line through all charts.
 *
 * @param text a few words
 */
record Mark(long atMs, Kind kind, String text) {

    /** What the line's colour says. */
    enum Kind {
        LEVER, DOWN, UP, LEADER
    }
}
