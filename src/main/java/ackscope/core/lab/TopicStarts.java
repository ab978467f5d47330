package ackscope.core.lab;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.TopicLog;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.send.TopicStart;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks where a topic stands before a run's first record for it. The sending thread waits for the answer, some milliseconds; 2.4 s at
 * most when brokers hang, for without the topic's id an audit could not tell a loss from a topic that was made again.
 */
public final class TopicStarts {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration OFFSETS = Duration.ofMillis(400);

    private TopicStarts() {
    }

    /** Where it stands; never throws. */
    public static TopicStart of(Optional<TopicLogs> logs, String topic) {
        try {
            return logs.map(l -> of(l.read(topic, LIMIT, OFFSETS))).orElse(TopicStart.UNKNOWN);
        } catch (ClusterException e) {
            return TopicStart.UNKNOWN;
        }
    }

    private static TopicStart of(Optional<TopicLog> log) {
        return log.map(l -> new TopicStart(true, l.id(), l.partitions().stream().map(TopicLog.Partition::end).toList()))
                .orElse(TopicStart.ABSENT);
    }
}
