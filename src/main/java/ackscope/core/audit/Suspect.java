package ackscope.core.audit;

import java.util.List;

/**
 * A record that a verdict was passed on, with what the check knows of it.
 *
 * @param resend    of the copy that was found first, 0 if none was
 * @param partition where it was found, or said to be; -1 when neither is known
 * @param found     the offsets at which it was found, the first ones
 */
record Suspect(Verdict verdict, long number, int resend, int partition, long told, List<Long> found) {
}
