package ackscope.core.event;

import ackscope.core.secret.Secrets;

/**
 * A sentence for the log panel that no other event carries: a producer opened or closed, a load that ended, a word of advice.
 *
 * @param level how much it matters
 * @param text  one sentence for a person; secrets in it become dots
 */
public record LogEvent(Level level, String text, long atMs) implements LabEvent {
    public LogEvent {
        text = Secrets.hidden(text);
    }

    /** How much a sentence matters. */
    public enum Level {
        INFO, WARNING, ERROR
    }
}
