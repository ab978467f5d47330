package ackscope.core.metrics;

/**
 * The record that the producer has had longest without a report, by its number. What the outbox holds does not wait: no producer has it.
 *
 * @param oldestMs since it was given to the producer, ms; -1 if none waits
 * @param budgetMs what {@code delivery.timeout.ms} allows, ms; 0 if no producer is open
 */
public record Waiting(long oldestMs, long budgetMs) {

    /** Nothing waits. */
    public static final Waiting NONE = new Waiting(-1, 0);
}
