package ackscope.core.transaction;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads records, writes what is made of them, and commits the read offsets in the same transaction: all of it, or nothing. */
final class ConsumeTransformProduce implements Experiment {
    private static final int INPUTS = 3;
    private static final Duration CLOSE = Duration.ofMillis(300);

    @Override
    public String title() {
        return "Consume, transform, produce";
    }

    @Override
    public String about() {
        return "Results and the group's read offsets go into one transaction. Aborted, the group stands where it stood and is given the"
                + " same records again; committed, both are there.";
    }

    @Override
    public String run(Stage stage) throws Exception {
        TopicPartition place = new TopicPartition(stage.topic(), Stage.PARTITION);
        long from = stage.log().end();
        long[] last = {0};
        stage.step(INPUTS + " records are written to be read", () -> {
            last[0] = stage.send(stage.plain(), "in", INPUTS);
            stage.awaitStable(last[0]);
            return "up to offset " + last[0];
        });
        Map<String, Object> config = new HashMap<>(ClientConfig.consumer(stage.clientProperties(), "read_committed"));
        config.put("group.id", stage.id());
        Consumer<byte[], byte[]> group = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            group.assign(List.of(place));
            Producer<byte[], byte[]> producer = stage.transactional(60_000);
            producer.initTransactions();
            Map<TopicPartition, OffsetAndMetadata> read = Map.of(place, new OffsetAndMetadata(last[0] + 1));
            stage.step("Results and offset " + (last[0] + 1) + " in a transaction, aborted", () -> {
                write(stage, producer, group, read, "out, first try");
                producer.abortTransaction();
                String stands = stands(group, place);
                stage.must(stands.equals("nowhere"), "The group stands at " + stands + " after the abort.");
                return "the group stands " + stands + ": it is given the same records again";
            });
            stage.step("The same once more, committed", () -> {
                long offset = write(stage, producer, group, read, "out");
                producer.commitTransaction();
                stage.awaitStable(offset);
                String stands = stands(group, place);
                stage.must(stands.equals("at offset " + (last[0] + 1)), "The group stands " + stands + ".");
                return "the group stands " + stands;
            });
        } finally {
            // A close that is interrupted would leave the client's threads at work.
            boolean cancelled = Thread.interrupted();
            group.close(CloseOptions.timeout(CLOSE));
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
        }
        stage.step("Both readers look", () -> {
            List<String> all = stage.log().all(from);
            List<String> committed = stage.log().committed(from);
            stage.must(all.size() == 3 * INPUTS && committed.size() == 2 * INPUTS
                    && committed.stream().noneMatch(v -> v.startsWith("out, first try")),
                    "read_committed was given " + committed + ".");
            return "read_uncommitted: " + INPUTS + " inputs and " + (all.size() - INPUTS)
                    + " results, read_committed: " + (committed.size() - INPUTS) + " results";
        });
        return "After the abort the group stood nowhere and none of the " + INPUTS
                + " results was visible; after the commit it stood at offset " + (last[0] + 1) + " and " + INPUTS
                + " were. Each record counts once, in results and offsets together.";
    }

    private static long write(Stage stage, Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> group,
            Map<TopicPartition, OffsetAndMetadata> read, String value) throws Exception {
        producer.beginTransaction();
        long last = stage.send(producer, value, INPUTS);
        producer.sendOffsetsToTransaction(read, group.groupMetadata());
        return last;
    }

    private static String stands(Consumer<byte[], byte[]> group, TopicPartition place) {
        OffsetAndMetadata committed = group.committed(java.util.Set.of(place)).get(place);
        return committed == null ? "nowhere" : "at offset " + committed.offset();
    }
}
