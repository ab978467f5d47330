package ackscope.core.audit;

import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.RecordId;
import java.util.List;

/** Makes of suspects what a person reads: when each was sent and told, what was in force then, what the log shows. For one thread. */
final class Offenders {
    private final int run;
    private final RunFacts facts;
    private final List<Happening> happenings;
    private final List<TopicRead> topics;
    private final Claims claims;

    Offenders(Claims claims, RunFacts facts, List<Happening> happenings, List<TopicRead> topics) {
        this.run = claims.run();
        this.claims = claims;
        this.facts = facts;
        this.happenings = happenings;
        this.topics = topics;
    }

    Offender of(Suspect suspect) {
        long sent = facts.sentMs(suspect.number());
        long told = facts.toldMs(suspect.number());
        List<String> faults = happenings.stream()
                .filter(h -> h.kind() == Kind.FAULT && h.during(sent, told < 0 ? Long.MAX_VALUE : told))
                .map(Happening::title).distinct().toList();
        return new Offender(suspect.verdict(), new RecordId(run, suspect.number(), suspect.resend()),
                facts.topic(suspect.number()), suspect.partition(), suspect.told(), suspect.found(), sent, told,
                facts.wire(suspect.number(), suspect.resend(), suspect.partition()).tries(), faults,
                words(suspect, claims.read(suspect.number())));
    }

    private String words(Suspect s, Claim claim) {
        String at = s.found().size() == 1 ? "at offset " + s.found().getFirst() : "at offsets " + join(s.found());
        return switch (s.verdict()) {
            case LOST -> told(s, claim) + ", and not in the log, which was read to its end"
                    + (s.told() < 0 ? "" : ended(s, claim)) + ".";
            case REMOVED -> told(s, claim) + "; its place is gone with the log's beginning or its topic.";
            case WRITTEN_THOUGH_FAILED -> "Reported failed, and in the log " + at + ".";
            case ABSENT_AS_TOLD -> "Reported failed, and not in the log.";
            case UNKNOWN_WRITTEN -> "No report, and in the log " + at + ".";
            case UNKNOWN_ABSENT -> "No report, and not in the log.";
            case ABORTED -> "Its transaction was aborted; read_committed does not show it.";
            case ABORTED_VISIBLE -> "Its transaction was aborted, and read_committed shows it " + at + ".";
            case COMMITTED_INVISIBLE ->
                "Its transaction was committed; it is in the log " + at + ", and read_committed does not show it.";
            case IN_OUTBOX -> "Waits in the outbox; no producer has it.";
            case NOT_READ -> notRead(s, claim);
            case DUPLICATED -> "In the log " + (s.found().size() > 1
                    ? s.found().size() + " times, " + at
                    : "more than once, also " + at) + ".";
            case RESENT_BESIDE -> "Sent again on purpose; both are in the log, " + at + ".";
            case REORDERED -> "First found " + at + ", behind a record that was sent later.";
            case WRONG_CONTENT -> "The value " + at + " does not have the checksum with which it was sent.";
            case DELIVERED -> "Confirmed, and in the log " + at + ".";
            case FOREIGN -> "Not of this run.";
        };
    }

    /** With acks=0 nobody confirms anything, and of a retry that the broker knew as such it tells no offset. */
    private String told(Suspect s, Claim claim) {
        if (s.told() >= 0) {
            return "Confirmed at offset " + s.told();
        }
        return facts.settings(claim.producer()).getOrDefault("acks", "").equals("0")
                ? "Handed to the socket"
                : "Confirmed without an offset";
    }

    private static String join(List<Long> offsets) {
        return String.join(", ", offsets.stream().map(String::valueOf).toList());
    }

    /** After a leader was lost the log may end before the offset that was confirmed. */
    private String ended(Suspect s, Claim claim) {
        TopicRead topic = topics.get(claim.topic());
        if (s.partition() < 0 || s.partition() >= topic.partitions().size()) {
            return "";
        }
        long end = topic.partitions().get(s.partition()).end();
        return s.told() >= end ? " at offset " + end : "; another record may have that offset now";
    }

    private String notRead(Suspect s, Claim claim) {
        if (!claim.stamped()) {
            return "It carries no record number, so it cannot be known again in the log.";
        }
        if (claim.topic() < 0) {
            return "Its topic came up after the audit had begun.";
        }
        TopicRead topic = topics.get(claim.topic());
        switch (topic.identity()) {
            case UNKNOWN -> {
                return "It is not known whether the topic is still the one that it was sent to.";
            }
            case RECREATED, GONE -> {
                return "The topic was deleted or made again, so what it held cannot be told.";
            }
            case SAME, NEVER -> {
            }
        }
        if (!topic.complete(s.partition())) {
            String why = topic.partitions().stream().filter(p -> !p.complete())
                    .filter(p -> s.partition() < 0 || p.partition() == s.partition())
                    .map(p -> p.topic() + "-" + p.partition() + ": " + p.obstacle()).findFirst().orElse("");
            return "Not found, and its partition was not read to a proven end (" + why + ").";
        }
        return topic.cutAtStart(s.partition())
                ? "Not found; the log's beginning is gone, and where it was written is not known."
                : "An open transaction hides what read_committed will show.";
    }
}
