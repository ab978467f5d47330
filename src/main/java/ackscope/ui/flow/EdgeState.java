package ackscope.ui.flow;

/**
 * One edge now.
 *
 * @param count record-attempts in this run
 * @param rate  per second, over about the last second
 * @param fresh record-attempts since the state before, for the tokens
 * @param words the second line of the label
 * @param tone  the colour of that line
 */
record EdgeState(long count, double rate, long fresh, String words, Tone tone) {
    static final EdgeState NONE = new EdgeState(0, 0, 0, "0/s", Tone.QUIET);

    boolean live() {
        return rate > 0;
    }
}
