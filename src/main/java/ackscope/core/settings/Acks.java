package ackscope.core.settings;

import java.util.Locale;

/** What the producer waits for before it reports success. {@code -1} is another way to write {@code all}. */
public enum Acks {
    NONE("0"), LEADER("1"), ALL("all");

    private final String text;

    Acks(String text) {
        this.text = text;
    }

    /** The value of {@code acks}. */
    public String text() {
        return text;
    }

    static Acks parse(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "0" -> NONE;
            case "1" -> LEADER;
            case "all", "-1" -> ALL;
            default -> throw new IllegalArgumentException("acks takes 0, 1 or all, not " + value);
        };
    }
}
