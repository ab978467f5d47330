package ackscope.core.event;

/**
 * A sentence for the log panel that no other event carries: a producer opened or closed, a load that ended, a word of advice.
 *
 * @param level how much it matters
 * @param text  one sentence for a person
 */
public record LogEvent(Level level, String text, long atMs) implements LabEvent {

    /** How much a sentence matters. */
    public enum Level {
        INFO, WARNING, ERROR
    }
}
