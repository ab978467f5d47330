package ackscope.ui.base;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;

/** A try and a batch in words and marks, the same in the table of attempts, the timeline and the exports. */
public final class AttemptWords {
    private static final String NONE = "NONE";

    private AttemptWords() {
    }

    /** What the broker said: "written, offset 212 (NONE)", "NOT_ENOUGH_REPLICAS", "no answer due (acks=0)", "none: broker 2 closed the connection". */
    public static String answer(Attempt a) {
        return switch (a.said()) {
            case Answer.Awaited _ -> a.open() ? "waiting" : "none";
            case Answer.NotDue _ -> "no answer due (acks=0)";
            case Answer.Given g -> {
                String offset = g.baseOffset() >= 0 ? ", offset " + Figures.count(g.baseOffset()) : "";
                yield g.error().equals(NONE) ? "written" + offset + " (NONE)" : g.error() + offset;
            }
            case Answer.None n -> "none: " + n.why();
        };
    }

    /** What reached the client, where that is not what the broker said; else "". */
    public static String heard(Attempt a) {
        boolean answered = a.said() instanceof Answer.Given;
        return switch (a.heard()) {
            case WAITING -> answered ? "nothing yet" : "";
            case AS_SAID, NOT_DUE -> "";
            case REPLACED -> a.heardError() + ", from the fault";
            case NOTHING -> answered ? "nothing" : "";
        };
    }

    /** Whether the client took the try for a success; DUPLICATE_SEQUENCE_NUMBER is one ({@code Sender.completeBatch}). */
    public static boolean succeeded(Attempt a) {
        return a.heardError().equals(NONE) || a.heardError().equals("DUPLICATE_SEQUENCE_NUMBER");
    }

    /** Whether it is over and the client did not take it for a success. */
    public static boolean failed(Attempt a) {
        return a.failed() && !succeeded(a);
    }

    /** Why a failed try failed, as the client knows it: Kafka's name of the error, or "no answer". */
    public static String failure(Attempt a) {
        return a.heardError().isEmpty() ? "no answer" : a.heardError();
    }

    /** The mark beside what the broker said, whatever the client heard of it. */
    public static OutcomeMark.Kind saidMark(Attempt a) {
        return switch (a.said()) {
            case Answer.Given g -> g.error().equals(NONE) || g.error().equals("DUPLICATE_SEQUENCE_NUMBER")
                    ? OutcomeMark.Kind.ACKED
                    : OutcomeMark.Kind.FAILED;
            case Answer.Awaited _,Answer.None _,Answer.NotDue _ -> mark(a);
        };
    }

    /** The mark of a try: what the client made of it. */
    public static OutcomeMark.Kind mark(Attempt a) {
        if (a.heard() == Heard.NOT_DUE) {
            return OutcomeMark.Kind.SENT;
        }
        return a.open() ? OutcomeMark.Kind.WAITING : failed(a) ? OutcomeMark.Kind.FAILED : OutcomeMark.Kind.ACKED;
    }

    /** The mark beside a batch: a failed one may yet be tried again, and while it is it waits or retries. */
    public static OutcomeMark.Kind mark(BatchLife life) {
        OutcomeMark.Kind last = mark(life.latest());
        if (last == OutcomeMark.Kind.WAITING && life.attempts().size() > 1) {
            return OutcomeMark.Kind.RETRYING;
        }
        return split(life) ? OutcomeMark.Kind.RETRYING : last;
    }

    /** From the request to its end for the client, ms; NaN while it is open. */
    public static double ms(Attempt a) {
        return a.endedUs() == 0 ? Double.NaN : Math.max(0, a.endedUs() - a.sentUs()) / 1000.0;
    }

    /** "10 records #212 to #221", "1 record #7"; without numbers where the wire did not read them. */
    public static String records(BatchLife life) {
        String count = Figures.counted(life.records(), "record", "records");
        if (life.first().isEmpty() || life.last().isEmpty()) {
            return count;
        }
        RecordId first = life.first().get();
        RecordId last = life.last().get();
        return count + " " + number(first) + (first.equals(last) ? "" : " to " + number(last));
    }

    private static String number(RecordId id) {
        return "#" + Figures.count(id.number()) + (id.resend() == 0 ? "" : "." + id.resend());
    }

    /** What became of the batch so far, as the wire knows it. */
    public static String summary(BatchLife life) {
        Attempt last = life.latest();
        int tries = life.attempts().size();
        String after = tries == 1 ? " at once" : " after " + tries + " tries";
        if (last.heard() == Heard.NOT_DUE) {
            return "handed to the socket (acks=0)";
        }
        if (last.open()) {
            return tries == 1 ? "waits for the answer" : "try " + last.number() + " waits for its answer";
        }
        if (succeeded(last)) {
            return "acked" + after;
        }
        if (split(life)) {
            return "too large: split, and its parts queued again";
        }
        return (tries == 1 ? "1 try failed: " : tries + " tries failed, the last one: ") + failure(last);
    }

    /** Whether the client splits it: MESSAGE_TOO_LARGE for a batch of more than one record. */
    public static boolean split(BatchLife life) {
        return life.records() > 1 && life.latest().heardError().equals("MESSAGE_TOO_LARGE");
    }

    /** Whether any of its tries failed. */
    public static boolean troubled(BatchLife life) {
        return life.attempts().stream().anyMatch(AttemptWords::failed);
    }

    /** Producer id and epoch: "4001 · 0", or "none" without idempotence. */
    public static String idEpoch(Attempt a) {
        return a.producerId() < 0 ? "none" : a.producerId() + " · " + a.epoch();
    }
}
