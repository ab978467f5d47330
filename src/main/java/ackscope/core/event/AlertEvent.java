package ackscope.core.event;

/** What a rule on live values noticed. */
public sealed interface AlertEvent extends LabEvent {

    /**
     * A rule's condition held for its hold time.
     *
     * @param id       names this alert until it is cleared
     * @param rule     the rule's title
     * @param evidence the measured values, in words
     * @param cause    what most likely stands behind it, in words
     * @param next     what to try next, in words
     */
    record Raised(long id, String rule, String cause, String evidence, String next, long atMs) implements AlertEvent {
    }

    /** The condition has not held for the rule's clear time. */
    record Cleared(long id, String rule, long lastedMs, long atMs) implements AlertEvent {
    }
}
