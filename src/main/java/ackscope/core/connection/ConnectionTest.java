package ackscope.core.connection;

import ackscope.core.cluster.ClientValues;
import ackscope.core.cluster.ClusterException;
import ackscope.core.connection.StepResult.State;
import ackscope.core.secret.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a connection step by step, from the names to the permission to write, and says at the step that fails what happened and what to
 * change. It writes no record, creates no topic and changes nothing. Every step has a limit ({@link Step#limitMs()}). To be run once; off
 * the FX thread.
 */
public final class ConnectionTest {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTest.class);
    private static final long LOOK_MS = 50;

    private final Connection connection;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** @param connection to try; where it has no topic, the last two steps are passed over */
    public ConnectionTest(Connection connection) {
        this.connection = connection;
    }

    /** Ends the test soon; the step under way is told as cancelled. Any thread. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Runs the steps; returns when the last is over.
     *
     * @param progress told of every step when it begins and when it is over, on this thread
     * @return all steps in their order; those after a failed one wait
     */
    public List<StepResult> run(Consumer<StepResult> progress) {
        List<StepResult> results = new ArrayList<>();
        ExecutorService threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("ackscope-connection-test-", 0).factory());
        try (ClusterSteps cluster = new ClusterSteps(connection)) {
            Reach reach = new Reach(connection.servers(), threads);
            for (Step step : Step.values()) {
                if (results.stream().anyMatch(r -> r.state().ends())) {
                    results.add(StepResult.of(step, State.WAITING));
                    continue;
                }
                progress.accept(StepResult.of(step, State.RUNNING));
                StepResult result = take(step, threads.submit(work(step, reach, cluster)));
                results.add(result);
                progress.accept(result);
            }
            return List.copyOf(results);
        } catch (ClusterException e) {
            StepResult result = new StepResult(Step.RESOLVE, State.FAILED, 0, e.getMessage(), "");
            progress.accept(result);
            return List.of(result);
        } finally {
            // A look-up that hangs in the system's resolver cannot be ended; its thread ends with it and holds nothing.
            threads.shutdownNow();
        }
    }

    private Callable<Finding> work(Step step, Reach reach, ClusterSteps cluster) {
        return switch (step) {
            case RESOLVE -> reach::resolve;
            case CONNECT -> reach::connect;
            case PROTOCOL -> () -> protocol(reach);
            case AUTHENTICATE -> cluster::authenticate;
            case METADATA -> () -> cluster.metadata(reach);
            case TOPIC -> cluster::topic;
            case WRITE -> cluster::write;
        };
    }

    /** Where a value is kept elsewhere and cannot be had, what to expect there is not known; Kafka's client says why. */
    private Finding protocol(Reach reach) throws IOException {
        Map<String, String> values;
        try {
            values = ClientValues.read(connection.clientProperties());
        } catch (KafkaException e) {
            return Finding.unknown("Not known: a value that is kept elsewhere could not be fetched, so what to expect"
                    + " here is not known either.", "The next step says why.");
        }
        return new Protocol(reach.open(), values).find();
    }

    private StepResult take(Step step, Future<Finding> future) {
        long began = System.nanoTime();
        while (true) {
            long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            try {
                Finding found = future.get(LOOK_MS, TimeUnit.MILLISECONDS);
                ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                return new StepResult(step, found.state(), ms, found.what(), found.remedy());
            } catch (TimeoutException _) {
                if (cancelled.get()) {
                    future.cancel(true);
                    return new StepResult(step, State.CANCELLED, ms, "Cancelled.", "");
                }
                if (ms > step.limitMs()) {
                    future.cancel(true);
                    return new StepResult(step, State.FAILED, ms,
                            "There was no answer in " + step.limitMs() / 1_000 + " s.", late(step));
                }
            } catch (ExecutionException e) {
                LOG.warn("a connection test failed in itself at {}", step, e.getCause());
                return new StepResult(step, State.FAILED, ms, "The test itself went wrong: "
                        + Secrets.hidden(String.valueOf(e.getCause())) + ".",
                        "It is in the app's log file.");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                future.cancel(true);
                return new StepResult(step, State.CANCELLED, ms, "Interrupted.", "");
            }
        }
    }

    private static String late(Step step) {
        return switch (step) {
            case RESOLVE -> "The system's name service does not answer: check the network, or give addresses.";
            case CONNECT, PROTOCOL -> "Check host and port, the VPN, and firewalls in between.";
            case AUTHENTICATE -> "The broker takes connections and does not answer: it may be paused or overloaded.";
            case METADATA, TOPIC, WRITE -> "The cluster may be overloaded, or have no controller. Try again.";
        };
    }
}
