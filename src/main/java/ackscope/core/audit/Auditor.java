package ackscope.core.audit;

import ackscope.core.cluster.TopicLogs;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Audits a run: waits until the ends of its partitions are proven, reads them from the run's start, once read_uncommitted and for runs with
 * transactions once read_committed, and joins what it finds with the ledger. The producer must be closed and faults healed before, unless
 * the audit is provisional. Blocks for as long as it takes, with a limit on every wait; any thread.
 */
public final class Auditor {
    private final Map<String, Object> clientProperties;

    /** @param clientProperties how to reach the cluster */
    public Auditor(Map<String, Object> clientProperties) {
        this.clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * Audits.
     *
     * @param progress  told what is done, several times a second, on this thread
     * @param cancelled asked several times a second
     * @throws CancellationException when {@code cancelled} said so, or the thread was interrupted
     */
    public AuditReport audit(AuditSubject subject, Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        try (TopicLogs logs = new TopicLogs(() -> clientProperties)) {
            return new AuditReading(subject, clientProperties, logs, new SystemClock(), progress, cancelled).audit();
        }
    }

    private static final class SystemClock implements Quiet.Clock {
        @Override
        public long ms() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void sleep(long ms) {
            try {
                TimeUnit.MILLISECONDS.sleep(ms);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
