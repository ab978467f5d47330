package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.RemoteCluster;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.FaultBoard;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.Experiments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A place to play at with a real engine that has nothing to send to, and a cluster that nobody connects to. Counts how often it is given back. */
final class FakeVenue implements Venue, AutoCloseable {
    int restored;
    final List<Integer> cleaned = new ArrayList<>();
    FaultBoard faults;
    private final RemoteCluster cluster = new RemoteCluster("nowhere", Map.of("bootstrap.servers", "127.0.0.1:1"),
            _ -> {
            });
    private final SendEngine engine;

    FakeVenue(Path folder, FaultBoard faults) {
        this.faults = faults;
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        });
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public FaultBoard faults() {
        return faults;
    }

    @Override
    public SendEngine engine() {
        return engine;
    }

    @Override
    public void use(PlayTerms terms) {
        // Nothing is sent.
    }

    @Override
    public void cleansUp(Run run) {
        assertFalse(engine.over(), "what is told too late is not believed");
        cleaned.add(run.ordinal());
    }

    @Override
    public void restore() {
        restored++;
    }

    @Override
    public void send(RecordSource source, boolean warmUp) {
        throw new AssertionError("there is nothing to send to");
    }

    @Override
    public List<Happening> happenings(long fromMs, long toMs) {
        return List.of();
    }

    @Override
    public Experiments experiments() {
        throw new AssertionError("there are none");
    }

    @Override
    public AuditReport audit(Consumer<String> progress, BooleanSupplier cancelled) {
        throw new AssertionError("there is nothing to audit");
    }

    @Override
    public void close() {
        engine.close();
        faults.close();
    }
}
