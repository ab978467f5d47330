package ackscope.core.send;

/** What the producer reported about a record: the first of its two axes. */
public enum Outcome {
    /** No report yet. */
    OPEN(0),
    /** Reported ok; with acks=0 that means handed to the socket. */
    ACKED(1),
    /** Reported failed. */
    FAILED(2),
    /** The producer ended without a report. */
    UNREPORTED(3);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** Its byte in the ledger's files. */
    int code() {
        return code;
    }
}
