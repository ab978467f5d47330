package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final long APP = 4_711;
    private static final long APP_START = 1_000_000;
    private static final long BROKER = 4_720;

    @TempDir
    private Path temp;
    private final FakeProcesses processes = new FakeProcesses();

    @Test
    void endsWhatADeadAppLeftAndRemovesItsFolder() throws IOException {
        Path lab = lab();
        processes.run(BROKER, 5, broker(lab));

        assertEquals(new Sweep.Swept(1, 1), sweep());
        assertEquals(List.of(BROKER), processes.killed);
        assertFalse(Files.exists(lab));
    }

    @Test
    void leavesTheLabOfALivingAppAlone() throws IOException {
        Path lab = lab();
        processes.run(APP, APP_START + 900, "java ackscope.Main");
        processes.run(BROKER, 5, broker(lab));

        assertEquals(new Sweep.Swept(0, 0), sweep());
        assertTrue(processes.killed.isEmpty() && Files.exists(lab));
    }

    @Test
    void anotherProgramWithTheAppsOldNumberIsNotTheApp() throws IOException {
        Path lab = lab();
        processes.run(APP, APP_START + 60_000, "vim");
        processes.run(BROKER, 5, broker(lab));

        assertEquals(new Sweep.Swept(1, 1), sweep());
    }

    @Test
    void neverKillsAProgramThatOnlyHasABrokersOldNumber() throws IOException {
        lab();
        processes.run(BROKER, 5, "postgres: checkpointer");

        assertEquals(new Sweep.Swept(1, 0), sweep());
        assertTrue(processes.killed.isEmpty());
    }

    @Test
    void neverKillsABrokerOfAnotherLab() throws IOException {
        Path lab = lab();
        processes.run(BROKER, 5, broker(lab.resolveSibling("lab-1-2-3")));

        sweep();
        assertTrue(processes.killed.isEmpty());
    }

    @Test
    void leavesFoldersThatAreNoLabsAlone() throws IOException {
        Path other = Files.createDirectories(temp.resolve("labyrinth"));
        Path almost = Files.createDirectories(temp.resolve("lab-x-y-z"));

        assertEquals(new Sweep.Swept(0, 0), sweep());
        assertTrue(Files.exists(other) && Files.exists(almost));
    }

    @Test
    void aMissingFolderIsNothingToSweep() {
        assertEquals(new Sweep.Swept(0, 0), new Sweep(processes).run(temp.resolve("missing")));
    }

    @Test
    void aNewFolderBelongsToThisProcess() throws IOException {
        LabFolder made = LabFolder.create(temp);
        made.note(BROKER);

        assertEquals(Optional.of(made), LabFolder.parse(made.path()));
        assertEquals(ProcessHandle.current().pid(), made.ownerPid());
        assertEquals(List.of(BROKER), made.noted());
    }

    private Sweep.Swept sweep() {
        return new Sweep(processes).run(temp);
    }

    private Path lab() throws IOException {
        Path lab = Files.createDirectories(temp.resolve("lab-" + APP + "-" + APP_START + "-99"));
        Files.createDirectories(lab.resolve("pids"));
        Files.writeString(Files.createDirectories(lab.resolve("node-1")).resolve("node.log"), "text");
        new LabFolder(lab, APP, APP_START).note(BROKER);
        return lab;
    }

    private static String broker(Path lab) {
        return "/jdk/bin/java " + BrokerCommand.mark(lab) + " @" + lab.resolve("node-1").resolve("java.args");
    }

    private static final class FakeProcesses implements ProcessTable {
        private final Map<Long, Seen> running = new HashMap<>();
        private final List<Long> killed = new ArrayList<>();

        void run(long pid, long startMs, String commandLine) {
            running.put(pid, new Seen(startMs, commandLine));
        }

        @Override
        public Optional<Seen> find(long pid) {
            return Optional.ofNullable(running.get(pid));
        }

        @Override
        public void kill(long pid) {
            killed.add(pid);
            running.remove(pid);
        }
    }
}
