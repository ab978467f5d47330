package ackscope.bench;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.ClusterView;
import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.FaultPlan;
import ackscope.core.lab.Lab;
import ackscope.core.metrics.RunTotals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Plays a seeded plan of random faults under load inside the running window, and prints what the FX thread had to do, what threads, files
 * and heap were used before and after, and how long "Heal all" took to bring everything back.
 */
final class FaultProbe {
    private static final int RATE = 2_000;
    private static final int MINUTE = 60_000;
    private static final long SETTLE_MS = 3_000;

    private final Lab lab;
    private final FxMeter meter;
    private final long minutes;
    private final long seed;

    FaultProbe(Lab lab, FxMeter meter, long minutes, long seed) {
        this.lab = lab;
        this.meter = meter;
        this.minutes = minutes;
        this.seed = seed;
    }

    void run() {
        try {
            while (!lab.obstacle().isEmpty()) {
                Thread.sleep(20);
            }
            play();
        } catch (InterruptedException | ComposeException | IOException e) {
            System.out.println("failed " + e);
        }
        Platform.exit();
    }

    private void play() throws InterruptedException, ComposeException, IOException {
        FaultBoard board = lab.faults().orElseThrow();
        FaultCatalogue catalogue = new FaultCatalogue();
        ClusterView view = lab.view();
        List<Integer> brokers = view.nodes().stream().filter(n -> !n.controller()).map(ClusterView.Node::id).toList();
        int controller = view.nodes().stream().filter(ClusterView.Node::controller).findFirst().orElseThrow().id();
        FaultContext context = new FaultContext(Lab.FIRST_TOPIC, brokers, controller, brokers.getFirst(), brokers,
                10_000, 2);
        FaultPlan plan = FaultPlan.random(seed, minutes * MINUTE, catalogue, context, FaultPlan.HARMLESS);
        plan.text().lines().forEach(line -> System.out.println("plan " + line));

        send();
        Thread.sleep(SETTLE_MS);
        use("before");
        meter.print("calm");
        long began = System.currentTimeMillis();
        long lastMinute = 0;
        for (FaultPlan.Step step : plan.steps()) {
            while (System.currentTimeMillis() < began + step.atMs()) {
                Thread.sleep(20);
                goOn();
                long minute = (System.currentTimeMillis() - began) / MINUTE;
                if (minute > lastMinute) {
                    lastMinute = minute;
                    heap(minute);
                }
            }
            try {
                board.inject(step.build(catalogue, context));
            } catch (FaultException | ClusterException e) {
                System.out.println("refused " + step.kind() + ": " + e.getMessage());
            }
        }
        while (System.currentTimeMillis() < began + minutes * MINUTE) {
            Thread.sleep(20);
            goOn();
        }
        meter.print("faults");
        heal(board);
        heap(minutes);
        lab.engine().stop();
        while (lab.engine().progress().busy()) {
            Thread.sleep(20);
        }
        Thread.sleep(SETTLE_MS);
        use("after");
        RunTotals totals = lab.engine().totals();
        System.out.println("totals " + totals);
        System.out.println("wire " + lab.engine().wireSums());
        System.out.println("client " + lab.engine().clientMetrics());
    }

    private void heal(FaultBoard board) throws InterruptedException, ComposeException {
        long began = System.nanoTime();
        try {
            board.healAll(step -> System.out.println("healing " + step));
        } catch (FaultException | ClusterException e) {
            System.out.println("failed not healed: " + e.getMessage());
        }
        System.out.println("healed " + (System.nanoTime() - began) / 1_000_000);
        goOn();
        long acked = lab.engine().totals().acked();
        while (lab.engine().totals().acked() == acked && System.nanoTime() - began < 120_000_000_000L) {
            Thread.sleep(5);
        }
        System.out.println("acks-again " + (System.nanoTime() - began) / 1_000_000);
    }

    /** A producer that can no longer be used ends the load, as it should; the next one goes on. */
    private void goOn() throws ComposeException {
        if (!lab.engine().progress().busy()) {
            System.out.println("load-again " + lab.engine().progress().problem());
            send();
        }
    }

    private static void heap(long minute) {
        System.gc();
        System.out.println("heap " + minute + " " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Threads and file handles (sockets among them), where the system tells. */
    private static void use(String when) throws IOException {
        System.gc();
        long files = -1;
        Path handles = Path.of("/proc/self/fd");
        if (Files.isDirectory(handles)) {
            try (Stream<Path> all = Files.list(handles)) {
                files = all.count();
            }
        }
        System.out.println("use " + when + " " + ManagementFactory.getThreadMXBean().getThreadCount() + " " + files);
    }

    private void send() throws ComposeException {
        RecordDraft draft = new RecordDraft(Lab.FIRST_TOPIC, Payload.NULL, Payload.string("probe"), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        lab.use(Map.of("delivery.timeout.ms", "10000", "request.timeout.ms", "2000", "linger.ms", "5"));
        lab.send(RecordSource.of(draft, new LoadPlan(OptionalLong.empty(), RATE, OptionalInt.of(100), 50, seed, 1),
                true, System::currentTimeMillis));
    }
}
