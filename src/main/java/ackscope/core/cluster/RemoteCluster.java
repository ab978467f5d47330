package ackscope.core.cluster;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.event.LabEvent;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * A cluster that is already there, reached by bootstrap servers and client properties. {@link #start()} returns at once; a thread of its
 * own reads the cluster's metadata twice a second, and says in words why it cannot be reached while it cannot. Safe for any thread.
 */
public final class RemoteCluster implements Cluster {
    private static final int POLL_MS = 500;
    private static final int ANSWER_MS = 5_000;
    /** Many a directory locks an account after a few wrong passwords. */
    private static final long AFTER_REFUSED_MS = 60_000;

    private final String name;
    private final Map<String, Object> clientProperties;
    private final String bootstrap;
    private final ClusterEvents events;
    private final AdminTopics topics;
    private final Poller poller;
    private final Map<Integer, ClusterView.Node> known = new TreeMap<>();
    private volatile Optional<MetadataReader> reader = Optional.empty();
    private volatile ClusterView view;
    private volatile String topic = "";
    private volatile long startedMs;
    /** For the thread that polls. */
    private long refusedUntilMs;

    /**
     * Connects to nothing yet.
     *
     * @param clientProperties {@code bootstrap.servers} and whatever else a client needs
     * @param events           told what happens, on the cluster's thread; must be quick
     * @throws ClusterException when the bootstrap servers are missing or not host:port
     */
    public RemoteCluster(String name, Map<String, Object> clientProperties, Consumer<LabEvent> events) {
        this(name, clientProperties, events, InstantSource.system());
    }

    RemoteCluster(String name, Map<String, Object> clientProperties, Consumer<LabEvent> events, InstantSource clock) {
        this.name = name;
        this.bootstrap = Bootstrap.checked(clientProperties.get("bootstrap.servers"));
        Map<String, Object> copy = new HashMap<>(clientProperties);
        copy.put("bootstrap.servers", bootstrap);
        this.clientProperties = Map.copyOf(copy);
        this.events = new ClusterEvents(events, clock);
        this.topics = new AdminTopics(this.clientProperties, _ -> Map.of());
        this.view = ClusterView.starting("connecting to " + bootstrap, this.events.now());
        this.poller = new Poller("ackscope-remote", POLL_MS, () -> {
        }, this::turn);
    }

    /** Begins to connect and returns. Call it once. */
    public void start() {
        startedMs = events.now();
        poller.start();
    }

    private void turn() {
        if (events.now() < refusedUntilMs) {
            return;
        }
        String asked = topic;
        try {
            Optional<MetadataReader.Reading> answer = reader().ask(asked).answer(ANSWER_MS);
            if (answer.isEmpty()) {
                unreachable(AdminErrors.words(new java.util.concurrent.TimeoutException()));
                return;
            }
            MetadataReader.Reading reading = answer.get();
            if (reading.brokers().isEmpty()) {
                failed(reading.problem().orElseThrow());
                return;
            }
            reached(asked, reading, reading.brokers().get());
        } catch (KafkaException e) {
            failed(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Throwable e) {
        if (!SecurityErrors.login(e)) {
            unreachable(AdminErrors.words(e));
            return;
        }
        // Its client would go on logging in.
        closeReader();
        refusedUntilMs = events.now() + AFTER_REFUSED_MS;
        unreachable(
                AdminErrors.words(e) + " It is tried again once a minute, as many wrong log-ins may lock the account;"
                        + " to try at once, use the connection again.");
    }

    private synchronized void closeReader() {
        reader.ifPresent(MetadataReader::close);
        reader = Optional.empty();
    }

    private MetadataReader reader() {
        if (reader.isEmpty()) {
            MetadataReader made = new MetadataReader(clientProperties, MetadataReader.Patience.REMOTE);
            synchronized (this) {
                reader = Optional.of(made);
                if (poller.closed()) {
                    // To make it may have taken longer than closing waited.
                    closeReader();
                    throw new KafkaException("the cluster is closed");
                }
            }
        }
        return reader.get();
    }

    private void reached(String asked, MetadataReader.Reading reading, Map<Integer, String> brokers) {
        ClusterView before = view;
        List<ClusterView.Partition> had = before.topic().equals(asked) ? before.partitions() : List.of();
        Optional<List<ClusterView.Partition>> told = reading.partitions();
        // The same object as long as nothing changed, so that whoever counts them need not do it again.
        List<ClusterView.Partition> partitions = told.filter(t -> !t.equals(had)).orElse(had);
        look(brokers);
        long now = events.now();
        view = new ClusterView(Phase.READY, "", bootstrap, List.copyOf(known.values()), asked, partitions, now,
                told.isPresent() ? now : before.partitionsAtMs());
        if (before.phase() != Phase.READY) {
            events.ready(name, brokers.size(), events.now() - startedMs);
        }
        events.changes(asked, had, partitions);
    }

    private void look(Map<Integer, String> brokers) {
        brokers.forEach((id, address) -> {
            if (set(id, address, NodeState.UP)) {
                events.up(id, "broker");
            }
        });
        known.values().stream().filter(n -> !brokers.containsKey(n.id())).toList().forEach(gone -> {
            if (set(gone.id(), gone.address(), NodeState.DEAD)) {
                events.down(gone.id(), "broker", "no longer counted in by the cluster");
            }
        });
    }

    /** Whether that is new. */
    private boolean set(int id, String address, NodeState state) {
        Optional<ClusterView.Node> before = Optional.ofNullable(known.get(id));
        boolean changed = before.filter(n -> n.state() == state).isEmpty();
        known.put(id, new ClusterView.Node(id, false, state, address,
                changed ? events.now() : before.orElseThrow().sinceMs(), ""));
        return changed;
    }

    private void unreachable(String why) {
        if (poller.closed()) {
            return;
        }
        String message = "Cluster '" + name + "' (" + bootstrap + ") cannot be reached: " + why;
        boolean known = view.phase() == Phase.FAILED && view.progress().equals(message);
        ClusterView before = view;
        view = new ClusterView(Phase.FAILED, message, bootstrap, before.nodes(), before.topic(), before.partitions(),
                events.now(), before.partitionsAtMs());
        if (!known) {
            events.failed(name, message, "");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Object> clientProperties() {
        return clientProperties;
    }

    @Override
    public ClusterView view() {
        return view;
    }

    @Override
    public Topics topics() {
        return topics;
    }

    @Override
    public void watch(String chosen) {
        topic = chosen;
        poller.wake();
    }

    @Override
    public void close() {
        poller.close();
        closeReader();
        topics.close();
        view = new ClusterView(Phase.CLOSED, "closed", bootstrap, List.of(), "", List.of(), events.now());
    }
}
