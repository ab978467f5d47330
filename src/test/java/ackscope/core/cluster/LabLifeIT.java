package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedLab.Extension.class)
class LabLifeIT {
    private static final long LIMIT_MS = 120_000;

    @TempDir
    private Path folder;
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();

    /** Also makes the AOT cache, which costs a start of its own: one cluster shows all that a life holds. */
    @Test
    void aSecondLabLivesBesideTheFirstMakesItsCacheAndLeavesNothing(SharedLab first) throws IOException {
        LabOptions options = new LabOptions(SharedLab.options().tempFolder(), folder, LabOptions.Aot.USE_AND_TRAIN);
        LabCluster second = new LabCluster(options, events::add);
        second.start();
        SharedLab.await("the second lab", LIMIT_MS, () -> second.view().phase() == ClusterView.Phase.READY);
        assertEquals(3, first.cluster().view().brokersUp());
        SharedLab.await("the cache", LIMIT_MS, () -> files(folder).size() == 1
                && files(folder).getFirst().toString().endsWith(".aot"));
        // A node that was started with it says so in its log when it cannot use it.
        second.restart(2);
        Path log = Path.of(second.view().nodes().get(1).logFile());
        assertFalse(Files.readString(log).contains("[aot"), () -> StartFailure.tail(log));

        second.pause(1);
        LabFolder lab = LabFolder.parse(log.getParent().getParent()).orElseThrow();
        assertEquals(4, children(lab));
        long before = System.nanoTime();
        second.close();
        long closedMs = (System.nanoTime() - before) / 1_000_000;

        assertTrue(closedMs < 5_000, "closing took " + closedMs + " ms");
        assertEquals(0, children(lab));
        assertFalse(Files.exists(lab.path()));
        assertEquals(ClusterView.Phase.CLOSED, second.view().phase());
        assertEquals(3, first.cluster().view().brokersUp());
    }

    @Test
    void closingInMidStartLeavesNothing() {
        LabCluster lab = new LabCluster(new LabOptions(folder, folder, LabOptions.Aot.OFF), events::add);
        lab.start();
        SharedLab.await("a node to start", LIMIT_MS,
                () -> events.stream().anyMatch(ClusterEvent.NodeStarting.class::isInstance));
        lab.close();

        SharedLab.await("the folder to be gone", 2_000, () -> files(folder).isEmpty());
        assertFalse(events.stream().anyMatch(ClusterEvent.ClusterFailed.class::isInstance));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (LabCluster lab = new LabCluster(new LabOptions(file, folder, LabOptions.Aot.OFF), events::add)) {
            lab.start();
            SharedLab.await("the failure", LIMIT_MS, () -> lab.view().phase() == ClusterView.Phase.FAILED);

            assertTrue(lab.view().progress().contains(file.toString()), lab.view().progress());
            assertEquals(1, events.stream().filter(ClusterEvent.ClusterFailed.class::isInstance).count());
        }
    }

    private static long children(LabFolder lab) {
        ProcessTable table = ProcessTable.system();
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).filter(p -> table.find(p.pid())
                .filter(seen -> seen.commandLine().contains(BrokerCommand.mark(lab.path()))).isPresent()).count();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> there = Files.list(folder)) {
            return there.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
