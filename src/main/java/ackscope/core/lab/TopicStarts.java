package ackscope.core.lab;

import ackscope.core.cluster.TopicLog;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.send.TopicStart;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks where a topic stands before a run's first record for it. The sending thread waits for the answer, some milliseconds; 2.4 s at
 * most when brokers hang, for without the topic's id an audit could not tell a loss from a topic that was made again.
 */
public final class TopicStarts {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration OFFSETS = Duration.ofMillis(400);

    private static final Logger LOG = LoggerFactory.getLogger(TopicStarts.class);

    private TopicStarts() {
    }

    /** Where it stands; never throws. */
    public static TopicStart of(Optional<TopicLogs> logs, String topic) {
        try {
            return logs.map(l -> of(l.read(topic, LIMIT, OFFSETS))).orElse(TopicStart.UNKNOWN);
        } catch (RuntimeException e) {
            LOG.debug("it is not known where topic {} stands", topic, e);
            return TopicStart.UNKNOWN;
        }
    }

    private static TopicStart of(Optional<TopicLog> log) {
        return log.map(l -> new TopicStart(true, l.id(), l.partitions().stream().map(TopicLog.Partition::end).toList()))
                .orElse(TopicStart.ABSENT);
    }
}
