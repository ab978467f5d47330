package ackscope.core.send;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.Tries;

/**
 * Corrects what an exception tells by what the wire saw. An exception describes only a batch's last try and does not say whether there was
 * any; the wire knows every try and every answer, also those that the client never heard.
 *
 * <p>It knows them as of the report. A batch that expires in the very ms in which the client takes it out of its queue is reported failed
 * and sent all the same, after the report ({@code Sender.sendProducerData} drains, expires, then sends), so that no try at that time is
 * said of that time only.
 */
final class WireVerdict {
    private WireVerdict() {
    }

    /**
     * @param told  the cause as the exception tells it, reported by a callback
     * @param tries what the wire knows of the record at the time of the report
     */
    static Cause correct(Cause told, Tries tries) {
        if (!tries.known()) {
            return told;
        }
        return tries.count() == 0
                ? new Cause(untried(told.kind()), told.error(), unsent(told), Certainty.NO,
                        "no request with it had left the client when it was given up")
                : new Cause(tried(told.kind()), told.error(), told.message(), tries.written(), reason(told, tries));
    }

    private static String unsent(Cause told) {
        return switch (told.kind()) {
            case EXPIRED, EXPIRED_QUEUED ->
                "delivery.timeout.ms passed before it could be sent: it waited behind a batch that is being retried, or its leader was away. Give it more time, or mend the cause.";
            case RETRIES_USED_UP, NOT_RETRIABLE ->
                "The client dropped it unsent, with the error that ended the batches before it: " + told.message();
            case GIVEN_UP, DISCARDED, SERIALIZATION, TOO_LARGE, BUFFER_EXHAUSTED, NO_METADATA, REFUSED, CANCELLED ->
                told.message();
        };
    }

    private static FailureKind untried(FailureKind kind) {
        return switch (kind) {
            case EXPIRED, EXPIRED_QUEUED -> FailureKind.EXPIRED_QUEUED;
            case RETRIES_USED_UP, NOT_RETRIABLE, GIVEN_UP, DISCARDED -> FailureKind.DISCARDED;
            case SERIALIZATION, TOO_LARGE, BUFFER_EXHAUSTED, NO_METADATA, REFUSED, CANCELLED -> kind;
        };
    }

    private static FailureKind tried(FailureKind kind) {
        return switch (kind) {
            case EXPIRED, EXPIRED_QUEUED -> FailureKind.EXPIRED;
            case DISCARDED, REFUSED, CANCELLED, GIVEN_UP -> FailureKind.GIVEN_UP;
            case RETRIES_USED_UP, NOT_RETRIABLE, SERIALIZATION, TOO_LARGE, BUFFER_EXHAUSTED, NO_METADATA -> kind;
        };
    }

    private static String reason(Cause told, Tries tries) {
        return switch (tries.written()) {
            case YES -> "a broker answered that it is in its log";
            case NO -> "every try was refused before the append, or never reached the broker";
            case MAYBE -> told.certainty() == Certainty.MAYBE ? told.reason() : tries.reason();
        };
    }
}
