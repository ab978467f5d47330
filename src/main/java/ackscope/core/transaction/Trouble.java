package ackscope.core.transaction;

/**
 * What went wrong with a transaction.
 *
 * @param kind  what the producer can still do
 * @param error the exception's simple name
 * @param words what happened and why
 */
public record Trouble(Kind kind, String error, String words) {

    /** What the producer can still do, and so the one right next step. */
    public enum Kind {
        /** Nothing is lost: the same call again. */
        REPEAT,
        /** Abort, then go on. */
        ABORTABLE,
        /** Close, and open a new producer. */
        FATAL
    }

    /** A newer producer took the transactional.id. */
    public boolean fenced() {
        return error.equals("ProducerFencedException");
    }

    /** The one right next step after a call that failed. */
    public Call next(Call failed) {
        return switch (kind) {
            case REPEAT -> failed;
            case ABORTABLE -> Call.ABORT;
            case FATAL -> Call.REPLACE;
        };
    }
}
