package ackscope.core.audit;

import ackscope.core.send.Outcome;
import java.util.List;

/**
 * What became of one record: the table that joins its claim with what was found. Pure. The rule behind it: absence is claimed only of
 * a place that was read to a proven end, and a loss only if nothing but a loss can explain the absence.
 */
final class Fates {
    private final List<TopicRead> topics;

    /**
     * What was found of one record.
     *
     * @param any       it is in the log
     * @param committed read_committed shows it
     * @param hidden    a copy lies beyond the last stable offset, where read_committed shows nothing yet
     */
    record Found(boolean any, boolean committed, boolean hidden) {
    }

    /** @param topics in the order of {@link Claims#topics}; a claim of another topic, which came up since, was not read */
    Fates(List<TopicRead> topics) {
        this.topics = topics;
    }

    Verdict of(Claim claim, Found found) {
        if (claim.topic() < 0 || (!claim.stamped() && !found.any() && !claim.held())) {
            return Verdict.NOT_READ;
        }
        return switch (claim.ending()) {
            case NONE -> found.any() ? present(claim) : absent(claim);
            case COMMITTED -> committed(claim, found);
            case ABORTED -> aborted(claim, found);
            case IN_DOUBT -> inDoubt(claim, found);
            case OPEN -> open(claim, found);
        };
    }

    private static Verdict present(Claim claim) {
        return switch (claim.outcome()) {
            case ACKED -> Verdict.DELIVERED;
            case FAILED -> Verdict.WRITTEN_THOUGH_FAILED;
            case OPEN, UNREPORTED -> Verdict.UNKNOWN_WRITTEN;
        };
    }

    private Verdict committed(Claim claim, Found found) {
        if (!found.any() && !found.committed()) {
            return absent(claim);
        }
        if (found.committed() || claim.outcome() != Outcome.ACKED) {
            return present(claim);
        }
        return found.hidden() || !complete(claim) || cutSince(claim) ? Verdict.NOT_READ : Verdict.COMMITTED_INVISIBLE;
    }

    private Verdict aborted(Claim claim, Found found) {
        if (found.committed()) {
            return Verdict.ABORTED_VISIBLE;
        }
        return found.hidden() || !complete(claim) ? Verdict.NOT_READ : Verdict.ABORTED;
    }

    /** All of such a transaction is to be seen, or nothing: one record shows which. */
    private Verdict inDoubt(Claim claim, Found found) {
        if (found.committed()) {
            return present(claim);
        }
        if (found.any()) {
            return found.hidden() || !complete(claim) ? Verdict.NOT_READ : Verdict.ABORTED;
        }
        Verdict absent = absent(claim);
        return absent == Verdict.LOST ? Verdict.UNKNOWN_ABSENT : absent;
    }

    private Verdict open(Claim claim, Found found) {
        if (found.committed()) {
            return Verdict.UNKNOWN_WRITTEN;
        }
        if (found.any()) {
            return found.hidden() || !complete(claim) ? Verdict.NOT_READ : Verdict.ABORTED;
        }
        Verdict absent = absent(claim);
        return absent == Verdict.LOST ? Verdict.NOT_READ : absent;
    }

    private boolean complete(Claim claim) {
        TopicRead topic = topics.get(claim.topic());
        return topic.identity() == TopicRead.Identity.SAME && topic.complete(claim.partition());
    }

    /** Whether the log's beginning may have been removed between the two passes, and the record with it. */
    private boolean cutSince(Claim claim) {
        TopicRead topic = topics.get(claim.topic());
        boolean placed = claim.offset() >= 0 && claim.partition() >= 0;
        return placed
                ? claim.offset() < topic.logStart(claim.partition())
                : topic.cutAtStart(claim.partition());
    }

    private Verdict absent(Claim claim) {
        if (claim.held()) {
            return Verdict.IN_OUTBOX;
        }
        TopicRead topic = topics.get(claim.topic());
        boolean acked = claim.outcome() == Outcome.ACKED;
        boolean placed = acked && claim.partition() >= 0 && claim.offset() >= 0;
        return switch (topic.identity()) {
            case UNKNOWN -> Verdict.NOT_READ;
            case NEVER -> acked ? Verdict.REMOVED : untold(claim);
            // What the old topic held cannot be told any more; what was acknowledged was in one of the two.
            case GONE -> acked ? Verdict.REMOVED : Verdict.NOT_READ;
            case RECREATED -> acked && topic.complete(claim.partition()) ? Verdict.REMOVED : Verdict.NOT_READ;
            case SAME -> {
                if (placed && claim.offset() < topic.logStart(claim.partition())) {
                    yield Verdict.REMOVED;
                }
                if (!topic.complete(claim.partition()) || (!placed && topic.cutAtStart(claim.partition()))) {
                    yield Verdict.NOT_READ;
                }
                yield acked ? Verdict.LOST : untold(claim);
            }
        };
    }

    private static Verdict untold(Claim claim) {
        return claim.outcome() == Outcome.FAILED ? Verdict.ABSENT_AS_TOLD : Verdict.UNKNOWN_ABSENT;
    }
}
