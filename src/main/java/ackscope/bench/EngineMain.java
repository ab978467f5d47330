package ackscope.bench;

import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.EventLog;
import ackscope.core.metrics.MetricsSampler;
import ackscope.core.metrics.RunTotals;
import ackscope.core.send.SendEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ackscope's side of the throughput bench, in a JVM of its own: the engine with ledger, counters, events and sampling on, as under the
 * window. Prints records/s from the first record after the warm-up to the last acknowledgement.
 *
 * <p>Arguments: bootstrap, topic, records, bytes, acks, warm-up records, "payload" or "header" (where the record's number travels).
 */
public final class EngineMain {
    private EngineMain() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("ackscope-bench-");
        EventLog events = new EventLog(8192);
        SendEngine engine = new SendEngine(folder, () -> Long.MAX_VALUE, events::publish);
        MetricsSampler sampler = new MetricsSampler(() -> engine.run().id(), () -> engine.totals(),
                engine::clientMetrics, () -> engine.run().latencyUs(),
                System::currentTimeMillis);
        try (ScheduledExecutorService ticker = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-sampler").factory())) {
            var _ = ticker.scheduleAtFixedRate(() -> {
                engine.flush();
                sampler.turn();
            }, 250, 250, TimeUnit.MILLISECONDS);
            engine.use(
                    Map.of("bootstrap.servers", args[0], "acks", args[4], "enable.idempotence", args[4].equals("all")));
            send(engine, args, Long.parseLong(args[5]));
            long records = Long.parseLong(args[2]);
            long start = System.nanoTime();
            send(engine, args, records);
            double seconds = (System.nanoTime() - start) / 1e9;
            RunTotals totals = engine.totals();
            if (totals.acked() != totals.sent()) {
                throw new IllegalStateException("not all records were acknowledged: " + totals);
            }
            System.out.println(String.format(Locale.ROOT, "rate %.1f", records / seconds));
            ticker.shutdownNow();
        }
        engine.close();
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void send(SendEngine engine, String[] args, long records) throws Exception {
        int bytes = Integer.parseInt(args[3]);
        boolean inPayload = args[6].equals("payload");
        RecordDraft draft = new RecordDraft(args[1], Payload.NULL, Payload.string(inPayload ? "" : "x".repeat(bytes)),
                List.of(), OptionalInt.empty(),
                OptionalLong.empty());
        LoadPlan plan = new LoadPlan(OptionalLong.of(records), 0,
                inPayload ? OptionalInt.of(bytes) : OptionalInt.empty(), 0, 1, Integer.MAX_VALUE);
        long before = engine.totals().sent();
        engine.send(RecordSource.of(draft, plan, !inPayload, System::currentTimeMillis));
        while (engine.totals().sent() < before + records || engine.totals().open() > 0) {
            Thread.sleep(1);
        }
    }
}
