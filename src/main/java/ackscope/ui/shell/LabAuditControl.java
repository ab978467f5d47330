package ackscope.ui.shell;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.AuditProgress;
import ackscope.core.audit.AuditReport;
import ackscope.core.lab.Lab;
import ackscope.ui.audit.AuditControl;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the lab's runs on a thread of its own, one at a time. */
final class LabAuditControl implements AuditControl {
    private static final Logger LOG = LoggerFactory.getLogger(LabAuditControl.class);

    private final Lab lab;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile State state = State.NONE;
    private int run;

    /** Either kind of audit. */
    @FunctionalInterface
    private interface Kind {
        AuditReport make(AuditDesk desk, Consumer<AuditProgress> progress, BooleanSupplier cancelled);
    }

    LabAuditControl(Lab lab) {
        this.lab = lab;
        run = lab.engine().run().id();
    }

    /** A report is shown for as long as its run is the current one. */
    @Override
    public State state() {
        int now = lab.engine().run().id();
        if (now != run && !state.running()) {
            state = State.NONE;
        }
        run = now;
        return state;
    }

    @Override
    public String obstacle() {
        if (lab.plays().running()) {
            return "A scenario or a twin run is being played, and an audit would heal what it breaks. Wait for its end.";
        }
        return lab.engine().run().size() == 0 ? "There is nothing to audit: this run has sent no records yet." : "";
    }

    @Override
    public void prove() {
        begin(AuditDesk::finish);
    }

    @Override
    public void look() {
        begin(AuditDesk::provisional);
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    private void begin(Kind kind) {
        if (state.running()) {
            return;
        }
        Optional<AuditReport> before = state.report();
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            state = new State(false, obstacle, -1, before);
            return;
        }
        cancelled.set(false);
        state = new State(true, "", -1, before);
        lab.work().execute(() -> state = make(kind, before));
    }

    private State make(Kind kind, Optional<AuditReport> before) {
        try {
            AuditReport report = kind.make(lab.audits(),
                    p -> state = new State(true, p.words(), p.share(), before), cancelled::get);
            return new State(false, "", -1, Optional.of(report));
        } catch (CancellationException _) {
            return new State(false, "The audit was cancelled.", -1, before);
        } catch (RuntimeException e) {
            LOG.warn("an audit came to nothing", e);
            return new State(false, e.getMessage(), -1, before);
        }
    }
}
