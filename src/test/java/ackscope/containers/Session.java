package ackscope.containers;

import ackscope.core.audit.AuditReport;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.lab.Lab;
import ackscope.core.metrics.RunTotals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The app below the window, connected to another cluster than the lab's, as a person would use it. */
final class Session implements AutoCloseable {
    static final long LIMIT_MS = 90_000;
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    private final Lab lab;

    /**
     * Connects; returns at once.
     *
     * @param folder where runs work
     */
    Session(Path folder, String bootstrap, Map<String, Object> security) {
        lab = new Lab(folder, SharedLab.options());
        SortedMap<String, String> properties = new TreeMap<>();
        security.forEach((name, value) -> properties.put(name, value.toString()));
        lab.connect(new Connection("containers", "containers", ConnectionColour.BLUE, bootstrap, properties, "", false,
                true));
    }

    Lab lab() {
        return lab;
    }

    /** Waits until the cluster's brokers are known. */
    Session ready(int brokers) {
        SharedLab.await("a cluster of " + brokers, LIMIT_MS,
                () -> lab.view().phase() == Phase.READY && lab.view().nodes().size() == brokers);
        return this;
    }

    /** Creates a topic and watches it. */
    void topic(String name, int partitions, int replication, int minInsync) {
        lab.cluster().topics().create(new Topics.NewTopic(name, partitions, replication, minInsync, MAX_MESSAGE_BYTES));
        lab.watch(name);
        SharedLab.await("the leaders of " + name, LIMIT_MS, () -> lab.view().topic().equals(name)
                && lab.view().partitions().size() == partitions
                && lab.view().partitions().stream().allMatch(p -> p.leader() >= 0));
    }

    /** Sends generated records of 100 bytes. */
    void send(String topic, long count, double perSecond) throws Exception {
        RecordDraft draft = new RecordDraft(topic, Payload.string("key-${n}"), Payload.string("x"), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        lab.send(RecordSource.of(draft, new LoadPlan(OptionalLong.of(count), perSecond, OptionalInt.of(100), 0, 7, 50),
                true, System::currentTimeMillis));
    }

    /** Waits until every one of so many records has a report. */
    RunTotals reported(long count) {
        SharedLab.await("a report of " + count + " records", LIMIT_MS,
                () -> lab.engine().totals().sent() >= count && lab.engine().totals().open() == 0
                        && !lab.engine().progress().busy());
        lab.engine().flush();
        return lab.engine().totals();
    }

    /** Ends the run and audits it. */
    AuditReport audit() {
        return lab.audits().finish(_ -> {
        }, () -> false);
    }

    @Override
    public void close() {
        lab.close();
    }
}
