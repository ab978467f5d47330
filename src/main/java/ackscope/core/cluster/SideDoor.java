package ackscope.core.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * An admin client that is made when it is needed, and again when the way to the cluster has changed or nobody answered: what was sent to
 * a broker that stands still is lost with its connection. Safe for any thread.
 */
final class SideDoor implements AutoCloseable {
    private static final int REQUEST_MS = 1_500;
    private static final int CALL_MS = 4_000;
    private static final int NEWS_LIMIT_MS = 1_500;
    private static final int NEWS_PAUSE_MS = 50;

    private final Supplier<Map<String, Object>> clientProperties;
    private Optional<Admin> admin = Optional.empty();
    private Map<String, Object> reached = Map.of();
    private boolean closed;

    /** @param clientProperties how to reach the cluster now; empty while there is no way */
    SideDoor(Supplier<Map<String, Object>> clientProperties) {
        this.clientProperties = clientProperties;
    }

    /**
     * Asks and waits for the answer. A controller that has just come back refuses what it cannot authorize yet, by an
     * {@link UnknownServerException} that hides Kafka's {@code AuthorizerNotReadyException}: then it is asked again.
     *
     * @param doing what was asked, for the words of a failure ("The quota was not set")
     */
    <T> T ask(String doing, Function<Admin, KafkaFuture<T>> question) {
        return ask(doing, question, UnknownServerException.class::isInstance);
    }

    /** As {@link #ask}, about a topic that may be so new that the broker asked has not heard of it yet. */
    <T> T askOfTopic(String doing, Function<Admin, KafkaFuture<T>> question) {
        return ask(doing, question,
                e -> e instanceof UnknownServerException || e instanceof UnknownTopicOrPartitionException);
    }

    private <T> T ask(String doing, Function<Admin, KafkaFuture<T>> question, Predicate<Throwable> passing) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NEWS_LIMIT_MS);
        while (true) {
            try {
                return once(doing, question);
            } catch (ClusterException e) {
                if (!passing.test(e.getCause()) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(NEWS_PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AdminErrors.of(doing, e);
            }
        }
    }

    private <T> T once(String doing, Function<Admin, KafkaFuture<T>> question) {
        try {
            return question.apply(admin()).get(CALL_MS + 500, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            ClusterException words = AdminErrors.of(doing, e);
            if (AdminErrors.isTimeout(words) || SecurityErrors.login(e)) {
                // The client of a log-in that was refused would log in again every few seconds, unasked.
                forget();
            }
            throw words;
        } catch (KafkaException e) {
            throw AdminErrors.of(doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AdminErrors.of(doing, e);
        }
    }

    private synchronized Admin admin() {
        if (closed) {
            throw new ClusterException("The connection to the cluster is closed. Connect again.");
        }
        Map<String, Object> now = clientProperties.get();
        if (now.isEmpty()) {
            throw new ClusterException("The lab cluster is not ready. Wait until its brokers are up.");
        }
        if (!now.equals(reached)) {
            forget();
        }
        if (admin.isEmpty()) {
            admin = Optional.of(AdminClients.create(now, REQUEST_MS, CALL_MS));
            reached = now;
        }
        return admin.get();
    }

    private synchronized void forget() {
        admin.ifPresent(a -> a.close(AdminClients.AT_ONCE));
        admin = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }
}
