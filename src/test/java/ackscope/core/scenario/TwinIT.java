package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The twin runs of the app on real brokers; {@code -Drepeat=10} runs the leader loss ten times. */
@ExtendWith(SharedLab.Extension.class)
class TwinIT {
    @TempDir
    private Path folder;
    private SharedLab lab;
    private LabStand stand;
    private RunFiles files;
    private TwinRunner runner;

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        stand = new LabStand(shared);
        files = new RunFiles(folder.resolve("records"));
        runner = new TwinRunner(lab.cluster(), stand.board(), folder.resolve("twins"), stand::engine, stand.journal(),
                files, new Turn(), words -> fail(words));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private RunComparison twin(String id) {
        return twin(id, _ -> {
        }, () -> false).comparison();
    }

    private TwinRunner.Pair twin(String id, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return runner.run(Scenarios.builtIn(id), progress, cancelled);
    }

    private static long count(RunRecord run, Verdict verdict) {
        AuditReport audit = run.audit().orElseThrow();
        assertEquals(List.of(), audit.obstacles());
        assertEquals(0, audit.count(Verdict.NOT_READ));
        return audit.count(verdict);
    }

    @Test
    @Timeout(1_400)
    void aLeaderLossCostsAcksOneAllItsRecordsAndAcksAllNone() {
        int times = Integer.getInteger("repeat", 1);
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            RunComparison pair = twin("leader-loss");
            assertEquals("With acks=all and min.insync.replicas=2 none of 50 was lost; with acks=1 all 50 were.",
                    pair.conclusion());
            assertEquals(50, count(pair.a(), Verdict.LOST));
            assertEquals(51, count(pair.b(), Verdict.DELIVERED));
            assertEquals(51, pair.a().totals().acked());
            assertEquals(2, pair.a().happenings().stream()
                    .filter(h -> h.kind() == Happening.Kind.FAULT).count());
            assertTrue(pair.a().series().size() > 1 && pair.b().series().size() > 1);
            System.out.println("leader loss twin " + (i + 1) + " of " + times + ": "
                    + (System.nanoTime() - began) / 1_000_000 + " ms, findings "
                    + pair.a().audit().orElseThrow().findings());
        }
        assertEquals(2 * times, files.load().runs().size());
    }

    @Test
    void droppedAnswersDoubleRecordsWithoutIdempotenceAlone() {
        RunComparison pair = twin("dropped-answers");
        assertTrue(count(pair.a(), Verdict.DUPLICATED) > 0, pair::conclusion);
        assertEquals(0, count(pair.b(), Verdict.DUPLICATED), pair::conclusion);
        assertTrue(pair.conclusion().startsWith("With enable.idempotence=true none of 300 was duplicated; with"
                + " enable.idempotence=false "), pair::conclusion);
    }

    @Test
    void aCancelHealsTheClusterAndKeepsNoHalf() {
        boolean[] stop = {false};
        assertThrows(CancellationException.class, () -> twin("leader-loss", news -> {
            if (news.words().contains("another leader")) {
                stop[0] = true;
            }
        }, () -> stop[0]));
        assertTrue(stop[0]);
        assertEquals(List.of(), stand.board().active());
        assertEquals(List.of(), files.load().runs());
        assertEquals(3, lab.cluster().view().brokersUp());
    }
}
