package ackscope.ui.log;

import ackscope.core.event.AlertEvent;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.LogEvent.Level;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.TransactionEvent;
import ackscope.ui.base.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** Puts every event into one sentence for a person. A new kind of event does not compile until it has its sentence. */
final class EventWords {
    /** With more left than that it is delivery.timeout.ms that ends the tries: the client counts down from the default retries. */
    private static final int COUNTED_TRIES = 1_000_000;

    private EventWords() {
    }

    static LogLine line(LabEvent event) {
        return switch (event) {
            case RecordEvent e -> record(e);
            case AttemptEvent e -> attempt(e);
            case ClusterEvent e -> cluster(e);
            case TransactionEvent e -> transaction(e);
            case FaultEvent e -> fault(e);
            case BreakerEvent e -> breaker(e);
            case AlertEvent e -> alert(e);
            case LogEvent e -> new LogLine(e.atMs(), e.level(), e.text(), 1);
        };
    }

    private static LogLine fault(FaultEvent event) {
        return switch (event) {
            case FaultEvent.Injected e -> warning(e, "Fault: " + closed(e.title()) + " " + closed(e.expect()));
            case FaultEvent.Ended e -> info(e, "The fault \"" + e.title() + "\" is over: " + closed(e.how()));
            case FaultEvent.AllHealed e -> info(e, "Healed: no fault acts, all nodes are up and every partition has its"
                    + " full ISR, after " + Figures.ms((double) e.tookMs()) + ".");
        };
    }

    private static LogLine breaker(BreakerEvent event) {
        return switch (event) {
            case BreakerEvent.Changed e -> warning(e, "The circuit breaker went from " + state(e.from()) + " to "
                    + state(e.to()) + ": " + closed(e.why()));
            case BreakerEvent.Kept e -> warning(e, Figures.counted(e.count(), "record", "records")
                    + " put in the outbox, between " + e.first() + " and " + e.last() + ".");
            case BreakerEvent.Replayed e -> info(e, Figures.counted(e.count(), "record", "records")
                    + " from the outbox sent again, between " + e.first() + " and " + e.last() + ".");
            case BreakerEvent.OutboxFull e ->
                error(e, "The outbox is full: it holds " + Figures.count(e.held()) + " of "
                        + Figures.count(e.limit()) + " records, and nothing more is sent until the breaker closes.");
        };
    }

    private static String state(BreakerEvent.State state) {
        return switch (state) {
            case CLOSED -> "closed (passing)";
            case OPEN -> "open (turning away)";
            case HALF_OPEN -> "half open (trying a few)";
        };
    }

    private static LogLine alert(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised e -> warning(e, "Alert: " + closed(e.rule()) + " " + closed(e.evidence())
                    + (e.next().isEmpty() ? "" : " " + closed(e.cause()) + " " + closed(e.next())));
            case AlertEvent.Cleared e -> info(e, "Alert cleared after " + Figures.ms((double) e.lastedMs()) + ": "
                    + closed(e.rule()));
        };
    }

    private static LogLine record(RecordEvent event) {
        return switch (event) {
            case RecordEvent.Sent e ->
                info(e, "Record " + e.id() + " goes to " + place(e.topic(), e.partition()) + ".");
            case RecordEvent.Acked e -> info(e, "Record " + e.id() + (e.acksNone()
                    ? " was handed to the socket for " + place(e.topic(), e.partition())
                            + ", where no broker answers (acks=0), after "
                    : " was acknowledged by " + place(e.topic(), e.partition()) + (e.offset() < 0
                            ? ", which had it already and gave no offset, after "
                            : " at offset " + Figures.count(e.offset()) + " after "))
                    + Figures.ms(e.latencyMs()) + ".");
            case RecordEvent.AckedMany e -> info(e, Figures.counted(e.count(), "record", "records")
                    + (e.acksNone()
                            ? " handed to the socket for " + e.topic() + " (acks=0, no broker answers)"
                            : " acknowledged by " + e.topic())
                    + ", between #" + e.first() + " and #" + e.last() + ".");
            case RecordEvent.Failed e -> error(e, (e.count() == 1
                    ? "Record " + e.first() + " failed"
                    : Figures.count(e.count()) + " records failed, between " + e.first() + " and " + e.last()) + " ("
                    + e.error() + "): " + closed(e.message()) + " In the log? " + certainty(e.certainty(), e.reason()));
            case RecordEvent.Unreported e -> warning(e, Figures.counted(e.count(), "record", "records")
                    + " got no report, from " + e.first() + " on: " + closed(e.reason()));
        };
    }

    private static LogLine attempt(AttemptEvent event) {
        return switch (event) {
            case AttemptEvent.Retried e -> warning(e, "A try of a batch for " + place(e.topic(), e.partition())
                    + " ended with " + e.error() + "; it waits for another"
                    + (e.attemptsLeft() > COUNTED_TRIES || e.attemptsLeft() < 0
                            ? ""
                            : ", " + Figures.counted(e.attemptsLeft(), "try", "tries") + " left")
                    + " (" + source(e.source()) + ").");
            case AttemptEvent.Split e -> warning(e, "A batch for " + place(e.topic(), e.partition())
                    + " was too large for the topic, was split and goes out again (" + source(e.source()) + ").");
        };
    }

    private static LogLine cluster(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.NodeStarting e -> info(e, node(e.role(), e.node()) + " is starting.");
            case ClusterEvent.NodeUp e -> info(e, node(e.role(), e.node()) + " is up.");
            case ClusterEvent.NodeDown e -> warning(e, node(e.role(), e.node()) + " is down: " + closed(e.how()));
            case ClusterEvent.LeverPulled e -> warning(e, "Lever pulled: " + closed(e.action()));
            case ClusterEvent.ClusterReady e -> info(e, capital(e.name()) + " takes records: "
                    + Figures.counted(e.brokers(), "broker", "brokers") + ", ready after "
                    + Figures.span(e.sinceStartMs()) + ".");
            case ClusterEvent.ClusterFailed e -> error(e, capital(e.name()) + " cannot be used: " + closed(e.message())
                    + (e.logFile().isEmpty() ? "" : " Its log is " + e.logFile() + "."));
            case ClusterEvent.LeaderChanged e -> e.to() < 0
                    ? warning(e,
                            "No broker leads " + place(e.topic(), e.partition()) + ", before it was broker " + e.from()
                                    + ".")
                    : info(e, "Broker " + e.to() + " leads " + place(e.topic(), e.partition())
                            + (e.from() < 0 ? "." : " now, before it was broker " + e.from() + "."));
            case ClusterEvent.IsrChanged e -> e.to().size() < e.from().size()
                    ? warning(e, isr(e))
                    : info(e, isr(e));
        };
    }

    private static LogLine transaction(TransactionEvent event) {
        return switch (event) {
            case TransactionEvent.Begun e -> info(e, "Transaction of " + e.transactionalId() + " began.");
            case TransactionEvent.Committed e -> info(e, "Transaction of " + e.transactionalId() + " committed with "
                    + Figures.counted(e.records(), "record", "records") + ".");
            case TransactionEvent.Aborted e -> {
                String text = "Transaction of " + e.transactionalId() + " aborted, "
                        + Figures.counted(e.records(), "record", "records")
                        + " will not be seen by read_committed: " + closed(e.reason());
                yield e.asked() ? info(e, text) : error(e, text);
            }
        };
    }

    private static String isr(ClusterEvent.IsrChanged e) {
        return "In sync for " + place(e.topic(), e.partition()) + ": " + set(e.to()) + ", before " + set(e.from())
                + ".";
    }

    private static String certainty(Certainty certainty, String reason) {
        String why = reason.isEmpty() ? "." : ": " + closed(reason);
        return switch (certainty) {
            case YES -> "Yes" + why;
            case NO -> "No" + why;
            case MAYBE -> "Maybe" + why;
        };
    }

    private static String source(AttemptEvent.Source source) {
        return switch (source) {
            case CLIENT_LOG -> "from the client's log";
            case WIRE -> "from the wire";
        };
    }

    private static String place(String topic, int partition) {
        return partition < 0 ? topic : topic + "-" + partition;
    }

    private static String set(List<Integer> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String node(String role, int id) {
        return capital(role) + " " + id;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String closed(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith("!") ? sentence : sentence + ".";
    }

    private static LogLine info(LabEvent e, String text) {
        return new LogLine(e.atMs(), Level.INFO, text, 1);
    }

    private static LogLine warning(LabEvent e, String text) {
        return new LogLine(e.atMs(), Level.WARNING, text, 1);
    }

    private static LogLine error(LabEvent e, String text) {
        return new LogLine(e.atMs(), Level.ERROR, text, 1);
    }
}
