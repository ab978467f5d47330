package ackscope.command;

import ackscope.core.cluster.Bootstrap;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabOptions;
import ackscope.core.connection.ClientProperties;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Plays;
import ackscope.core.settings.SettingsFile.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A lab without a window, in a folder of its own that goes with it: what is played here leaves nothing among a person's runs. */
final class HeadlessLab implements AutoCloseable {
    private static final long LAB_LIMIT_MS = 180_000;
    private static final long REMOTE_LIMIT_MS = 20_000;
    private static final long LOOK_MS = 50;

    private final Path folder;
    private final Lab lab;
    private final Thread hook;
    private volatile boolean ends;

    private HeadlessLab() throws IOException {
        folder = Files.createTempDirectory("ackscope-run-");
        lab = new Lab(folder, LabOptions.standard());
        hook = new Thread(this::end, "ackscope-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * The lab's own cluster.
     *
     * @param said told how far it is
     * @throws ClusterException in words when it does not start
     */
    static HeadlessLab start(Consumer<String> said) throws IOException, InterruptedException {
        HeadlessLab headless = new HeadlessLab();
        headless.lab.startLabCluster();
        headless.await(LAB_LIMIT_MS, "The lab cluster", said);
        return headless;
    }

    /**
     * A cluster that is there already.
     *
     * @param properties a file with what else a client needs to reach it
     * @throws ClusterException in words when it cannot be reached
     */
    static HeadlessLab connect(String bootstrap, Optional<Path> properties, Consumer<String> said)
            throws IOException, InterruptedException {
        String servers = Bootstrap.checked(bootstrap);
        SortedMap<String, String> others = properties.map(HeadlessLab::properties)
                .orElseGet(Collections::emptySortedMap);
        HeadlessLab headless = new HeadlessLab();
        // What is played there is audited, so its records carry their numbers.
        headless.lab.connect(new Connection(servers, servers, ConnectionColour.BLUE, servers, others, "", false, true));
        headless.await(REMOTE_LIMIT_MS, "The cluster at " + servers, said);
        return headless;
    }

    private static SortedMap<String, String> properties(Path file) {
        try {
            ClientProperties read = ClientProperties.parse(Files.readString(file));
            if (!read.problems().isEmpty()) {
                throw new ClusterException(file + ": " + read.problems().stream().map(Note::toString)
                        .collect(Collectors.joining(" ")));
            }
            SortedMap<String, String> all = new TreeMap<>(read.connection());
            all.remove(ClientProperties.BOOTSTRAP);
            return all;
        } catch (IOException e) {
            throw new ClusterException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void await(long limitMs, String what, Consumer<String> said) throws InterruptedException {
        long began = System.nanoTime();
        while (!lab.obstacle().isEmpty()) {
            ClusterView view = lab.view();
            boolean late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > limitMs;
            if (late || view.phase() == ClusterView.Phase.FAILED) {
                String why = lab.obstacle();
                close();
                throw new ClusterException(what + " cannot be used. " + why);
            }
            said.accept(view.progress().isEmpty() ? what + " starts" : view.progress());
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    Plays plays() {
        return lab.plays();
    }

    /** Whether it is being closed, for the process is told to end, say. */
    boolean ends() {
        return ends;
    }

    private void end() {
        ends = true;
        lab.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(HeadlessLab.class).warn("{} stays", folder, e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM ends already, and the hook does it.
            return;
        }
        end();
    }
}
