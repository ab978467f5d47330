package ackscope.core.connection;

/** Connections could not be kept; the message is for a person: what happened, and what to change. */
public final class ConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
