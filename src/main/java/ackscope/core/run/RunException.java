package ackscope.core.run;

import ackscope.core.secret.Secrets;

/** Something about kept runs or twin runs did not work; the message says what, why, and what to change. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(Secrets.hidden(message));
    }

    public RunException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }
}
