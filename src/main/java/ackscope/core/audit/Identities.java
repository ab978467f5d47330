package ackscope.core.audit;

import ackscope.core.audit.TopicRead.Identity;
import ackscope.core.cluster.TopicLog;
import ackscope.core.send.TopicStart;
import java.util.Optional;

/** Tells whether a topic is still the one that a run began with, by Kafka's own id of it. */
final class Identities {
    private Identities() {
    }

    /**
     * What it is.
     *
     * @param start  before the run's first record for it
     * @param before before it was read, empty if there was no such topic
     * @param after  after it was read, empty if there is no such topic
     */
    static Identity of(TopicStart start, Optional<TopicLog> before, Optional<TopicLog> after) {
        if (!start.known()) {
            return Identity.UNKNOWN;
        }
        if (after.isEmpty()) {
            return start.id().isEmpty() && before.isEmpty() ? Identity.NEVER : Identity.GONE;
        }
        if (before.isEmpty() || start.id().isEmpty()) {
            // It came up in between; whether it was there once more, nobody saw.
            return Identity.UNKNOWN;
        }
        String now = after.get().id();
        return start.id().equals(now) && before.get().id().equals(now) ? Identity.SAME : Identity.RECREATED;
    }
}
