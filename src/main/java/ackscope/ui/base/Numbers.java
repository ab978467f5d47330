package ackscope.ui.base;

import java.util.Optional;
import java.util.OptionalLong;

/** Numbers as people type them: grouped with commas, blanks, underscores or apostrophes, or ending in k or M. */
public final class Numbers {
    private Numbers() {
    }

    /** A whole number, or empty when the text is none. */
    public static OptionalLong whole(String text) {
        String digits = text.strip().replaceAll("[,_ '\u00a0\u202f]", "");
        long factor = 1;
        if (digits.endsWith("k") || digits.endsWith("K")) {
            factor = 1_000;
        } else if (digits.endsWith("M")) {
            factor = 1_000_000;
        }
        String plain = factor == 1 ? digits : digits.substring(0, digits.length() - 1);
        try {
            return OptionalLong.of(Math.multiplyExact(Long.parseLong(plain), factor));
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A number that may have decimals, or empty when the text is none. */
    public static Optional<Double> decimal(String text) {
        OptionalLong whole = whole(text);
        if (whole.isPresent()) {
            return Optional.of((double) whole.getAsLong());
        }
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
