package ackscope.core.event;

/**
 * Something that happened, in the past tense. The root of every event that travels up to the window. Every switch over it is
 * exhaustive without a default, so that a new kind of event breaks the build where it must be handled.
 */
public sealed interface LabEvent
        permits RecordEvent, AttemptEvent, ClusterEvent, TransactionEvent, FaultEvent, BreakerEvent, AlertEvent,
        LogEvent {

    /** When it happened, in ms since the epoch. */
    long atMs();
}
