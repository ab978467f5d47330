package ackscope.core.metrics;

import java.util.OptionalLong;

/**
 * An alert, raised and perhaps cleared. A snapshot: its words are in the present while what it tells of goes on, with the latest values, and
 * in the past once that is over, with the worst ones.
 *
 * @param id        names it: how many were raised up to it, from 1 in this process
 * @param rule      the rule's title
 * @param holds     whether what it tells of goes on; it is cleared only when it has stayed over for the rule's clear time
 * @param cause     what most likely stands behind it, in words
 * @param evidence  the measured values, in words
 * @param next      what to try next, in words
 * @param raisedMs  ms since the epoch
 * @param clearedMs ms since the epoch, empty while it stands
 */
public record Alert(long id, String rule, boolean holds, String cause, String evidence, String next, long raisedMs,
        OptionalLong clearedMs) {

    /** The same without what would tell what is wrong: {@link #cause} and {@link #next} are "". */
    public Alert withoutWords() {
        return new Alert(id, rule, holds, "", evidence, "", raisedMs, clearedMs);
    }
}
