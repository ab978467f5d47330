package ackscope.core.lab;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.cluster.Cluster;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.FaultBoard;
import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.Venue;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.Experiments;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The lab itself as the place where a scenario is played: with a window, every panel shows it. */
final class LabVenue implements Venue {
    private final Lab lab;
    private String run = "";

    LabVenue(Lab lab) {
        this.lab = lab;
    }

    @Override
    public Cluster cluster() {
        return lab.cluster();
    }

    @Override
    public FaultBoard faults() {
        return lab.faults().orElseThrow(() -> new ScenarioException("There is no cluster yet."));
    }

    @Override
    public SendEngine engine() {
        return lab.engine();
    }

    @Override
    public void use(PlayTerms terms) {
        lab.play(terms);
    }

    @Override
    public void cleansUp(Run run) {
        lab.alerts().leave(run.id());
    }

    @Override
    public void restore() {
        lab.playOver();
    }

    @Override
    public void call(String next) {
        run = next;
    }

    @Override
    public void send(RecordSource source, boolean warmUp) {
        lab.send(source, warmUp, run);
    }

    @Override
    public List<Happening> happenings(long fromMs, long toMs) {
        return lab.journal().between(fromMs, toMs);
    }

    @Override
    public Experiments experiments() {
        return lab.experiments();
    }

    @Override
    public AuditReport audit(Consumer<String> progress, BooleanSupplier cancelled) {
        return lab.audits().finish(news -> progress.accept(news.words()), cancelled);
    }
}
