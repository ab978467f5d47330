package ackscope.core.settings;

import java.util.function.Consumer;

/** What the client takes without a word and a person may regret. */
final class AdviceRules implements Rule {
    /** {@code transaction.max.timeout.ms} of a broker that nobody configured, ms. */
    private static final int BROKER_MAX_TRANSACTION_MS = 900_000;
    private static final int FEW_RETRIES = 10;
    private static final int SLOW_CLOSE_MS = 10_000;

    @Override
    public void check(Reading r, Consumer<Problem> found) {
        retries(r, found);
        lateRetry(r, found);
        inFlight(r, found);
        memory(r, found);
        transactions(r, found);
        for (String key : new String[]{"send.buffer.bytes", "receive.buffer.bytes"}) {
            if (r.number(key) == 0) {
                found.accept(Problem.warning(key,
                        "No socket takes a buffer of 0 bytes, so the client never connects. -1 leaves it"
                                + " to the system.",
                        Remedy.unset(key)));
            }
        }
        if (r.isSetWell(Keys.MAX_BLOCK) && r.number(Keys.MAX_BLOCK) == 0) {
            found.accept(Problem.warning(Keys.MAX_BLOCK,
                    "The first send to a topic fails at once: there is no time to ask where"
                            + " its partitions are.",
                    Remedy.unset(Keys.MAX_BLOCK)));
        }
    }

    private static void retries(Reading r, Consumer<Problem> found) {
        long retries = r.number(Keys.RETRIES);
        if (r.acks() == Acks.NONE || retries == 0 || retries > FEW_RETRIES) {
            return;
        }
        Backoff backoff = new Backoff(r.number(Keys.RETRY_BACKOFF), r.number(Keys.RETRY_BACKOFF_MAX));
        long waits = 0;
        for (int retry = 1; retry <= retries; retry++) {
            waits += backoff.middleMs(retry);
        }
        found.accept(Problem.warning(Keys.RETRIES, "Used up after about " + Words.time(waits)
                + " of waiting between tries, sooner than many a change of leader. Limit the time with delivery.timeout.ms"
                + " instead." + (r.idempotence() ? " After that the next batch of the partition may fail too." : ""),
                Remedy.unset(Keys.RETRIES)));
    }

    private static void lateRetry(Reading r, Consumer<Problem> found) {
        long first = new Backoff(r.number(Keys.RETRY_BACKOFF), r.number(Keys.RETRY_BACKOFF_MAX)).earliestMs(1);
        String key = r.isSet(Keys.RETRY_BACKOFF) ? Keys.RETRY_BACKOFF : Keys.DELIVERY_TIMEOUT;
        if (first >= r.number(Keys.DELIVERY_TIMEOUT) && r.isSetWell(key) && r.number(Keys.RETRIES) > 0) {
            found.accept(
                    Problem.warning(key, "The first retry comes after delivery.timeout.ms, so nothing is ever retried.",
                            Remedy.unset(key)));
        } else if (r.number(Keys.RETRY_BACKOFF) > SLOW_CLOSE_MS) {
            found.accept(Problem.note(Keys.RETRY_BACKOFF,
                    "While no broker can be reached, closing the producer may take as long:"
                            + " its own thread sleeps this time."));
        }
    }

    private static void inFlight(Reading r, Consumer<Problem> found) {
        long inFlight = r.number(Keys.IN_FLIGHT);
        if (r.idempotence() && inFlight == 1 && r.isSetWell(Keys.IN_FLIGHT)) {
            found.accept(Problem.note(Keys.IN_FLIGHT,
                    "Not needed for the order: with idempotence up to 5 keep it, and are quicker.",
                    Remedy.unset(Keys.IN_FLIGHT)));
        }
        if (!r.bool(Keys.IDEMPOTENCE) && r.acks() == Acks.ALL && inFlight > 1 && r.number(Keys.RETRIES) > 0) {
            found.accept(Problem.warning(Keys.IDEMPOTENCE,
                    "Without it a retry may write a record twice, and out of order with " + inFlight + " in flight.",
                    Remedy.set(Keys.IDEMPOTENCE, "true")));
        }
    }

    private static void memory(Reading r, Consumer<Problem> found) {
        long memory = r.number(Keys.BUFFER_MEMORY);
        if (r.number(Keys.BATCH_SIZE) > memory) {
            found.accept(Problem.warning(r.isSet(Keys.BATCH_SIZE) ? Keys.BATCH_SIZE : Keys.BUFFER_MEMORY,
                    "No batch fits into buffer.memory (" + Words.grouped("" + memory)
                            + " bytes): every send is refused.",
                    Remedy.unset(Keys.BATCH_SIZE), Remedy.unset(Keys.BUFFER_MEMORY)));
        } else if (r.number(Keys.MAX_REQUEST_SIZE) > memory) {
            found.accept(Problem.note(r.isSet(Keys.MAX_REQUEST_SIZE) ? Keys.MAX_REQUEST_SIZE : Keys.BUFFER_MEMORY,
                    "The smaller of the two decides: a record over buffer.memory (" + Words.grouped("" + memory)
                            + " bytes) is refused as well."));
        }
    }

    private static void transactions(Reading r, Consumer<Problem> found) {
        if (!r.isSetWell(Keys.TRANSACTIONAL_ID) || r.bool(Keys.TWO_PHASE)) {
            return;
        }
        long timeout = r.number(Keys.TRANSACTION_TIMEOUT);
        if (timeout <= 0 || timeout > BROKER_MAX_TRANSACTION_MS) {
            found.accept(Problem.warning(Keys.TRANSACTION_TIMEOUT,
                    "A broker takes more than 0 and, unless it is configured"
                            + " otherwise, at most 900,000 ms. With this the producer cannot begin.",
                    Remedy.unset(Keys.TRANSACTION_TIMEOUT)));
        } else if (timeout < r.number(Keys.DELIVERY_TIMEOUT) && r.isSet(Keys.TRANSACTION_TIMEOUT)) {
            found.accept(Problem.note(Keys.TRANSACTION_TIMEOUT,
                    "The transaction may be aborted by the broker while a record is still being retried (delivery.timeout.ms "
                            + Words.grouped("" + r.number(Keys.DELIVERY_TIMEOUT)) + ")."));
        }
    }
}
