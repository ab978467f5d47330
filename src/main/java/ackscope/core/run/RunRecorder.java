package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.compose.RecordSource;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.send.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects while runs go on, and keeps each of them when it is over or audited, if anything was sent. Any thread; only {@link #close}
 * waits for files to be written.
 */
public final class RunRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    private final RunFiles files;
    private final Supplier<String> cluster;
    private final Function<String, Optional<RunTopic>> describe;
    private final LongFunction<List<Happening>> happenings;
    private final Executor work;
    private final Consumer<String> trouble;
    private final Queue<Runnable> toKeep = new ConcurrentLinkedQueue<>();
    /** Topics that the cluster was asked about for the current run. */
    private final Set<String> described = new HashSet<>();
    private RunLog log = new RunLog();
    private int run;
    private volatile boolean closing;
    private Optional<Kept> last = Optional.empty();

    /** A run and what was gathered of it. */
    private record Kept(RunLog log, Run run, RunTotals totals, String cluster) {
    }

    /**
     * @param files      where runs are kept
     * @param cluster    the name of the cluster in use
     * @param describe   asks the cluster for a topic; may block
     * @param happenings what happened from a time on, ms since the epoch
     * @param work       where files are written and the cluster is asked
     * @param trouble    gets a sentence when a run cannot be kept
     */
    public RunRecorder(RunFiles files, Supplier<String> cluster, Function<String, Optional<RunTopic>> describe,
            LongFunction<List<Happening>> happenings, Executor work, Consumer<String> trouble) {
        this.files = files;
        this.cluster = cluster;
        this.describe = describe;
        this.happenings = happenings;
        this.work = work;
        this.trouble = trouble;
    }

    /** The next sample; of which run, it says itself. */
    public synchronized void sampled(Sample sample) {
        if (run == 0) {
            run = sample.run();
        }
        if (sample.run() == run) {
            log.sampled(sample);
        }
    }

    /**
     * A send action begins, in the current run.
     *
     * @param warmUp whether it is sent only so that the producer is open
     * @param called the run's name; "" leaves it as it is
     */
    public void began(RecordSource source, long atMs, boolean warmUp, String called) {
        RunLog now;
        boolean unknown;
        synchronized (this) {
            now = log;
            unknown = described.add(source.topic());
        }
        now.began(source, atMs, warmUp);
        if (!called.isEmpty()) {
            now.called(called);
        }
        if (unknown) {
            later(() -> describe(source.topic(), now));
        }
    }

    private void describe(String topic, RunLog of) {
        try {
            describe.apply(topic).ifPresent(of::topic);
        } catch (RuntimeException e) {
            LOG.debug("the topic {} cannot be described for the run's record", topic, e);
        }
    }

    /**
     * What would be kept of a run if it were over now; empty when nothing was sent in it, or it is over. Reads every record's entry in the
     * ledger, not for the FX thread.
     */
    public Optional<RunRecord> current(Run of, RunTotals totals) {
        RunLog now;
        synchronized (this) {
            if (totals.sent() == 0 || (run != 0 && of.id() != run)) {
                return Optional.empty();
            }
            now = log;
        }
        return Optional.of(now.record(RunLog.id(of), cluster.get(), of, totals, happenings.apply(of.startedMs())));
    }

    /** A run was audited: it is kept with what was found, and again when it is over if it still goes on. */
    public synchronized void audited(Run of, RunTotals totals, AuditReport report) {
        if (last.isPresent() && last.get().run() == of) {
            Kept again = new Kept(last.get().log(), of, totals, last.get().cluster());
            last = Optional.of(again);
            again.log().audited(report);
            keep(again);
        } else if (of.id() == run || run == 0) {
            log.audited(report);
            keep(new Kept(log, of, totals, cluster.get()));
        }
    }

    /** A run is over. */
    public synchronized void ended(Run over, RunTotals totals) {
        Kept kept = new Kept(log, over, totals, cluster.get());
        last = Optional.of(kept);
        described.clear();
        log = new RunLog();
        run = over.id() + 1;
        keep(kept);
    }

    private void keep(Kept kept) {
        if (kept.totals().sent() == 0) {
            return;
        }
        List<Happening> happened = happenings.apply(kept.run().startedMs()).stream()
                .filter(h -> h.fromMs() <= kept.run().endedMs()).toList();
        toKeep.add(() -> write(kept, happened));
        later(this::writeAll);
    }

    private void later(Runnable todo) {
        try {
            work.execute(todo);
        } catch (RejectedExecutionException _) {
            // The app closes, and close() writes what is left.
        }
    }

    private void write(Kept kept, List<Happening> happened) {
        if (!closing) {
            // A short run may be over before the cluster answered.
            kept.run().topics().stream().filter(kept.log()::lacks).forEach(topic -> describe(topic, kept.log()));
        }
        try {
            files.save(kept.log().record(RunLog.id(kept.run()), kept.cluster(), kept.run(), kept.totals(),
                    happened));
        } catch (RunException e) {
            LOG.warn("a run is not kept", e);
            trouble.accept(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a run is not kept", e);
            trouble.accept(
                    "Run " + kept.run().ordinal()
                            + " could not be kept: something in Ackscope itself went wrong. It is in"
                            + " the app's log file.");
        }
    }

    private void writeAll() {
        synchronized (toKeep) {
            for (Runnable next = toKeep.poll(); next != null; next = toKeep.poll()) {
                next.run();
            }
        }
    }

    /** From now on no topic is asked about any more: a broker that hangs would hold up the end of the app. */
    public void closing() {
        closing = true;
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        closing();
        writeAll();
    }
}
