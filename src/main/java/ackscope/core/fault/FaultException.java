package ackscope.core.fault;

import ackscope.core.secret.Secrets;

/** A fault could not be set, ended or healed; the message tells a person what happened, why, and what to change. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FaultException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }

    public FaultException(String message) {
        super(Secrets.hidden(message));
    }
}
