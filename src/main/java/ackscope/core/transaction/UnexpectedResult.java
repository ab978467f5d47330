package ackscope.core.transaction;

/** An experiment came out otherwise than it does on a whole cluster. The message is for a person. */
final class UnexpectedResult extends Exception {
    private static final long serialVersionUID = 1L;

    UnexpectedResult(String message) {
        super(message);
    }

    UnexpectedResult(String message, Throwable cause) {
        super(message, cause);
    }
}
