package ackscope.ui.breaker;

import ackscope.core.event.FailureKind;

/** The kinds of failure in a few words each. */
final class KindWords {
    private KindWords() {
    }

    static String of(FailureKind kind) {
        return switch (kind) {
            case SERIALIZATION -> "Refused by the serializer";
            case TOO_LARGE -> "Too large for the client";
            case BUFFER_EXHAUSTED -> "Buffer full too long";
            case NO_METADATA -> "No metadata in time";
            case REFUSED -> "Refused by the client";
            case EXPIRED_QUEUED -> "Expired in the queue";
            case EXPIRED -> "Expired after a try";
            case RETRIES_USED_UP -> "Retries used up";
            case NOT_RETRIABLE -> "Answer forbids a retry";
            case GIVEN_UP -> "Given up by the client";
            case DISCARDED -> "Dropped before it was sent";
            case CANCELLED -> "Cancelled by you";
        };
    }
}
