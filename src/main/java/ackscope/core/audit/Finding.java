package ackscope.core.audit;

/**
 * Why a verdict came about, and what would have prevented it.
 *
 * @param count       how many of the verdict's records this explains
 * @param cause       the setting or fault that explains it, in a sentence; "Cause not established." with what is missing when nothing fits
 * @param prevention  what to set or do so that it does not happen again, in a sentence; "" when the cause is not established
 * @param established whether the cause is
 */
public record Finding(Verdict verdict, long count, String cause, String prevention, boolean established) {
}
