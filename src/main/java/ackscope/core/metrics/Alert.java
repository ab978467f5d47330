package ackscope.core.metrics;

import java.util.OptionalLong;

/**
 * An alert, raised and perhaps cleared. A snapshot.
 *
 * @param id        names it: how many were raised up to it, from 1 in this process
 * @param rule      the rule's title
 * @param cause     what most likely stands behind it, in words
 * @param evidence  the measured values, in words
 * @param next      what to try next, in words
 * @param raisedMs  ms since the epoch
 * @param clearedMs ms since the epoch, empty while it stands
 */
public record Alert(long id, String rule, String cause, String evidence, String next, long raisedMs,
        OptionalLong clearedMs) {
}
