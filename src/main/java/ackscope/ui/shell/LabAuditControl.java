package ackscope.ui.shell;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.AuditProgress;
import ackscope.core.audit.AuditReport;
import ackscope.core.lab.Lab;
import ackscope.core.secret.Secrets;
import ackscope.ui.audit.AuditControl;
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
    private volatile Work work = Work.NONE;
    private int run;

    /** What is being made, or why the last came to nothing. */
    private record Work(boolean running, String words, double fraction) {
        private static final Work NONE = new Work(false, "", -1);
    }

    /** Either kind of audit. */
    @FunctionalInterface
    private interface Kind {
        AuditReport make(AuditDesk desk, Consumer<AuditProgress> progress, BooleanSupplier cancelled);
    }

    LabAuditControl(Lab lab) {
        this.lab = lab;
        run = lab.engine().run().id();
    }

    /** A report is shown for as long as its run is the current one, whoever asked for it. */
    @Override
    public State state() {
        int now = lab.engine().run().id();
        if (now != run && !work.running()) {
            work = Work.NONE;
        }
        run = now;
        return new State(work.running(), work.words(), work.fraction(), lab.audits().report());
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
        if (work.running()) {
            return;
        }
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            work = new Work(false, obstacle, -1);
            return;
        }
        cancelled.set(false);
        work = new Work(true, "", -1);
        lab.work().execute(() -> work = make(kind));
    }

    private Work make(Kind kind) {
        try {
            kind.make(lab.audits(), p -> work = new Work(true, p.words(), p.share()), cancelled::get);
            return Work.NONE;
        } catch (CancellationException _) {
            return new Work(false, "The audit was cancelled.", -1);
        } catch (RuntimeException e) {
            LOG.warn("an audit came to nothing", e);
            return new Work(false, Secrets.said(e), -1);
        }
    }
}
