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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures inside the running window, and prints what it saw line by line for the bench that started it. "start": first frame, first
 * acknowledged record. "ui:M": M minutes of full-speed load, then a storm of failures. "faults:M:S": M minutes of the random faults of seed S.
 */
public final class Probe {
    private static final int STORM_PER_SECOND = 10_000;
    private static final long STORM_SECONDS = 30;

    private final Lab lab;

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
            FxMeter meter = FxMeter.on(window.feed());
            String[] words = what.split(":", -1);
            long minutes = Long.parseLong(words[1]);
            Runnable measure = words[0].equals("faults")
                    ? () -> new FaultProbe(lab, meter, minutes, Long.parseLong(words[2])).run()
                    : () -> probe.ui(meter, minutes);
            Thread.ofPlatform().daemon().name("ackscope-probe").start(measure);
        }
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

    private void ui(FxMeter meter, long minutes) {
        try {
            ready();
            meter.print("idle");
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
            meter.print("load");
            // Larger than max.request.size: each one fails in the client and is counted, listed and drawn.
            send(new LoadPlan(OptionalLong.of(STORM_PER_SECOND * STORM_SECONDS), STORM_PER_SECOND, OptionalInt.of(2000),
                    0, 1, 1), Map.of("max.request.size", "1000"));
            Thread.sleep(500);
            rest();
            System.out.println("sent storm " + lab.engine().totals().failed());
            meter.print("storm");
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
