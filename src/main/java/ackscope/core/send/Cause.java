package ackscope.core.send;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;

/**
 * Why records failed. Equal causes are one row of the run's table of causes.
 *
 * @param kind      what sort of failure
 * @param error     the exception's simple class name
 * @param message   what happened, why, and what to change, in words
 * @param certainty whether the record may be in the log
 * @param reason    why so, in words
 */
public record Cause(FailureKind kind, String error, String message, Certainty certainty, String reason) {
}
