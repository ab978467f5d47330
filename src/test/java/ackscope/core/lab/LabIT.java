package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.LabOptions;
import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole app below the window, closed at the worst moment. */
class LabIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void closingInMidLoadWithABrokerThatHangsTakesUnderFiveSecondsAndLeavesNothing() throws Exception {
        LabOptions options = new LabOptions(folder.resolve("lab"), SharedLab.options().cacheFolder(),
                LabOptions.Aot.USE);
        Lab lab = new Lab(folder.resolve("runs"), options);
        lab.startLabCluster();
        SharedLab.await("the lab", 2 * LIMIT_MS, () -> lab.obstacle().isEmpty());
        lab.use(Map.of());
        RecordDraft draft = new RecordDraft(Lab.FIRST_TOPIC, Payload.NULL, Payload.string("x"), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        lab.send(RecordSource.of(draft, new LoadPlan(OptionalLong.empty(), 0, OptionalInt.of(100), 0, 1, 1), true,
                System::currentTimeMillis));
        SharedLab.await("a load", LIMIT_MS, () -> lab.engine().totals().acked() > 1000);
        int leader = lab.view().partitions().getFirst().leader();
        ((LabCluster) lab.cluster()).pause(leader);
        SharedLab.await("the pause to be seen", LIMIT_MS,
                () -> lab.view().nodes().stream().anyMatch(n -> n.id() == leader && n.state() == NodeState.PAUSED));
        long start = System.nanoTime();
        lab.close();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 5, "closing took " + seconds + " s");
        assertEquals(0, lab.engine().totals().open(), "every record has an outcome");
        assertEquals(List.of(), ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString())).toList());
        try (Stream<Path> left = Files.list(folder.resolve("lab"))) {
            assertEquals(List.of(), left.toList());
        }
    }
}
