package ackscope.core.transaction;

import ackscope.core.secret.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs experiments, one at a time, on a thread of its own. They write a few records to partition 0 of the topic. All methods but
 * {@link #close} return at once; any thread may call them.
 */
public final class Experiments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Experiments.class);
    private static final long CLOSE_LIMIT_MS = 700;

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ackscope-experiment").factory());
    private volatile ExperimentView view = ExperimentView.NONE;
    private Optional<Thread> worker = Optional.empty();
    private boolean cancelled;
    private int begun;

    /** The one that runs, or ran last. */
    public ExperimentView view() {
        return view;
    }

    /**
     * Begins one.
     *
     * @param clientProperties how to reach the cluster
     * @param topic            that it writes to
     * @throws IllegalStateException with words if one runs already, or there is nothing to write to
     */
    public synchronized void start(Experiment experiment, Map<String, Object> clientProperties, String topic) {
        if (view.state() == ExperimentView.State.RUNNING) {
            throw new IllegalStateException("Another experiment runs. Cancel it, or wait for its end.");
        }
        if (clientProperties.isEmpty() || topic.isEmpty()) {
            throw new IllegalStateException("There is no topic to write to yet: the cluster is not ready.");
        }
        view = new ExperimentView(experiment.title(), ExperimentView.State.RUNNING, List.of(), "");
        String name = "shown-" + ++begun + "-" + Instant.now().toEpochMilli();
        cancelled = false;
        thread.execute(() -> perform(experiment, clientProperties, topic, name));
    }

    /** Ends the one that runs. */
    public synchronized void cancel() {
        cancelled = true;
        worker.ifPresent(Thread::interrupt);
    }

    private synchronized boolean begins() {
        worker = Optional.of(Thread.currentThread());
        return !cancelled;
    }

    /** From here on a cancel comes too late, and must not reach the next one. */
    private synchronized void ends() {
        worker = Optional.empty();
        Thread.interrupted();
    }

    private void perform(Experiment experiment, Map<String, Object> clientProperties, String topic, String name) {
        try {
            if (begins()) {
                run(experiment, clientProperties, topic, name);
            } else {
                ended(ExperimentView.State.CANCELLED, "Cancelled before it began.");
            }
        } finally {
            ends();
        }
    }

    private void run(Experiment experiment, Map<String, Object> clientProperties, String topic, String name) {
        try (Stage stage = new Stage(clientProperties, topic, name,
                steps -> view = new ExperimentView(experiment.title(), ExperimentView.State.RUNNING, steps, ""))) {
            ended(ExperimentView.State.SHOWN, experiment.run(stage));
        } catch (InterruptedException | InterruptException e) {
            ended(ExperimentView.State.CANCELLED, "Cancelled. What was begun is aborted when its time is up.");
        } catch (UnexpectedResult e) {
            ended(ExperimentView.State.FAILED, "It came out otherwise than it must. " + e.getMessage());
        } catch (Exception e) {
            LOG.warn("an experiment could not be done", e);
            Throwable why = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            ended(ExperimentView.State.FAILED, "It could not be done: "
                    + Secrets.said(why)
                    + " Look at the cluster, heal the faults, and try again.");
        }
    }

    private void ended(ExperimentView.State state, String conclusion) {
        view = new ExperimentView(view.title(), state, view.steps(), conclusion);
    }

    /** Cancels what runs; waits 0.7 s at most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_LIMIT_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("an experiment did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
