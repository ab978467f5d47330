package ackscope.core.cluster;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the AOT cache: a node that is broker and controller at once starts apart from the lab and does once what brokers do (JEP 483's
 * record), then a second process makes the cache of what was seen (its create). They run at the lowest priority. Such a node can run from jars alone, so the watch on this app is a shell's: a
 * line on its input asks for the graceful end, the end of the input kills everything at once.
 */
final class AotTraining implements AutoCloseable {
    private static final int START_LIMIT_MS = 90_000;
    private static final int WRITE_LIMIT_MS = 180_000;
    private static final int STEP_LIMIT_MS = 20_000;
    private static final int PAUSE_MS = 250;

    /** The third descriptor: a shell gives what runs in its background no input of its own accord. */
    private static final String WATCH = """
            exec 3<&0
            nice -n 19 "$@" </dev/null 3<&- & p=$!
            (read a && kill -TERM $p && read b; kill -KILL $p) <&3 & w=$!
            wait $p; s=$?
            kill -KILL $w 2>/dev/null
            exit $s
            """;

    private final LabFolder lab;
    private final BrokerCommand command;
    private final BrokerClassPath classPath;
    private final Ports ports;
    private final AotCache cache;
    private BrokerProcess process;
    private boolean closed;

    AotTraining(LabSetup setup, AotCache cache) {
        this.lab = setup.folder();
        this.command = setup.command();
        this.classPath = setup.classPath();
        this.ports = setup.ports();
        this.cache = cache;
    }

    /** Whether this system has what it takes. */
    static boolean possible(Host host) {
        return !host.windows();
    }

    /**
     * Makes the cache; takes some tens of seconds.
     *
     * @throws IOException          when it could not be made; nothing of it stays behind
     * @throws InterruptedException when closed meanwhile
     */
    void run() throws IOException, InterruptedException {
        Path folder = lab.path().resolve("training");
        Path recorded = folder.resolve("aot.config");
        Path written = cache.temporary();
        Path log = folder.resolve("node.log");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(written.getParent());
            int client = ports.next();
            LabIdentity identity = LabIdentity.random(1, ports.next());
            NodeFormat.format(identity, identity.controllerId(), folder);
            Path properties = folder.resolve("server.properties");
            Properties config = BrokerConfig.alone(identity, folder, client);
            try (OutputStream out = Files.newOutputStream(properties)) {
                config.store(out, null);
            }
            start(command.training(folder, classPath, recorded, properties), log);
            exercise(Map.of("bootstrap.servers", Loopback.HOST + ":" + client));
            process.say('\n');
            await(recorded, log);
            start(command.assembly(folder, classPath, recorded, written), log);
            await(written, log);
            cache.take(written);
        } finally {
            close();
            Files.deleteIfExists(written);
            LabFolder.remove(folder);
        }
    }

    private void await(Path made, Path log) throws IOException, InterruptedException {
        boolean ended = process.ended(WRITE_LIMIT_MS);
        if (Thread.interrupted() || isClosed()) {
            throw new InterruptedException();
        }
        if (!ended || !Files.isRegularFile(made)) {
            throw new IOException(made.getFileName() + " was not written; the end of the log: "
                    + StartFailure.tail(log).strip());
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void start(List<String> java, Path log) throws IOException, InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        // The mark of the lab stands in the shell's command line as well.
        List<String> shell = new ArrayList<>(List.of("sh", "-c", WATCH, "ackscope-training"));
        shell.addAll(java);
        process = BrokerProcess.start(shell, log);
        lab.note(process.pid());
    }

    /** Does once what brokers do: a topic, a write to a log, a read, a transactional id. */
    private void exercise(Map<String, Object> reach) throws IOException, InterruptedException {
        try (Admin admin = AdminClients.create(reach, 5_000, START_LIMIT_MS)) {
            String topic = "training";
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(START_LIMIT_MS,
                    TimeUnit.MILLISECONDS);
            TopicPartition place = new TopicPartition(topic, 0);
            for (int i = 0; i < 20; i++) {
                admin.describeTopics(List.of(topic)).allTopicNames().get(STEP_LIMIT_MS, TimeUnit.MILLISECONDS);
                admin.listOffsets(Map.of(place, OffsetSpec.latest())).all().get(STEP_LIMIT_MS, TimeUnit.MILLISECONDS);
                // The offsets topic is a log like any other: this is how to write without a producer.
                admin.alterConsumerGroupOffsets("training", Map.of(place, new OffsetAndMetadata(i))).all()
                        .get(STEP_LIMIT_MS, TimeUnit.MILLISECONDS);
            }
            admin.fenceProducers(List.of("training")).all().get(STEP_LIMIT_MS, TimeUnit.MILLISECONDS);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the training node did not do what it was asked", e);
        }
    }

    /** Ends it at once, with nothing written. Any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.hangUp();
        }
    }
}
