package ackscope.ui.charts;

/**
 * One line of a chart.
 *
 * @param name   its word in the legend and the read-out
 * @param dashed drawn dashed, so that it shows over another line of the same height
 */
record Line(String name, Column column, boolean dashed) {
}
