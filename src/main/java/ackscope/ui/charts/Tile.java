package ackscope.ui.charts;

/**
 * What one tile says.
 *
 * @param value  the figure
 * @param unit   after it, smaller; may be empty
 * @param detail the most useful thing to know beside it, in a few words
 */
record Tile(String value, String unit, String detail) {
    /** Before anything is known. */
    static final Tile BLANK = new Tile("–", "", "");
}
