package ackscope.core.metrics;

/**
 * The record that the producer has had longest without a report. What the outbox holds does not wait: no producer has it.
 *
 * @param oldestMs since {@code send()} was called for it, ms; -1 if none waits
 * @param spentMs  since {@code send()} returned, of the one that was handed over longest ago, ms; -1 if none was. The delivery budget
 *                 begins with the record's batch, so what {@code send()} waits for memory or metadata ({@code max.block.ms}) is no part of it
 * @param budgetMs what {@code delivery.timeout.ms} allows, ms; 0 if no producer is open
 */
public record Waiting(long oldestMs, long spentMs, long budgetMs) {

    /** Nothing waits. */
    public static final Waiting NONE = new Waiting(-1, -1, 0);
}
