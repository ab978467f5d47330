package ackscope.core.transaction;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Two producers with one transactional.id. The older one is fenced; how it learns of it depends on whom it talks to first: a partition's
 * leader, or the coordinator.
 */
final class FencedProducer implements Experiment {
    private static final int TIMEOUT_MS = 60_000;

    private final boolean bySend;

    /** @param bySend the older one sends again; else it only commits */
    FencedProducer(boolean bySend) {
        this.bySend = bySend;
    }

    @Override
    public String title() {
        return bySend ? "Fenced producer sends" : "Fenced producer commits";
    }

    @Override
    public String about() {
        return "Two producers with one transactional.id: the second fences the first, whose open transaction is aborted. "
                + (bySend
                        ? "The first sends another record, and hears of it from the partition's leader."
                        : "The first only commits, and hears of it from the coordinator.");
    }

    @Override
    public String run(Stage stage) throws Exception {
        long from = stage.log().end();
        Producer<byte[], byte[]> older = stage.transactional(TIMEOUT_MS);
        Producer<byte[], byte[]> newer = stage.transactional(TIMEOUT_MS);
        stage.step("Producer A begins a transaction and sends a record", () -> {
            older.initTransactions();
            older.beginTransaction();
            return "written at offset " + stage.send(older, "of A") + ", transaction open";
        });
        stage.step("Producer B opens with the same transactional.id", () -> {
            newer.initTransactions();
            return "initTransactions aborted A's transaction and fenced A";
        });
        if (bySend) {
            stage.step("A sends another record", () -> stage.expect(InvalidProducerEpochException.class,
                    () -> stage.send(older, "of A, too late")) + ": abortable, so A may abort");
            stage.step("A aborts", () -> stage.expect(ProducerFencedException.class, () -> {
                older.abortTransaction();
                return "";
            }) + ": fatal, A can only be closed");
        } else {
            stage.step("A commits without sending", () -> stage.expect(ProducerFencedException.class, () -> {
                older.commitTransaction();
                return "";
            }) + ": fatal, A can only be closed");
        }
        stage.step("B commits a record of its own", () -> {
            newer.beginTransaction();
            long offset = stage.send(newer, "of B");
            newer.commitTransaction();
            stage.awaitStable(offset);
            return "committed, offset " + offset;
        });
        stage.step("Both readers look", () -> {
            List<String> committed = stage.log().committed(from);
            stage.must(committed.equals(List.of("of B")), "read_committed was given " + committed + ".");
            return "read_uncommitted: " + stage.log().all(from) + ", read_committed: " + committed;
        });
        return bySend
                ? "The leader refused A's next record with InvalidProducerEpochException, and A's abort ended in ProducerFencedException."
                        + " Nothing of A is visible to read_committed."
                : "The coordinator refused A's commit with ProducerFencedException. Nothing of A is visible to read_committed.";
    }
}
