package ackscope.core.export.code;

/** The record cannot be written out as code; the message says why and what to change. */
public final class CodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CodeException(String message) {
        super(message);
    }

    CodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
