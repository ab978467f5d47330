package ackscope.core.event;

/** What became of the transaction that a record was sent in, as far as the producer was told. */
public enum Ending {
    /** Sent without a transaction. */
    NONE,
    /** Not ended yet. */
    OPEN,
    /** The commit was confirmed: readers of committed records must see it. */
    COMMITTED,
    /** It was aborted, or will be: no commit was ever asked for, or it was refused. Readers of committed records must never see it. */
    ABORTED,
    /** A commit was asked for and had no answer: readers of committed records see all of its records, or none. */
    IN_DOUBT
}
