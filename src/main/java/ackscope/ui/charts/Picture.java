package ackscope.ui.charts;

import java.util.List;

/** Everything one drawing of the charts needs; {@code endMs} is the time at their right edge. */
record Picture(RateHistory history, long endMs, List<Mark> marks, List<Outage> outages) {
}
