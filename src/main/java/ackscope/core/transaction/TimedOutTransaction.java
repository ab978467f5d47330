package ackscope.core.transaction;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;

/** A transaction that stays open for longer than transaction.timeout.ms: the coordinator aborts it, and the producer learns of it later. */
final class TimedOutTransaction implements Experiment {
    private static final int TIMEOUT_MS = 1_000;

    private final boolean bySend;

    /** @param bySend the producer sends again; else it only commits */
    TimedOutTransaction(boolean bySend) {
        this.bySend = bySend;
    }

    @Override
    public String title() {
        return bySend ? "Time-out, then a send" : "Time-out, then a commit";
    }

    @Override
    public String about() {
        return "A transaction with transaction.timeout.ms=" + TIMEOUT_MS
                + " is left open until the coordinator aborts it. "
                + (bySend
                        ? "The next send tells the producer, which can abort and go on."
                        : "The producer only commits, and is of no use after that.");
    }

    @Override
    public String run(Stage stage) throws Exception {
        long from = stage.log().end();
        Producer<byte[], byte[]> late = stage.transactional(TIMEOUT_MS);
        long[] first = {0};
        stage.step("A transaction is begun, with one record", () -> {
            late.initTransactions();
            late.beginTransaction();
            first[0] = stage.send(late, "too late");
            return "offset " + first[0] + "; the coordinator counts " + TIMEOUT_MS + " ms from here on";
        });
        stage.step("Nobody ends it", () -> "aborted by the coordinator after " + stage.awaitStable(first[0]) + " ms");
        if (bySend) {
            stage.step("The producer sends another record", () -> stage.expect(InvalidProducerEpochException.class,
                    () -> stage.send(late, "after the abort")) + ": abortable");
            stage.step("It aborts, and goes on with the next transaction", () -> {
                late.abortTransaction();
                late.beginTransaction();
                long offset = stage.send(late, "in time");
                late.commitTransaction();
                stage.awaitStable(offset);
                return "committed, offset " + offset;
            });
        } else {
            stage.step("The producer commits", () -> stage.expect(InvalidTxnStateException.class, () -> {
                late.commitTransaction();
                return "";
            }) + ": fatal");
            stage.step("It tries to go on", () -> {
                String refused = stage.expect(KafkaException.class, () -> {
                    late.beginTransaction();
                    return "";
                });
                Producer<byte[], byte[]> next = stage.transactional(60_000);
                next.initTransactions();
                next.beginTransaction();
                long offset = stage.send(next, "in time");
                next.commitTransaction();
                stage.awaitStable(offset);
                return refused + "; a new producer committed offset " + offset;
            });
        }
        stage.step("Both readers look", () -> {
            List<String> committed = stage.log().committed(from);
            stage.must(committed.equals(List.of("in time")), "read_committed was given " + committed + ".");
            return "read_uncommitted: " + stage.log().all(from) + ", read_committed: " + committed;
        });
        return bySend
                ? "The next send failed with InvalidProducerEpochException; after an abort the same producer went on."
                : "The commit failed with InvalidTxnStateException, and only a new producer could go on.";
    }
}
