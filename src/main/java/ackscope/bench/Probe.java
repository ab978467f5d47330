package ackscope.bench;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.lab.Lab;
import ackscope.ui.shell.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.HdrHistogram.Histogram;

/**
 * Measures inside the running window, and prints what it saw line by line for the bench that started it. "start": first frame, first
 * acknowledged record. "ui:M": M minutes of full-speed load, then a storm of failures; CPU time of each tick, gaps between pulses, heap.
 */
public final class Probe {
    private static final int STORM_PER_SECOND = 10_000;
    private static final long STORM_SECONDS = 30;

    private final Lab lab;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Histogram ticks = new Histogram(3);
    private Histogram gaps = new Histogram(3);
    private long lastPulse;

    private Probe(Lab lab) {
        this.lab = lab;
    }

    /** A folder for what the measured app keeps; removed when it ends. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("ackscope-probe-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "ackscope-probe-end"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.out.println("left behind: " + folder);
        }
    }

    /** Begins what {@code what} names. FX thread; the window is shown. */
    public static void start(String what, Lab lab, MainWindow window) {
        Probe probe = new Probe(lab);
        if (what.equals("start")) {
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    // The second pulse comes after the first was drawn.
                    if (++pulses == 2) {
                        System.out.println("first-frame");
                        stop();
                    }
                }
            }.start();
            Thread.ofPlatform().daemon().name("ackscope-probe").start(probe::firstAck);
        } else {
            window.feed().meter(probe::tick);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    probe.pulse(now);
                }
            }.start();
            long minutes = Long.parseLong(what.substring(what.indexOf(':') + 1));
            Thread.ofPlatform().daemon().name("ackscope-probe").start(() -> probe.ui(minutes));
        }
    }

    private synchronized void tick(Runnable tick) {
        long before = threads.getCurrentThreadCpuTime();
        tick.run();
        ticks.recordValue(Math.max(1, (threads.getCurrentThreadCpuTime() - before) / 1000));
    }

    private synchronized void pulse(long now) {
        if (lastPulse != 0) {
            gaps.recordValue(Math.max(1, (now - lastPulse) / 1000));
        }
        lastPulse = now;
    }

    private synchronized void print(String phase) {
        System.out.println(String.format(Locale.ROOT, "ticks %s %d %.2f %.2f %.2f", phase, ticks.getTotalCount(),
                ticks.getValueAtPercentile(50) / 1e3,
                ticks.getValueAtPercentile(99) / 1e3, ticks.getMaxValue() / 1e3));
        System.out.println(String.format(Locale.ROOT, "gaps %s %d %.1f %.1f %.1f", phase, gaps.getTotalCount(),
                gaps.getValueAtPercentile(50) / 1e3,
                gaps.getValueAtPercentile(99) / 1e3, gaps.getMaxValue() / 1e3));
        ticks = new Histogram(3);
        gaps = new Histogram(3);
    }

    private void firstAck() {
        try {
            ready();
            send(LoadPlan.of(1), Map.of());
            while (lab.engine().totals().acked() < 1) {
                Thread.sleep(1);
            }
            System.out.println("first-ack");
        } catch (InterruptedException | ComposeException e) {
            System.out.println("failed " + e);
        }
        Platform.exit();
    }

    private void ui(long minutes) {
        try {
            ready();
            print("idle");
            send(new LoadPlan(OptionalLong.empty(), 0, OptionalInt.of(100), 0, 1, 1), Map.of());
            for (long minute = 1; minute <= minutes; minute++) {
                Thread.sleep(60_000);
                System.gc();
                System.out.println(
                        "heap " + minute + " " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            lab.engine().stop();
            rest();
            System.out.println("sent load " + lab.engine().totals().acked());
            print("load");
            // Larger than max.request.size: each one fails in the client and is counted, listed and drawn.
            send(new LoadPlan(OptionalLong.of(STORM_PER_SECOND * STORM_SECONDS), STORM_PER_SECOND, OptionalInt.of(2000),
                    0, 1, 1), Map.of("max.request.size", "1000"));
            Thread.sleep(500);
            rest();
            System.out.println("sent storm " + lab.engine().totals().failed());
            print("storm");
        } catch (InterruptedException | ComposeException e) {
            System.out.println("failed " + e);
        }
        Platform.exit();
    }

    private void ready() throws InterruptedException {
        while (!lab.obstacle().isEmpty()) {
            Thread.sleep(2);
        }
    }

    private void rest() throws InterruptedException {
        while (lab.engine().progress().busy()) {
            Thread.sleep(20);
        }
    }

    private void send(LoadPlan plan, Map<String, Object> settings) throws ComposeException {
        RecordDraft draft = new RecordDraft(Lab.FIRST_TOPIC, Payload.NULL, Payload.string("probe"), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        lab.use(settings);
        lab.send(RecordSource.of(draft, plan, true, System::currentTimeMillis));
    }
}
