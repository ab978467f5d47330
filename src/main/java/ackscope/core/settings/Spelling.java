package ackscope.core.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name probably means. */
public final class Spelling {
    private static final int MOST_EDITS = 3;
    private static final int SHORT = 5;

    private Spelling() {
    }

    /** The nearest name of a setting, if it is near enough to be meant. */
    static Optional<String> nearest(String name) {
        return nearest(name, ProducerSetting.all().stream().map(ProducerSetting::name).toList());
    }

    /** The nearest of these words, if it is near enough to be meant; capitals do not count. */
    public static Optional<String> nearest(String name, Collection<String> words) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return words.stream().filter(known -> edits(wanted, known.toLowerCase(Locale.ROOT)) <= allowed(known))
                .min(Comparator.comparingInt(known -> edits(wanted, known.toLowerCase(Locale.ROOT))));
    }

    /** Of a short word more than a letter or two would be another word. */
    private static int allowed(String known) {
        return known.length() < SHORT ? 1 : Math.clamp(known.length() / 3, 2, MOST_EDITS);
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
