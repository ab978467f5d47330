package ackscope.core.audit;

import ackscope.core.secret.Secrets;

/** An audit could not be made; the message says what happened, why, and what to change. */
public final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AuditException(String message) {
        super(Secrets.hidden(message));
    }
}
