package ackscope.ui.charts;

/**
 * A time in which something was broken, a band through all charts; {@code toMs} is {@link Long#MAX_VALUE} while it lasts.
 *
 * @param id   of the fault, or of the node that was down
 * @param text the fault's title; "" for a node that was down, which has its marks
 */
record Band(long id, long fromMs, long toMs, String text) {

    boolean lasts() {
        return toMs == Long.MAX_VALUE;
    }

    Band until(long ms) {
        return new Band(id, fromMs, ms, text);
    }
}
