package ackscope.core.audit;

/**
 * What the join of report and log says. Every record of a run has exactly one {@link Kind#FATE}, so the fates add up to the records; a
 * {@link Kind#MARK} stands beside it. The anomalies are those of Jepsen's tests for Kafka ({@code jepsen.tests.kafka}: lost write,
 * duplicate, aborted read, unseen) and of Kafka's own {@code VerifiableProducer} with its validation of acknowledged numbers against those
 * consumed.
 */
public enum Verdict {
    /** Reported ok and in the log; in a transaction: committed and seen by read_committed. With acks=0 ok means handed to the socket. */
    DELIVERED(Kind.FATE, false),
    /** Reported ok (in a transaction: and committed) and absent from a complete read of its partition, whatever its offset. */
    LOST(Kind.FATE, true),
    /** Reported ok and gone with the beginning of the log or with its topic: below the log start offset, or the topic was made anew. */
    REMOVED(Kind.FATE, false),
    /** Reported failed and in the log all the same. */
    WRITTEN_THOUGH_FAILED(Kind.FATE, true),
    /** Reported failed and not in the log. */
    ABSENT_AS_TOLD(Kind.FATE, false),
    /** No report, and in the log. */
    UNKNOWN_WRITTEN(Kind.FATE, false),
    /** No report, and not in the log. */
    UNKNOWN_ABSENT(Kind.FATE, false),
    /** Its transaction was aborted, and read_committed does not show it. */
    ABORTED(Kind.FATE, false),
    /** Its transaction was aborted, and read_committed shows it. Must never be. */
    ABORTED_VISIBLE(Kind.FATE, true),
    /** Its transaction was committed and it is in the log, and read_committed does not show it. Must never be. */
    COMMITTED_INVISIBLE(Kind.FATE, true),
    /** It waits in the outbox, and no producer has it. */
    IN_OUTBOX(Kind.FATE, false),
    /** Not to be told, because its partition was not read to a proven end. Never counted as lost. */
    NOT_READ(Kind.FATE, false),
    /** The same number and resend at more than one offset. */
    DUPLICATED(Kind.MARK, true),
    /** The same number with several resends: an application's own second sending stands beside the first. */
    RESENT_BESIDE(Kind.MARK, false),
    /** Among one producer's sends to one partition it first appears after one that was sent later. Resends are not compared. */
    REORDERED(Kind.MARK, true),
    /** Its bytes are not those that were sent: a checksum differs. */
    WRONG_CONTENT(Kind.MARK, true),
    /** In the log from the run's start on, and not of this run. */
    FOREIGN(Kind.OTHER, false);

    private final Kind kind;
    private final boolean anomaly;

    /** What a verdict is of. */
    public enum Kind {
        /** What became of a record. */
        FATE,
        /** Something more about a record. */
        MARK,
        /** Something in the log that is no record of the run. */
        OTHER
    }

    Verdict(Kind kind, boolean anomaly) {
        this.kind = kind;
        this.anomaly = anomaly;
    }

    /** What it is of. */
    public Kind kind() {
        return kind;
    }

    /** Whether it breaks what a careful reader of Kafka's promises would expect; whether it was promised depends on the settings. */
    public boolean anomaly() {
        return anomaly;
    }
}
