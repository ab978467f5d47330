package ackscope.ui.charts;

/** The time a node was down, a band through all charts; {@code toMs} is {@link Long#MAX_VALUE} while it lasts. */
record Outage(int node, long fromMs, long toMs) {
}
