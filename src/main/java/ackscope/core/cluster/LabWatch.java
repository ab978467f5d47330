package ackscope.core.cluster;

import static java.util.stream.Collectors.joining;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the lab's view: the state of each node from its process, leaders and in-sync replicas from the cluster, and tells what changed.
 * Turns belong to one thread; the view may be read by any.
 */
final class LabWatch implements AutoCloseable {
    private static final int ANSWER_MS = 150;
    private static final int FIRST_ANSWER_MS = 1_800;

    private final List<LabNode> nodes;
    private final ClusterEvents events;
    private final Map<Integer, ClusterView.Node> seen = new HashMap<>();
    private Optional<MetadataReader.Question> question = Optional.empty();
    private Optional<Map<Integer, String>> alive = Optional.empty();
    private long partitionsAtMs;
    private volatile ClusterView view;
    private volatile String topic = "";
    private volatile Optional<MetadataReader> reader = Optional.empty();
    private volatile Phase phase = Phase.STARTING;
    private volatile String progress = "";

    /** @param nodes brokers by id, then the controller; filled before the first turn */
    LabWatch(List<LabNode> nodes, ClusterEvents events) {
        this.nodes = nodes;
        this.events = events;
        this.view = ClusterView.starting("waiting to start", events.now());
    }

    ClusterView view() {
        return view;
    }

    void topic(String chosen) {
        topic = chosen;
    }

    List<LabNode> brokers() {
        return nodes.stream().filter(n -> !n.isController()).toList();
    }

    /** Says how far the start has come. */
    void progress(String words) {
        progress = words;
        publish("", List.of());
    }

    void connect(Map<String, Object> clientProperties) {
        reader = Optional.of(new MetadataReader(clientProperties, MetadataReader.Patience.NEARBY));
    }

    /** Whether every node answers and the controller counts every broker as alive. */
    boolean allUp() throws InterruptedException {
        List<NodeState> states = nodes.stream().map(LabNode::state).toList();
        long up = brokers().stream().filter(n -> n.state() == NodeState.UP).count();
        progress(up == 0 ? "the brokers are starting" : up + " of " + brokers().size() + " brokers are up");
        return states.stream().allMatch(s -> s == NodeState.UP)
                && reader.orElseThrow().ask("").answer(FIRST_ANSWER_MS).flatMap(MetadataReader.Reading::brokers)
                        .filter(b -> b.size() == brokers().size()).isPresent();
    }

    void ready() {
        phase = Phase.READY;
        progress = "";
        publish("", List.of());
    }

    void failed(String message) {
        phase = Phase.FAILED;
        progress = message;
        publish("", List.of());
    }

    /** One look at everything. A question that the cluster does not answer at once stays open until the next turn. */
    void turn() {
        if (phase != Phase.READY) {
            return;
        }
        // Processes are looked at first: with brokers dead or paused the metadata may be a while in coming.
        publish(view.topic(), view.partitions());
        try {
            MetadataReader.Question asked = question.orElseGet(() -> reader.orElseThrow().ask(topic));
            Optional<MetadataReader.Reading> answer = asked.answer(ANSWER_MS);
            question = answer.isPresent() ? Optional.empty() : Optional.of(asked);
            answer.ifPresent(reading -> alive = reading.brokers());
            ClusterView before = view;
            String now = topic;
            List<ClusterView.Partition> known = before.topic().equals(now) ? before.partitions() : List.of();
            Optional<List<ClusterView.Partition>> told = answer.filter(reading -> reading.topic().equals(now))
                    .flatMap(MetadataReader.Reading::partitions);
            // The same object as long as nothing changed, so that whoever counts them need not do it again.
            List<ClusterView.Partition> partitions = told.filter(t -> !t.equals(known)).orElse(known);
            if (told.isPresent() || !before.topic().equals(now)) {
                partitionsAtMs = events.now();
            }
            publish(now, partitions);
            events.changes(now, known, partitions);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void publish(String asked, List<ClusterView.Partition> partitions) {
        long now = events.now();
        List<ClusterView.Node> looked = new ArrayList<>();
        for (LabNode node : nodes) {
            looked.add(look(node, now));
        }
        String bootstrap = brokers().stream().map(LabNode::address).collect(joining(","));
        view = new ClusterView(phase, progress, bootstrap, List.copyOf(looked), asked, partitions, now,
                partitions.isEmpty() ? now : partitionsAtMs);
    }

    private ClusterView.Node look(LabNode node, long now) {
        NodeState state = node.state();
        if (state == NodeState.UP && !node.isController() && !node.leverPulled()
                && alive.filter(brokers -> !brokers.containsKey(node.id())).isPresent()) {
            // It runs, yet the controller does not count it in: cut off, or not let in again yet.
            state = NodeState.UNKNOWN;
        }
        ClusterView.Node before = seen.get(node.id());
        boolean changed = before == null || before.state() != state;
        ClusterView.Node looked = new ClusterView.Node(node.id(), node.isController(), state, node.address(),
                changed ? now : before.sinceMs(), node.logFile().map(Object::toString).orElse(""));
        seen.put(node.id(), looked);
        if (changed) {
            tell(node, before == null ? NodeState.STARTING : before.state(), state);
        }
        return looked;
    }

    private void tell(LabNode node, NodeState before, NodeState now) {
        switch (now) {
            case UP -> events.up(node.id(), node.role());
            case PAUSED, STOPPED, DEAD -> events.down(node.id(), node.role(), node.how());
            case UNKNOWN -> {
                if (before == NodeState.UP) {
                    events.down(node.id(), node.role(), "cut off from the controller");
                }
            }
            case STARTING -> {
                // Its launch told that.
            }
        }
    }

    @Override
    public void close() {
        phase = Phase.CLOSED;
        progress = "closed";
        reader.ifPresent(MetadataReader::close);
        view = new ClusterView(Phase.CLOSED, progress, "", List.of(), "", List.of(), events.now());
    }
}
