package ackscope.core.send;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.LabEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Hears of retries from the client's own log line, one for every batch that {@code Sender.completeBatch} queues again: the one place
 * where the client tells of a single failed attempt. The line's text is no contract; what does not match is let pass.
 */
final class RetryLog implements AutoCloseable {
    private static final String LOGGER = "org.apache.kafka.clients.producer.internals.Sender";
    private static final Pattern LINE = Pattern
            .compile("correlation id (\\d+) on topic-partition (.+)-(\\d+), (retrying|splitting and retrying)"
                    + " \\((-?\\d+) attempts left\\)\\. Error: (\\w+)");
    /** Retries listed one by one between two flushes. */
    private static final int LISTED = 32;

    private final String clientId;
    private final SendClock clock;
    private final Map<TopicPartition, Long> lastNanos = new ConcurrentHashMap<>();
    private final List<LabEvent> few = new ArrayList<>(LISTED);
    private final Tap tap = new Tap();

    RetryLog(String clientId, SendClock clock) {
        this.clientId = clientId;
        this.clock = clock;
        LoggerConfig config = logger();
        tap.start();
        config.addAppender(tap, Level.WARN, null);
        context().updateLoggers();
    }

    /** Whether a batch of this partition was queued again at or after a time of the clock in ns. */
    boolean retriedSince(String topic, int partition, long nanos) {
        Long last = lastNanos.get(new TopicPartition(topic, partition));
        return last != null && last - nanos >= 0;
    }

    /** Retries heard since the last flush, the first {@value #LISTED} of them. */
    synchronized List<LabEvent> flush() {
        List<LabEvent> events = new ArrayList<>(few);
        few.clear();
        return events;
    }

    /** Reads one line; for tests, and for the logger. */
    void hear(String line, long nanos, long atMs) {
        Matcher m = LINE.matcher(line);
        if (!isOurs(line) || !m.find()) {
            return;
        }
        String topic = m.group(2);
        int partition = Integer.parseInt(m.group(3));
        lastNanos.put(new TopicPartition(topic, partition), nanos);
        long correlation = Long.parseLong(m.group(1));
        synchronized (this) {
            if (few.size() == LISTED) {
                return;
            }
            few.add(m.group(4).startsWith("split")
                    ? new AttemptEvent.Split(topic, partition, correlation, AttemptEvent.Source.CLIENT_LOG, atMs)
                    : new AttemptEvent.Retried(topic, partition, correlation, Integer.parseInt(m.group(5)), m.group(6),
                            AttemptEvent.Source.CLIENT_LOG, atMs));
        }
    }

    /** The client's log prefix is "[Producer clientId=x]" or "[Producer clientId=x, transactionalId=y]". */
    private boolean isOurs(String line) {
        String own = "clientId=" + clientId;
        return line.contains(own + "]") || line.contains(own + ",");
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }

    /** The logger's own configuration, made if the configuration file names none; its lines go to this tap, not to the log file. */
    private static LoggerConfig logger() {
        LoggerConfig config = context().getConfiguration().getLoggerConfig(LOGGER);
        if (!config.getName().equals(LOGGER)) {
            config = new LoggerConfig(LOGGER, Level.WARN, false);
            context().getConfiguration().addLogger(LOGGER, config);
        }
        return config;
    }

    @Override
    public void close() {
        logger().removeAppender(tap.getName());
        context().updateLoggers();
        tap.stop();
    }

    private final class Tap extends AbstractAppender {
        Tap() {
            super("retries of " + clientId, null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            hear(event.getMessage().getFormattedMessage(), clock.nanos(), event.getTimeMillis());
        }
    }
}
