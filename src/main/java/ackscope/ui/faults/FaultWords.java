package ackscope.ui.faults;

import ackscope.core.cluster.ClusterException;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.ActiveFault;
import ackscope.core.fault.ClientFault;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.TopicLossFault;
import ackscope.core.fault.WireFault;
import ackscope.core.secret.Secrets;
import ackscope.core.wire.Interference.Action;
import ackscope.ui.base.Figures;
import java.util.ArrayList;
import java.util.List;

/** What is said about faults beside what the catalogue says of each kind. */
final class FaultWords {
    private static final String ONLY_LAB = "Only the lab's own cluster can be broken. On another one, only faults of the client"
            + " itself can be set: Ackscope does not touch its brokers.";

    private FaultWords() {
    }

    /** Why a kind of fault cannot be set on a cluster that is not the lab's; "" when it can. */
    static String foreign(FaultKind kind) {
        return kind.place() == Place.CLIENT ? "" : ONLY_LAB;
    }

    /** Why this fault cannot be set on a cluster that is not the lab's; "" when it can. */
    static String foreign(Fault fault) {
        if (!(fault instanceof ClientFault client)) {
            return ONLY_LAB;
        }
        return client.overlay().secure()
                ? "This fault needs the lab's listener that wants a password; another cluster has none that Ackscope knows of."
                : "";
    }

    /** What one should know before setting it; empty when the kind's own words say it all. */
    static List<String> notes(Fault fault, String acks) {
        List<String> notes = new ArrayList<>();
        boolean noAnswer = acks.equals("0") && fault instanceof WireFault wire
                && (wire.place() == Place.ANSWER || wire.action() instanceof Action.Answer);
        if (noAnswer) {
            notes.add(
                    "The delivery settings say acks=0: a produce request then has no answer to hold up, drop or replace, so"
                            + " records pass untouched. Choose acks=1 or all to see it strike.");
        }
        if (fault instanceof ClientFault) {
            notes.add(
                    "A new producer is opened for this, and again one when it ends; each time the old one drains first.");
        }
        return notes;
    }

    /** What to ask once before it is done; "" when there is nothing to ask. */
    static String question(Fault fault) {
        return fault instanceof TopicLossFault loss
                ? "Topic '" + loss.topic() + "' is deleted with all its records, and made again empty. Deleted records"
                        + " cannot be brought back, neither by undo nor by Heal all. Delete them?"
                : "";
    }

    /** For how long a fault acts, and how often it has struck. */
    static String state(ActiveFault fault, long nowMs) {
        List<String> words = new ArrayList<>();
        words.add("for " + Figures.span(Math.max(0, nowMs - fault.sinceMs())));
        fault.endsMs().ifPresent(ends -> words.add("ends in " + Figures.span(Math.max(0, ends - nowMs))));
        boolean counts = switch (fault.place()) {
            case REQUEST, ANSWER, REPLICATION -> true;
            // What does not strike frame by frame has struck once and for all.
            case CLIENT, BROKER, CONTROLLER, TOPIC -> fault.hits() != 1;
        };
        if (counts) {
            words.add(fault.hits() == 0
                    ? "has not struck yet"
                    : "struck " + Figures.counted(fault.hits(), "time", "times"));
        }
        return String.join(" · ", words);
    }

    /** @param doing what was asked ("The fault was not set") */
    static String failure(String doing, Exception e) {
        return switch (e) {
            case FaultException told -> told.getMessage();
            case ClusterException told -> told.getMessage();
            default ->
                doing + ": "
                        + (Secrets.message(e).isEmpty() ? "the reason is in the app's log file" : Secrets.message(e))
                        + ".";
        };
    }
}
