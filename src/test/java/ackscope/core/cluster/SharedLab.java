package ackscope.core.cluster;

import ackscope.core.event.LabEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One lab cluster for all integration tests of a JVM: started at the first use, closed at the end. Take it as a parameter of a test, or of
 * a method before it, in a class with {@code @ExtendWith(SharedLab.Extension.class)}. A test that breaks brokers calls {@link #heal()}
 * afterwards, so that the next one finds a whole cluster.
 */
public final class SharedLab implements AutoCloseable {
    private static final long START_LIMIT_MS = 120_000;
    private static final long HEAL_LIMIT_MS = 60_000;
    private static final long PAUSE_MS = 50;

    private final List<LabEvent> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<LabEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger topics = new AtomicInteger();
    private final LabCluster cluster;

    private SharedLab() {
        cluster = new LabCluster(options(), event -> {
            events.add(event);
            listeners.forEach(listener -> listener.accept(event));
        });
        cluster.start();
        await("the lab to be ready", START_LIMIT_MS, () -> cluster.view().phase() != ClusterView.Phase.STARTING);
        if (cluster.view().phase() != ClusterView.Phase.READY) {
            throw new IllegalStateException(cluster.view().progress());
        }
    }

    /** Options for tests: the folder of the build, and the user's AOT cache if there is one. */
    public static LabOptions options() {
        LabOptions standard = LabOptions.standard();
        return new LabOptions(Path.of("target", "lab").toAbsolutePath(), standard.cacheFolder(), LabOptions.Aot.USE);
    }

    public LabCluster cluster() {
        return cluster;
    }

    /** How to reach it, through the proxies. */
    public Map<String, Object> clientProperties() {
        return cluster.clientProperties();
    }

    /** Everything it told so far. */
    public List<LabEvent> events() {
        return events;
    }

    /** Who is told what happens from now on, until {@link #forget}. */
    public void listen(Consumer<LabEvent> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<LabEvent> listener) {
        listeners.remove(listener);
    }

    /** Creates a topic with a name of its own and watches it. */
    public String topic(int partitions, int replication, int minInsyncReplicas) {
        String name = "topic-" + topics.incrementAndGet();
        cluster.topics().create(new Topics.NewTopic(name, partitions, replication, minInsyncReplicas, 1_048_588));
        cluster.watch(name);
        await("the view of " + name, HEAL_LIMIT_MS, () -> cluster.view().topic().equals(name)
                && cluster.view().partitions().size() == partitions);
        return name;
    }

    /** Resumes and restarts what is not up, the controller first, then waits until every replica of the watched topic is in sync again. */
    public void heal() {
        for (ClusterView.Node node : cluster.view().nodes().reversed()) {
            if (cluster.leverProblem(Lever.RESUME, node.id()).isEmpty()) {
                cluster.resume(node.id());
            }
            if (cluster.leverProblem(Lever.KILL, node.id()).isPresent()) {
                cluster.restart(node.id());
            }
        }
        await("every node up and every replica in sync", HEAL_LIMIT_MS, this::whole);
    }

    private boolean whole() {
        ClusterView view = cluster.view();
        return view.nodes().stream().allMatch(n -> n.state() == ClusterView.NodeState.UP)
                && view.partitions().stream().allMatch(p -> p.leader() >= 0 && p.isr().size() == p.replicas().size());
    }

    /** Looks again and again until something holds. */
    public static void await(String what, long limitMs, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + limitMs + " ms in vain for " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Hands the one lab to tests. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedLab.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.create(SharedLab.class))
                    .computeIfAbsent(SharedLab.class, _ -> new SharedLab(), SharedLab.class);
        }
    }
}
