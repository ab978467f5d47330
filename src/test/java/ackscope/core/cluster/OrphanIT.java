package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app that ends in any other way than by closing its lab, played by a JVM of its own. */
class OrphanIT {
    private static final long START_LIMIT_MS = 120_000;
    private static final long END_LIMIT_MS = 5_000;

    @TempDir
    private Path temp;
    private Process app;

    /** The app: a lab, and nobody who closes it. */
    static final class Main {
        private Main() {
        }

        public static void main(String[] args) throws InterruptedException {
            LabCluster lab = new LabCluster(
                    new LabOptions(Path.of(args[0]), SharedLab.options().cacheFolder(), LabOptions.Aot.USE), _ -> {
                    });
            lab.start();
            SharedLab.await("the lab", START_LIMIT_MS, () -> lab.view().phase() == ClusterView.Phase.READY);
            System.out.println("READY");
            TimeUnit.MILLISECONDS.sleep(START_LIMIT_MS);
        }
    }

    @AfterEach
    void endTheApp() throws InterruptedException {
        app.destroyForcibly();
        assertTrue(app.waitFor(END_LIMIT_MS, TimeUnit.MILLISECONDS));
        new Sweep(ProcessTable.system()).run(temp);
    }

    @Test
    void brokersEndWithAKilledAppAndTheNextStartSweepsAPausedOne() throws Exception {
        LabFolder lab = startTheApp();
        List<Long> nodes = lab.noted();
        assertEquals(4, alive(nodes).size());
        long paused = nodes.getFirst();
        assertEquals(0, new ProcessBuilder("kill", "-STOP", Long.toString(paused)).start().waitFor());

        assertTrue(app.destroyForcibly().waitFor(END_LIMIT_MS, TimeUnit.MILLISECONDS));
        SharedLab.await("all but the paused broker to end", END_LIMIT_MS, () -> alive(nodes).size() == 1);
        assertEquals(List.of(paused), alive(nodes));

        assertEquals(new Sweep.Swept(1, 1), new Sweep(ProcessTable.system()).run(temp));
        SharedLab.await("the paused broker to end", END_LIMIT_MS, () -> alive(nodes).isEmpty());
        assertFalse(Files.exists(lab.path()));
    }

    @Test
    void anAppThatIsAskedToEndTakesEverythingWithIt() throws Exception {
        LabFolder lab = startTheApp();
        List<Long> nodes = lab.noted();

        app.destroy();
        assertTrue(app.waitFor(END_LIMIT_MS, TimeUnit.MILLISECONDS));
        assertEquals(List.of(), alive(nodes));
        assertFalse(Files.exists(lab.path()));
    }

    private LabFolder startTheApp() throws IOException {
        Path java = Host.current().java(Path.of(System.getProperty("java.home")));
        app = new ProcessBuilder(java.toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = app.inputReader().readLine();
        assertEquals("READY", said);
        try (Stream<Path> folders = Files.list(temp)) {
            return folders.map(LabFolder::parse).findFirst().orElseThrow().orElseThrow();
        }
    }

    private static List<Long> alive(List<Long> pids) {
        return pids.stream().filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()).toList();
    }
}
