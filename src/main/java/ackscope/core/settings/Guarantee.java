package ackscope.core.settings;

import java.util.Optional;

/**
 * What a configuration promises, in plain words that hold for the 4.4 client and broker.
 *
 * @param shortText one line
 * @param text      one or two sentences
 * @param detail    what the promise leaves open, a few sentences
 */
public record Guarantee(String shortText, String text, String detail) {

    /** The promise of these settings on this topic; without a topic it speaks of what holds for any. */
    public static Guarantee of(EffectiveSettings settings, Optional<TopicFacts> topic) {
        return switch (settings.acks()) {
            case NONE -> new Guarantee("acked = handed to the socket; may be lost without an error.",
                    "An acked record was handed to the socket. It may be lost, and no error will say so.",
                    "Nothing is retried that reached the socket, and no offset comes back. A clean close of the connection loses"
                            + " little; a dead broker or network loses what was on its way.");
            case LEADER -> leader(settings);
            case ALL -> all(settings, topic);
        };
    }

    private static Guarantee leader(EffectiveSettings settings) {
        String repeats = repeats(settings);
        return new Guarantee("acked = on the leader; lost if it dies too soon; " + shortRepeats(settings) + ".",
                "An acked record is on the leader. It is lost if the leader dies before another replica has it. "
                        + sentence(
                                repeats)
                        + ".",
                failed() + disk());
    }

    private static Guarantee all(EffectiveSettings settings, Optional<TopicFacts> topic) {
        String where = topic.map(Guarantee::where).orElse("on every replica then in sync");
        String repeats = repeats(settings);
        String limits = topic.map(Guarantee::limits).orElse("");
        String brief = topic.map(Guarantee::briefLimits).orElse("");
        if (settings.transactionalId().isPresent()) {
            return new Guarantee("acked = " + where + "; seen when committed, all or none" + brief + ".",
                    "A transaction's records are seen all or none, by read_committed readers. An acked one is " + where
                            + ", once and in order." + limits,
                    "Acked means written, not yet committed. Readers with read_uncommitted, the default, see records of open and"
                            + " aborted transactions. Effects outside Kafka are not part of it. " + session() + disk());
        }
        String acked = settings.idempotence()
                ? "An acked record is " + where + ", " + repeats + "."
                : "An acked record is " + where + ". " + sentence(repeats) + ".";
        return new Guarantee(
                "acked = " + where + (settings.idempotence() ? ", once, in order" : "; " + shortRepeats(settings))
                        + brief
                        + ".",
                acked + limits,
                (settings.idempotence() ? session() : "") + failed() + (topic.isEmpty()
                        ? "How many replicas that are at least, the topic's min.insync.replicas says. "
                        : "") + disk());
    }

    private static String where(TopicFacts topic) {
        int least = Math.min(topic.minInsync(), topic.replication());
        if (topic.replication() == 1) {
            return "on the topic's only replica";
        }
        if (least <= 1) {
            return "on every replica in sync, maybe the leader alone";
        }
        return least == topic.replication()
                ? "on " + (least == 2 ? "both" : "all " + least) + " replicas"
                : "on at least " + least + " of " + topic.replication() + " replicas";
    }

    private static String limits(TopicFacts topic) {
        int spare = topic.replication() - topic.minInsync();
        if (spare < 0) {
            return " Nothing can be acked: more replicas must be in sync than the topic has.";
        }
        if (topic.replication() == 1 || topic.minInsync() <= 1) {
            return "";
        }
        return spare == 0
                ? " Nothing is acked while any of its brokers is down."
                : " Nothing is acked while " + (spare + 1) + " of its brokers are down.";
    }

    private static String briefLimits(TopicFacts topic) {
        return limits(topic).isEmpty()
                ? ""
                : topic.replication() == topic.minInsync() ? "; no acks while a broker is down" : "";
    }

    private static String repeats(EffectiveSettings settings) {
        if (settings.idempotence()) {
            return "once and in order within its partition";
        }
        if (settings.retries() == 0) {
            return "never written twice by the client, and never retried";
        }
        return settings.maxInFlight() == 1
                ? "retries may write it twice, and keep the order"
                : "retries may write it twice or out of order";
    }

    private static String shortRepeats(EffectiveSettings settings) {
        if (settings.retries() == 0) {
            return "never retried";
        }
        return settings.maxInFlight() == 1 ? "maybe twice, in order" : "maybe twice or out of order";
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String session() {
        return "\"Once\" covers the retries of one producer's life: a record that the application sends again is a new one. ";
    }

    private static String failed() {
        return "A record reported failed may nevertheless be in the log. ";
    }

    private static String disk() {
        return "On a replica means in its log, not forced to its disk.";
    }
}
