package ackscope.core.settings;

import ackscope.core.secret.Secrets;

/** Settings could not be used, read or written; the message tells a person what happened, why, and what to change. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }

    public SettingsException(String message) {
        super(Secrets.hidden(message));
    }
}
