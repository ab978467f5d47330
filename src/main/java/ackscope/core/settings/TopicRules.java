package ackscope.core.settings;

import java.util.List;
import java.util.Optional;

/** What the chosen topic makes of {@code acks=all}. Topic settings are not the producer's, so there is no remedy among these. */
final class TopicRules {
    private TopicRules() {
    }

    static Optional<Problem> check(Reading r, TopicFacts topic) {
        if (r.acks() != Acks.ALL) {
            return Optional.empty();
        }
        if (topic.minInsync() > topic.replication()) {
            return warning(
                    "No send can succeed: " + topic.minInsync() + " replicas must be in sync, and the topic has only "
                            + topic.replication() + ".");
        }
        if (topic.inSync() < topic.minInsync()) {
            return warning(topic.inSync() + (topic.inSync() == 1 ? " replica" : " replicas") + " in sync, " + topic
                    .minInsync() + " required: every send is refused until another replica is back.");
        }
        if (topic.replication() == 1) {
            return note("The topic has a single replica: acks=all is no more than acks=1 here.");
        }
        if (topic.minInsync() == 1) {
            return warning(
                    "min.insync.replicas is 1 for this topic: when the other replicas fall behind, the leader alone is"
                            + " \"all\", and what it acked is lost with it.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> warning(String message) {
        return Optional.of(new Problem(Problem.Severity.WARNING, Keys.ACKS, message, List.of()));
    }

    private static Optional<Problem> note(String message) {
        return Optional.of(new Problem(Problem.Severity.NOTE, Keys.ACKS, message, List.of()));
    }
}
