package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.RunJournal;
import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.lab.LabWitness;
import ackscope.core.lab.TopicStarts;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.send.Outcome;
import ackscope.core.send.SendEngine;
import ackscope.core.send.SendLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Where a recipe is cooked: a topic and a producer of its own, and faults that are left out when it is to go well. */
final class Stand implements AutoCloseable {
    static final long LIMIT_MS = 60_000;
    private static final int VALUE_BYTES = 100;

    private final SharedLab lab;
    private final FaultBoard board;
    private final boolean broken;
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();
    private final SendEngine engine;
    private final RunJournal journal = new RunJournal();
    private final long beganMs = System.currentTimeMillis();
    private final TopicLogs logs;
    private final Map<String, Object> settings = new HashMap<>();
    private String topic = "";
    private boolean leaderLost;

    /** @param broken whether faults are set */
    Stand(SharedLab lab, Path folder, boolean broken) {
        this.lab = lab;
        this.board = FaultBoard.of(lab.cluster(), events::add, _ -> {
        });
        this.broken = broken;
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, events::add);
        logs = new TopicLogs(lab.cluster()::directClientProperties);
        engine.starts(topic -> TopicStarts.of(Optional.of(logs), topic));
        engine.watch(new LabWitness(lab.cluster().attempts()));
    }

    LabCluster cluster() {
        return lab.cluster();
    }

    boolean broken() {
        return broken;
    }

    Stand topic(int minInsync) {
        topic = lab.topic(1, 3, minInsync);
        // One client for each topic, so that the wire's sums are this recipe's alone.
        settings.put("client.id", "recipe-" + topic);
        return this;
    }

    Stand with(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return this;
    }

    /** Sets a fault of the catalogue, on the leader where nothing else is said; 0 when faults are left out. */
    long fault(String id, Trigger trigger, String... pairs) {
        if (!broken) {
            return 0;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        leaderLost |= id.equals("broker-kill");
        return board.inject(new FaultCatalogue().find(id).orElseThrow().build(context(), values, trigger));
    }

    private FaultContext context() {
        ClusterView view = cluster().view();
        List<Integer> brokers = view.nodes().stream().filter(n -> !n.controller()).map(ClusterView.Node::id).toList();
        int controller = view.nodes().getLast().id();
        return view.partitions().isEmpty()
                ? new FaultContext(topic, brokers, controller, Fault.NO_NODE, List.of(), 120_000, 1)
                : new FaultContext(topic, brokers, controller, partition().leader(), partition().replicas(), 120_000,
                        2);
    }

    void undo(long fault) {
        if (broken) {
            board.undo(fault);
        }
    }

    boolean inForce(long fault) {
        return board.active().stream().anyMatch(f -> f.id() == fault);
    }

    String topicName() {
        return topic;
    }

    /** What a fault has struck so far. */
    long hits(long fault) {
        return board.active().stream().filter(f -> f.id() == fault).mapToLong(ActiveFault::hits).sum();
    }

    ClusterView.Partition partition() {
        return cluster().view().partitions().getFirst();
    }

    String leader() {
        return Integer.toString(partition().leader());
    }

    String follower() {
        return Integer.toString(
                partition().replicas().stream().filter(id -> id != partition().leader()).findFirst().orElseThrow());
    }

    /** Waits for something in the cluster that a fault brings about; a topic that is deleted for a moment has no partition. */
    void awaitPartition(String what, Predicate<ClusterView.Partition> holds) {
        if (broken) {
            SharedLab.await(what, LIMIT_MS,
                    () -> cluster().view().partitions().stream().findFirst().filter(holds).isPresent());
        }
    }

    /** Lets a fault last. */
    void pass(long ms) {
        if (broken) {
            try {
                TimeUnit.MILLISECONDS.sleep(ms);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Begins to send generated records; 0 a second is as fast as it goes. */
    void send(long count, double perSecond) {
        send(count, perSecond, VALUE_BYTES, OptionalInt.empty());
    }

    void send(long count, double perSecond, int bytes, OptionalInt partition) {
        ClientOverlay overlay = board.overlay();
        engine.use(overlay.over(settings, cluster()));
        LoadPlan plan = new LoadPlan(OptionalLong.of(count), perSecond, OptionalInt.of(bytes), 0, 7, 50);
        RecordDraft draft = new RecordDraft(overlay.topic().orElse(topic), Payload.NULL, Payload.string(""), List.of(),
                partition, OptionalLong.empty());
        try {
            engine.send(RecordSource.of(draft, plan, true, System::currentTimeMillis));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one record and waits for its acknowledgement: the producer is open and knows the leader. */
    void warm() {
        send(1, 0);
        await("the first acknowledgement", 1);
    }

    /** Waits until so many can be read, which means that every replica in sync has them. */
    void awaitReplicated(int records) {
        SharedLab.await("the records in every replica", LIMIT_MS,
                () -> Stored.read(cluster().clientProperties(), topic).distinct().size() == records);
    }

    void await(String what, long reports) {
        SharedLab.await(what, LIMIT_MS, () -> engine.totals().acked() + engine.totals().failed() >= reports);
    }

    /** Waits until so many have passed a proxy, and been acknowledged unless acks=all. */
    void awaitWire(long records) {
        boolean all = settings.getOrDefault("acks", "all").equals("all");
        SharedLab.await("records on the wire", LIMIT_MS,
                () -> cluster().attempts().sums(client()).sent() >= records
                        && (all || engine.totals().acked() >= records));
    }

    void awaitFailure() {
        if (broken) {
            SharedLab.await("a failure", LIMIT_MS, () -> engine.totals().failed() > 0);
        }
    }

    /** Waits until so many are reported, and reads what the log holds; faults in force are ended first, the cluster made whole. */
    Result result(long sent) {
        SharedLab.await("every report", LIMIT_MS,
                () -> engine.totals().sent() >= sent && !engine.progress().busy() && engine.totals().open() == 0);
        engine.flush();
        Set<Long> acked = new HashSet<>();
        Set<Long> failed = new HashSet<>();
        Map<Certainty, Set<Long>> told = new EnumMap<>(Certainty.class);
        for (long number = 0; number < engine.run().size(); number++) {
            SendLedger.Entry entry = engine.run().read(number);
            boolean ok = entry.outcome() == Outcome.ACKED;
            boolean _ = ok ? acked.add(number) : failed.add(number);
            certainty(entry).ifPresent(c -> told.computeIfAbsent(c, _ -> new HashSet<>()).add(entry.number()));
        }
        List<BatchLife> lives = cluster().attempts().lives(new RecordId(engine.run().id(), sent - 1, 0), topic, 0);
        heal();
        if (!broken) {
            // With acks=0 a record is reported before the broker has it.
            SharedLab.await("every record in the log", LIMIT_MS, () -> Stored
                    .read(cluster().clientProperties(), topic).distinct().size() >= acked.size());
        }
        return new Result(acked, failed, told, leaderLost, errors(), Stored.read(cluster().clientProperties(), topic),
                engine.clientMetrics().recordSendTotal(), cluster().attempts().sums(client()).sent(), lives, events);
    }

    /** The audit of the run, as the window would ask for it; the run is over then. */
    AuditReport audit() {
        List<LabEvent> all = new ArrayList<>(events);
        all.addAll(lab.events());
        all.stream().filter(e -> e.atMs() >= beganMs).sorted(Comparator.comparingLong(LabEvent::atMs))
                .forEach(journal::saw);
        return new AuditDesk(engine, this::cluster, () -> Optional.of(board), journal, (_, _, _) -> {
        }).finish(_ -> {
        }, () -> false);
    }

    /** What the app says of a record that was reported; nothing of those that acks=0 leaves to hope. */
    private Optional<Certainty> certainty(SendLedger.Entry entry) {
        if (entry.outcome() == Outcome.ACKED) {
            return settings.getOrDefault("acks", "all").equals("0") ? Optional.empty() : Optional.of(Certainty.YES);
        }
        return entry.outcome() == Outcome.FAILED
                ? Optional.of(engine.run().cause(entry.cause()).certainty())
                : Optional.empty();
    }

    private String client() {
        return (String) settings.get("client.id");
    }

    private Set<String> errors() {
        Set<String> names = new HashSet<>();
        for (LabEvent event : events) {
            if (event instanceof RecordEvent.Failed failed) {
                names.add(failed.error());
            }
        }
        return names;
    }

    void heal() {
        board.healAll(_ -> {
        });
        assertTrue(events.stream().anyMatch(FaultEvent.AllHealed.class::isInstance));
    }

    /** Leaves a whole cluster behind. */
    @Override
    public void close() {
        engine.close();
        logs.close();
        heal();
        board.close();
    }
}
