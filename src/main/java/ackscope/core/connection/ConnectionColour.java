package ackscope.core.connection;

import java.util.Locale;

/** What marks a cluster in the window's frame, so that nobody takes one for another. */
public enum ConnectionColour {
    BLUE, TEAL, GREEN, YELLOW, ORANGE, RED, PINK, PURPLE;

    /** Its name in lower case: a word on screen, in the file and in the style sheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour of this word; {@link #BLUE} for any other. */
    public static ConnectionColour named(String word) {
        for (ConnectionColour colour : values()) {
            if (colour.word().equalsIgnoreCase(word)) {
                return colour;
            }
        }
        return BLUE;
    }
}
