package ackscope.core.fault;

import java.util.List;
import java.util.Optional;

/**
 * Something to fill in for a fault or a trigger. Values are text, as typed or as kept in a file.
 *
 * @param id      its key among the values
 * @param label   its name on screen
 * @param unit    of a number ("ms"); "" for none
 * @param type    what its text must be
 * @param initial the value to begin with
 * @param min     of a number
 * @param max     of a number
 * @param choices what can be chosen; empty for other types
 */
public record Parameter(String id, String label, String unit, Type type, String initial, double min, double max,
        List<Choice> choices) {

    /** What a value is. */
    public enum Type {
        /** A whole number. */
        NUMBER,
        /** A number with a decimal point. */
        DECIMAL,
        /** One of the choices. */
        CHOICE,
        /** Any text. */
        TEXT
    }

    /**
     * One of several.
     *
     * @param value kept
     * @param label shown
     * @param group headline under which it is shown; "" for none
     */
    public record Choice(String value, String label, String group) {
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    static Parameter number(String id, String label, String unit, long initial, long min, long max) {
        return new Parameter(id, label, unit, Type.NUMBER, Long.toString(initial), min, max, List.of());
    }

    static Parameter decimal(String id, String label, double initial, double min, double max) {
        return new Parameter(id, label, "", Type.DECIMAL, Double.toString(initial), min, max, List.of());
    }

    static Parameter choice(String id, String label, String initial, List<Choice> choices) {
        return new Parameter(id, label, "", Type.CHOICE, initial, 0, 0, choices);
    }

    static Parameter text(String id, String label, String initial) {
        return new Parameter(id, label, "", Type.TEXT, initial, 0, 0, List.of());
    }

    /** What is wrong with a value and what to give instead; empty when it is right. */
    public Optional<String> problem(String value) {
        return switch (type) {
            case TEXT -> Optional.empty();
            case CHOICE -> choices.stream().anyMatch(c -> c.value().equals(value))
                    ? Optional.empty()
                    : Optional.of(label + ": '" + value + "' is not among the choices. Choose one of them.");
            case NUMBER, DECIMAL -> range(value);
        };
    }

    private Optional<String> range(String value) {
        try {
            double number = type == Type.NUMBER ? Long.parseLong(value.strip()) : Double.parseDouble(value.strip());
            // Written so that NaN is out of range.
            return number >= min && number <= max ? Optional.empty() : Optional.of(rangeWords());
        } catch (NumberFormatException _) {
            return Optional.of(rangeWords());
        }
    }

    private String rangeWords() {
        String from = type == Type.NUMBER ? Long.toString((long) min) : Double.toString(min);
        String to = type == Type.NUMBER ? Long.toString((long) max) : Double.toString(max);
        return label + ": give a " + (type == Type.NUMBER ? "whole number" : "number") + " from " + from + " to " + to
                + (unit.isEmpty() ? "." : " " + unit + ".");
    }
}
