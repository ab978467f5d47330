package ackscope.core.metrics;

import java.util.Locale;

/**
 * What a condition measured at one moment.
 *
 * @param value in the condition's unit, NaN if there was nothing to measure
 * @param now   the measured values in words, as they are; "" without any
 * @param was   the same once it is over
 */
record Reading(double value, String now, String was) {
    static final Reading NOTHING = new Reading(Double.NaN, "", "");

    /** Both sentences as formats of the same values. */
    @SuppressWarnings("AnnotateFormatMethod") // There are two of them, and every one is tried by the tests of the rules.
    static Reading of(double value, String now, String was, Object... values) {
        return new Reading(value, String.format(Locale.ROOT, now, values), String.format(Locale.ROOT, was, values));
    }
}
