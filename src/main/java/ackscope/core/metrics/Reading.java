package ackscope.core.metrics;

/**
 * What a condition measured at one moment.
 *
 * @param value    in the condition's unit, NaN if there was nothing to measure
 * @param evidence the measured values in words, "" without any
 */
record Reading(double value, String evidence) {
    static final Reading NOTHING = new Reading(Double.NaN, "");
}
