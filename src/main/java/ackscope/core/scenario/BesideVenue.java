package ackscope.core.scenario;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.RunJournal;
import ackscope.core.cluster.LabCluster;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.ClientOverlay;
import ackscope.core.fault.FaultBoard;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.RunLog;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.Experiments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** An engine beside the console's, with the lab's cluster and faults; what is sent and found is gathered for the run's record. */
final class BesideVenue implements Venue, AutoCloseable {
    private final LabCluster cluster;
    private final FaultBoard faults;
    private final SendEngine engine;
    private final RunJournal journal;
    private final String client;
    private final AuditDesk desk;
    private final Experiments experiments = new Experiments();
    private Map<String, Object> settings = Map.of();
    private volatile RunLog log = new RunLog();

    /** Gets a run that is over and audited. */
    @FunctionalInterface
    interface Audited {
        /** @param log what was gathered of it */
        void keep(RunLog log, Run run, RunTotals totals);
    }

    /**
     * @param client a client id of its own, so that what the wire counts is this engine's alone
     * @param kept   gets every run that was audited, on the thread that plays
     */
    BesideVenue(LabCluster cluster, FaultBoard faults, SendEngine engine, RunJournal journal, String client,
            Audited kept) {
        this.cluster = cluster;
        this.faults = faults;
        this.engine = engine;
        this.journal = journal;
        this.client = client;
        desk = new AuditDesk(engine, () -> cluster, () -> Optional.of(faults), journal,
                (run, totals, report) -> {
                    log.audited(report);
                    kept.keep(log, run, totals);
                });
    }

    /** What is gathered of the run at hand. */
    RunLog log() {
        return log;
    }

    @Override
    public void call(String run) {
        RunLog next = new RunLog();
        next.called(run);
        log = next;
    }

    @Override
    public LabCluster cluster() {
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
        engine.breaker(terms.breaker());
        settings = terms.settings().clientMap();
        apply(faults.overlay());
    }

    private void apply(ClientOverlay overlay) {
        Map<String, Object> all = new HashMap<>(overlay.over(settings, cluster));
        all.put("client.id", client);
        engine.use(all);
    }

    @Override
    public void restore() {
        // The engine is closed next, and the console's topic is looked at again when the turn is over.
    }

    @Override
    public void send(RecordSource source, boolean warmUp) {
        ClientOverlay overlay = faults.overlay();
        RecordSource sent = overlay.topic().map(source::to).orElse(source);
        // A fault may have changed the client since.
        apply(overlay);
        cluster.topics().describe(sent.topic()).ifPresent(t -> log
                .topic(new RunTopic(t.name(), t.partitions(), t.replication(), t.minInsyncReplicas())));
        log.began(sent, System.currentTimeMillis(), warmUp);
        engine.send(sent);
    }

    @Override
    public List<Happening> happenings(long fromMs, long toMs) {
        return journal.between(fromMs, toMs);
    }

    @Override
    public Experiments experiments() {
        return experiments;
    }

    @Override
    public AuditReport audit(Consumer<String> progress, BooleanSupplier cancelled) {
        return desk.finish(news -> progress.accept(news.words()), cancelled);
    }

    @Override
    public void close() {
        experiments.close();
    }
}
