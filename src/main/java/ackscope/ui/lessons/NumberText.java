package ackscope.ui.lessons;

import ackscope.core.lesson.Prediction;

/** A number as it is typed: thousands may be set apart by commas or spaces. */
final class NumberText {
    private static final int MOST_DIGITS = 15;

    private NumberText() {
    }

    /** What is wrong with a text and what to write, or ""; nothing typed is not wrong. */
    static String problem(String text, Prediction.Guess guess) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return "";
        }
        boolean number = plain.chars().allMatch(c -> c >= '0' && c <= '9') && plain.length() <= MOST_DIGITS;
        return number && Long.parseLong(plain) <= guess.most()
                ? ""
                : "Write a whole number from 0 to " + guess.most() + ".";
    }

    /** The number; only of a text without a problem. */
    static long read(String text) {
        return Long.parseLong(plain(text));
    }

    private static String plain(String text) {
        return text.replace(",", "").replace(" ", "");
    }
}
