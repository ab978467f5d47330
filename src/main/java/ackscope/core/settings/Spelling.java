package ackscope.core.settings;

import java.util.Comparator;
import java.util.Optional;

/** Finds the setting that a misspelt name probably means. */
final class Spelling {
    private static final int MOST_EDITS = 3;

    private Spelling() {
    }

    /** The nearest name of a setting, if it is near enough to be meant. */
    static Optional<String> nearest(String name) {
        return ProducerSetting.all().stream().map(ProducerSetting::name)
                .filter(known -> edits(name, known) <= Math.min(MOST_EDITS, known.length() / 3))
                .min(Comparator.comparingInt(known -> edits(name, known)));
    }

    /** How many letters to change, add or remove (Levenshtein). */
    static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
