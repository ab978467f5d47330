package ackscope.core.audit;

import ackscope.core.event.FailureKind;
import ackscope.core.event.FaultEvent.Place;
import java.util.Optional;

/**
 * The table of verdict and evidence to cause and prevention, in words. A row speaks only if its evidence is there; where none does, the
 * cause is not established, and it is said what is missing. Sources: the facts of the client's {@code Sender} and {@code
 * TransactionManager}, and of the broker's {@code Partition}; each row has its test.
 */
final class Causes {
    private static final String ACKS_ALL = "Set acks=all with min.insync.replicas=2: a record is then confirmed only when another"
            + " replica has it too.";
    private static final String IDEMPOTENCE = "Set enable.idempotence=true: the broker then knows a retry by its sequence number and"
            + " does not write it again.";

    private Causes() {
    }

    /**
     * A row's words.
     *
     * @param prevention "" when the cause is not established
     */
    record Words(String cause, String prevention) {
        boolean established() {
            return !prevention.isEmpty();
        }
    }

    static Words of(Verdict verdict, Evidence e) {
        return switch (verdict) {
            case LOST -> e.settingsKnown() ? lost(e) : unknown("the producer's settings are not known");
            case DUPLICATED -> e.settingsKnown() ? duplicated(e) : unknown("the producer's settings are not known");
            case REORDERED -> e.settingsKnown() ? reordered(e) : unknown("the producer's settings are not known");
            case WRITTEN_THOUGH_FAILED -> writtenThoughFailed(e);
            case REMOVED -> removed(e);
            case ABORTED_VISIBLE ->
                unknown("Kafka promises that read_committed never shows an aborted transaction; look whether"
                        + " another producer wrote the same records outside of it");
            case COMMITTED_INVISIBLE ->
                unknown("Kafka promises that read_committed shows what was committed, once no open"
                        + " transaction lies before it");
            case WRONG_CONTENT ->
                unknown("brokers and client check every batch on the way, so the value was changed before it was"
                        + " sent or by who wrote it again");
            case DELIVERED, ABSENT_AS_TOLD, UNKNOWN_WRITTEN, UNKNOWN_ABSENT, ABORTED, IN_OUTBOX, NOT_READ,
                    RESENT_BESIDE, FOREIGN ->
                unknown("it is nothing that needs one");
        };
    }

    private static Words unknown(String missing) {
        return new Words("Cause not established: " + missing + ".", "");
    }

    private static Words lost(Evidence e) {
        Optional<Happening> loss = e.leaderLoss();
        return switch (e.acks()) {
            case "0" -> e.faultAfterTheSocket().or(e::brokerTrouble).or(() -> e.fault(Place.ANSWER, Place.CONTROLLER))
                    .map(why -> new Words(
                            "With acks=0 a record counts as sent once the socket has it, and no broker answers. "
                                    + named(why) + " kept them from the log, and nobody told the producer.",
                            "Set acks=all, or at least acks=1: what does not arrive is then sent again, or reported failed."))
                    .orElseGet(() -> unknown(
                            "with acks=0 no broker ever confirmed them, but nothing was seen that kept them"
                                    + " from the log"));
            case "1" -> loss.map(why -> new Words("With acks=1 the leader confirmed them before a follower had them"
                    + e.fault(Place.REPLICATION).map(f -> " (" + f.title() + ")").orElse("")
                    + ". Then it lost the lead ("
                    + why.title() + "), and the new leader never had them.", ACKS_ALL))
                    .orElseGet(() -> unknown("acks=1 loses records when a leader goes down, but none was seen to"));
            case "all" -> loss.isPresent() && e.minInsync() == 1
                    ? new Words(
                            "acks=all waits for the replicas in sync, and min.insync.replicas=1 lets the leader be the only"
                                    + " one. It confirmed them alone, then lost the lead (" + loss.get().title() + ").",
                            "Set min.insync.replicas=2 on the topic: with fewer in sync, sends fail instead of being confirmed.")
                    : unknown("with acks=all" + (e.minInsync() > 1
                            ? " and min.insync.replicas=" + e.minInsync() + " a confirmed record is on several brokers"
                            : " nothing was seen that takes confirmed records away"));
            default -> unknown("acks=" + e.acks() + " is not known");
        };
    }

    private static Words duplicated(Evidence e) {
        if (!e.idempotent()) {
            String why = e.fault(Place.ANSWER).or(() -> e.fault(Place.REQUEST, Place.CLIENT)).or(e::brokerTrouble)
                    .or(() -> e.fault(Place.REPLICATION, Place.CONTROLLER, Place.TOPIC))
                    .map(h -> " (" + h.title() + ")")
                    .orElse("");
            return new Words(
                    "With enable.idempotence=false a retry is written again when the first try was written and only its"
                            + " answer did not arrive in time" + why + ".",
                    IDEMPOTENCE);
        }
        if (e.wire().epochs() > 1) {
            return new Words(
                    "The idempotent producer raised its epoch between two tries, after which the broker cannot know the"
                            + " second as a copy of the first.",
                    "Leave retries and delivery.timeout.ms at their defaults, so that a batch is not given up while its first"
                            + " try may still be written.");
        }
        return unknown(
                "enable.idempotence=true prevents it within one producer's session, and no raised epoch was seen");
    }

    private static Words reordered(Evidence e) {
        String inFlight = e.setting("max.in.flight.requests.per.connection");
        if (e.idempotent()) {
            return unknown("enable.idempotence=true keeps the order within one producer's session");
        }
        if (inFlight.equals("1")) {
            return unknown("with one request in flight none can overtake another");
        }
        String why = e.fault(Place.REQUEST, Place.ANSWER).or(e::brokerTrouble)
                .or(() -> e.fault(Place.REPLICATION, Place.TOPIC, Place.CLIENT)).map(h -> " (" + h.title() + ")")
                .orElse("");
        return new Words("With enable.idempotence=false and max.in.flight.requests.per.connection=" + inFlight
                + " a batch that failed was sent again after later ones had been written" + why + ".",
                "Set enable.idempotence=true, which keeps the order with up to 5 in flight, or"
                        + " max.in.flight.requests.per.connection=1.");
    }

    private static Words writtenThoughFailed(Evidence e) {
        String error = e.failure().map(f -> f.error()).orElse("");
        if (error.equals("NotEnoughReplicasAfterAppendException")
                || e.wire().errors().contains("NOT_ENOUGH_REPLICAS_AFTER_APPEND")) {
            return new Words(
                    "The leader had written them when it found too few replicas in sync, and its answer says so"
                            + " (NOT_ENOUGH_REPLICAS_AFTER_APPEND): failed does not mean unwritten.",
                    "Bring the replicas back, and leave retries and delivery.timeout.ms large enough to outlast the trouble.");
        }
        Optional<Happening> answer = e.fault(Place.ANSWER);
        String retries = e.setting("retries").equals("0") ? ", and retries=0 allowed no second try" : "";
        if (answer.isPresent() || (e.wire().answerLost() && !stoppedWaiting(e))) {
            return new Words("The broker wrote them, but its answer did not reach the producer"
                    + answer.map(h -> " (" + h.title() + ")").orElse("") + retries + ".",
                    "Leave retries at its default with enable.idempotence=true: the retry is then answered with success and not"
                            + " written twice. Treat such a failure as unknown, not as unwritten.");
        }
        if (stoppedWaiting(e)) {
            String why = e.fault(Place.REPLICATION)
                    .map(h -> "the leader had written them and still waited for its followers ("
                            + h.title() + ")")
                    .or(() -> e.fault(Place.REQUEST).map(h -> "their request was still under way (" + h.title() + ")"))
                    .or(() -> e.brokerTrouble().map(h -> "a try of theirs had no answer (" + h.title() + ")"))
                    .orElse("a try of theirs had no answer yet");
            return new Words(
                    "The producer stopped waiting after delivery.timeout.ms=" + e.setting("delivery.timeout.ms")
                            + " while " + why + "; that try was written all the same" + retries + ".",
                    "Make delivery.timeout.ms longer than the trouble to be outlasted. Treat such a failure as unknown, not as"
                            + " unwritten.");
        }
        if (e.failure().filter(f -> f.kind() == FailureKind.GIVEN_UP).isPresent()) {
            return new Words(
                    "The producer gave them up (" + error + ") while a try was under way, and that try was written.",
                    "Let the producer deliver what it has before it is closed. Treat such a failure as unknown, not as"
                            + " unwritten.");
        }
        return unknown(error.isEmpty()
                ? "why they failed is not known"
                : error + " does not tell how a failed record comes into the log");
    }

    private static boolean stoppedWaiting(Evidence e) {
        return e.failure().filter(f -> f.kind() == FailureKind.EXPIRED || f.kind() == FailureKind.EXPIRED_QUEUED
                || (f.kind() == FailureKind.RETRIES_USED_UP && f.error().contains("Timeout"))).isPresent();
    }

    private static Words removed(Evidence e) {
        return e.happenings().stream().filter(h -> h.fault().equals("topic-recreate") && h.toMs() >= e.sentMs())
                .findFirst()
                .map(h -> new Words(
                        "The topic was deleted and made again (" + h.title() + "), and its records went with it.",
                        "Deleted data cannot be brought back; deny deleting topics (ACL) where that must not happen."))
                .orElseGet(() -> new Words(
                        "The log's beginning was removed, or the topic was deleted, after they were written.",
                        "Raise retention.ms and retention.bytes of the topic if they were needed for longer."));
    }

    private static String named(Happening happening) {
        String title = happening.title();
        return switch (happening.kind()) {
            case FAULT -> "The fault '" + title + "'";
            case NODE -> Character.toUpperCase(title.charAt(0)) + title.substring(1) + ", which";
            case LEADER_CHANGE -> "A change of the leader (" + title + ")";
        };
    }
}
