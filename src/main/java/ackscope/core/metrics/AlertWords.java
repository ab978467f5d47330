package ackscope.core.metrics;

import ackscope.core.event.FlowEdge;
import java.util.Optional;

/**
 * What most likely stands behind an alert, and what to try next.
 *
 * @param cause in a sentence
 * @param next  in a sentence
 */
record AlertWords(String cause, String next) {

    /**
     * While it goes on.
     *
     * @param most      the edge by which most of the latest failures came, if any did
     * @param queued    whether threads wait for buffer memory
     * @param faultActs whether something is broken on purpose
     */
    static AlertWords of(AlertCondition condition, Optional<FlowEdge> most, boolean queued, boolean faultActs) {
        return switch (condition) {
            case ERRORS, ERROR_SHARE -> failures(most, faultActs);
            case RETRIES_RISING -> new AlertWords(
                    "Batches are answered with errors that pass, or get no answer: a leader moves, a connection breaks, or replicas are missing.",
                    "Look at the Attempts table for the error that repeats, and at the cluster for a broker that is down or paused.");
            case SLOW -> new AlertWords(
                    "The way to the brokers got slower, or with acks=all a replica that must follow does.",
                    faultActs
                            ? "See whether every replica is in sync, and which fault delays the path; then whether the load grew past what the brokers take."
                            : "See whether every replica is in sync; then whether the load grew past what the brokers take.");
            case BUFFER_LOW -> new AlertWords(
                    queued
                            ? "Records come faster than brokers take them: send() already waits for memory, and fails after max.block.ms."
                            : "Records come faster than brokers take them, or none are taken at all.",
                    "Lower the rate" + (faultActs ? ", or heal what stalls the brokers" : "")
                            + ". A larger buffer.memory only puts it off.");
            case BUDGET_USED -> new AlertWords(
                    "A record has been queued, retried or unanswered for most of the time that it is allowed: it will be reported failed when that is over.",
                    faultActs
                            ? "Heal what holds it up before then, or give records more time with delivery.timeout.ms."
                            : "Give records more time with delivery.timeout.ms, or find in the Attempts table what holds them up.");
            case SILENCE -> new AlertWords(
                    "No broker answers: the leaders are away or paused, the path is cut, or too few replicas are in sync.",
                    "Look at the cluster first" + (faultActs ? ", then heal the faults that act" : "")
                            + ". With retries left, what waits is still delivered.");
            case WAITS_LONG -> new AlertWords(
                    "Some partitions go on and others do not: a broker that leads them is paused, cut off or slow, or too few of their replicas are in sync. Or more is sent than brokers take.",
                    "Look at the Attempts table by broker for the one that does not answer, then at the cluster. Until delivery.timeout.ms is over it is still delivered.");
            case BREAKER_OPENED -> new AlertWords(
                    "Too many of the latest records failed or were slow, so records go to the outbox instead of the producer.",
                    "Look in the log for why it opened. It lets a few through by itself when its wait is over; mend the cause before that.");
            case BREAKER_STAYS_OPEN -> new AlertWords(
                    "Every try that the breaker let through failed: the cause is still there. If nothing is being sent, there was no try.",
                    "Mend the cause, then replay the outbox, which also makes the tries. When the outbox is full, sending stops.");
        };
    }

    private static AlertWords failures(Optional<FlowEdge> most, boolean faultActs) {
        return switch (most.orElse(FlowEdge.FAIL)) {
            case EXHAUSTED -> new AlertWords(
                    "Most of them were tried, and retries or delivery.timeout.ms ran out: brokers are away, cut off or too slow.",
                    "Look at the Attempts table for the last error" + (faultActs ? ", heal the cluster" : "")
                            + ", and allow more retries within a longer delivery.timeout.ms.");
            case NEVER_SENT -> new AlertWords(
                    "Most of them never left the client: the serializer, their size, a full buffer, missing metadata, or time that ran out in the queue.",
                    "Open one in the Records table: its words say which of these it is, and which setting or value to change.");
            case NOT_RETRIABLE -> new AlertWords(
                    "Most of them got an answer that forbids another try: a permission, the topic's limits, or the producer's state.",
                    "Open one in the Records table for the answer, then change the topic, the permission or the record. Waiting does not help.");
            case SEND, ACKNOWLEDGE, FAIL, RETRY, ALERT -> new AlertWords(
                    "Records were reported failed, or their producer ended without a report.",
                    "Open one in the Records table: its words say what happened and what to change.");
        };
    }

    /** Once it is over: it asks for nothing that cannot be done any more. Parameters as in {@link #of}. */
    static AlertWords past(AlertCondition condition, Optional<FlowEdge> most, boolean queued) {
        return switch (condition) {
            case ERRORS, ERROR_SHARE -> pastFailures(most);
            case RETRIES_RISING -> new AlertWords(
                    "Batches were answered with errors that pass, or got no answer: a leader moved, a connection broke, or replicas were missing.",
                    "The Attempts table keeps the errors that repeated.");
            case SLOW -> new AlertWords(
                    "The way to the brokers was slower, or with acks=all a replica that had to follow was.",
                    "The charts show since when it was slow, and what acted then.");
            case BUFFER_LOW -> new AlertWords(
                    queued
                            ? "Records came faster than brokers took them, and send() waited for memory."
                            : "Records came faster than brokers took them, or none were taken at all.",
                    "If it comes again, lower the rate. A larger buffer.memory only puts it off.");
            case BUDGET_USED -> new AlertWords(
                    "A record was queued, retried or unanswered for most of the time that it was allowed.",
                    "The Records table says how it ended. A longer delivery.timeout.ms gives records more time.");
            case SILENCE -> new AlertWords(
                    "No broker answered: the leaders were away or paused, the path was cut, or too few replicas were in sync.",
                    "The Log keeps what was down or cut off then.");
            case WAITS_LONG -> new AlertWords(
                    "Some partitions went on and others did not: a broker that led them was paused, cut off or slow, or too few of their replicas were in sync. Or more was sent than brokers took.",
                    "The Attempts table by broker shows the one that did not answer.");
            case BREAKER_OPENED -> new AlertWords(
                    "Too many of the latest records had failed or were slow, so records went to the outbox instead of the producer.",
                    "The Log keeps why it opened. What is still in the outbox can be replayed.");
            case BREAKER_STAYS_OPEN -> new AlertWords(
                    "Every try that the breaker let through failed. If nothing was being sent, there was no try.",
                    "What is still in the outbox can be replayed.");
        };
    }

    private static AlertWords pastFailures(Optional<FlowEdge> most) {
        return switch (most.orElse(FlowEdge.FAIL)) {
            case EXHAUSTED -> new AlertWords(
                    "Most of them were tried, and retries or delivery.timeout.ms ran out: brokers were away, cut off or too slow.",
                    "The Attempts table keeps their last error. More retries within a longer delivery.timeout.ms bridge more.");
            case NEVER_SENT -> new AlertWords(
                    "Most of them never left the client: the serializer, their size, a full buffer, missing metadata, or time that ran out in the queue.",
                    "Open one in the Records table: its words say which of these it was, and which setting or value to change.");
            case NOT_RETRIABLE -> new AlertWords(
                    "Most of them got an answer that forbids another try: a permission, the topic's limits, or the producer's state.",
                    "Open one in the Records table for the answer. What was refused is not sent again by itself.");
            case SEND, ACKNOWLEDGE, FAIL, RETRY, ALERT -> new AlertWords(
                    "Records were reported failed, or their producer ended without a report.",
                    "Open one in the Records table: its words say what happened.");
        };
    }
}
