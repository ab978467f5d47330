package ackscope.core.event;

/** Whether a record is in the log, as far as the client can know: the second of the two axes of every record. */
public enum Certainty {
    /** The broker said so. */
    YES,
    /** It never left the client. */
    NO,
    /** It may have been written: an exception describes only the last attempt. */
    MAYBE
}
