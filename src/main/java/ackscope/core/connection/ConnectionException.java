package ackscope.core.connection;

import ackscope.core.secret.Secrets;

/** Connections could not be kept; the message is for a person: what happened, and what to change. */
public final class ConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConnectionException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }
}
