package ackscope.core.transaction;

import ackscope.core.secret.Secrets;

/** An experiment came out otherwise than it does on a whole cluster. The message is for a person. */
final class UnexpectedResult extends Exception {
    private static final long serialVersionUID = 1L;

    UnexpectedResult(String message) {
        super(Secrets.hidden(message));
    }

    UnexpectedResult(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }
}
