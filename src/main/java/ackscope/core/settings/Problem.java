package ackscope.core.settings;

import java.util.List;

/**
 * Something a person should know about a setting.
 *
 * @param key      the setting it stands under
 * @param message  what happens and why, in a sentence or two
 * @param remedies ways out, the best one first
 */
public record Problem(Severity severity, String key, String message, List<Remedy> remedies) {
    public Problem {
        remedies = List.copyOf(remedies);
    }

    /** How bad it is. */
    public enum Severity {
        /** The client refuses to start with it. */
        ERROR,
        /** It works, and hurts. */
        WARNING,
        /** Worth saying: a silent change, or a value without effect. */
        NOTE
    }

    static Problem error(String key, String message, Remedy... remedies) {
        return new Problem(Severity.ERROR, key, message, List.of(remedies));
    }

    static Problem warning(String key, String message, Remedy... remedies) {
        return new Problem(Severity.WARNING, key, message, List.of(remedies));
    }

    static Problem note(String key, String message, Remedy... remedies) {
        return new Problem(Severity.NOTE, key, message, List.of(remedies));
    }

    /** Whether it keeps the settings from being used. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
