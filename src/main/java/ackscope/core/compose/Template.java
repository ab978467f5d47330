package ackscope.core.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Text with expressions: {@code ${n}} the record's number, {@code ${n%480}} its remainder, {@code ${now}} ms since the epoch,
 * {@code ${uuid}}, {@code ${int 1..9}}, {@code ${pick a|b|c}}; a doubled dollar sign before a brace writes it plain. Within one record the same
 * expression gives the same text wherever it stands, so that key, value and headers can share an id. Immutable.
 */
public final class Template {
    private final List<Part> parts;
    private final boolean constant;

    private sealed interface Part {
        record Text(String text) implements Part {
        }

        record Place(long modulus) implements Part {
        }

        record Now() implements Part {
        }

        record Id() implements Part {
        }

        record Int(long from, long to, String source) implements Part {
        }

        record Pick(List<String> choices, String source) implements Part {
        }
    }

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.constant = parts.stream().allMatch(Part.Text.class::isInstance);
    }

    /** The values of one record, drawn when first asked for and then kept. One per record, for one thread. */
    public static final class Draw {
        private final long number;
        private final long nowMs;
        private final SplittableRandom random;
        private final Map<String, String> drawn = new HashMap<>(4);

        /**
         * @param number the record's number
         * @param nowMs  what {@code ${now}} gives
         * @param seed   the load's seed; the same seed and number give the same values
         */
        public Draw(long number, long nowMs, long seed) {
            this.number = number;
            this.nowMs = nowMs;
            this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        }
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException with words for a person when an expression is not known
     */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                plain.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw new IllegalArgumentException(
                            "\"" + text.substring(at) + "\" opens an expression and does not close it with }.");
                }
                if (!plain.isEmpty()) {
                    parts.add(new Part.Text(plain.toString()));
                    plain.setLength(0);
                }
                parts.add(expression(text.substring(at + 2, end).strip()));
                at = end + 1;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        if (!plain.isEmpty()) {
            parts.add(new Part.Text(plain.toString()));
        }
        return new Template(parts);
    }

    private static Part expression(String source) {
        if (source.equals("n")) {
            return new Part.Place(0);
        }
        if (source.equals("now")) {
            return new Part.Now();
        }
        if (source.equals("uuid")) {
            return new Part.Id();
        }
        try {
            if (source.matches("n\\s*%\\s*\\d+")) {
                long modulus = Long.parseLong(source.substring(source.indexOf('%') + 1).strip());
                if (modulus > 0) {
                    return new Part.Place(modulus);
                }
            } else if (source.matches("int\\s+-?\\d+\\.\\.-?\\d+")) {
                String range = source.substring(3).strip();
                int dots = range.indexOf("..");
                long from = Long.parseLong(range.substring(0, dots));
                long to = Long.parseLong(range.substring(dots + 2));
                if (from > to) {
                    throw new IllegalArgumentException(
                            "${" + source + "} holds no number: the first must not be larger than the last.");
                }
                if (from <= to && to < Long.MAX_VALUE) {
                    return new Part.Int(from, to, source);
                }
            } else if (source.startsWith("pick ")) {
                return new Part.Pick(List.of(source.substring(5).strip().split("\\|", -1)), source);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("${" + source + "} holds a number that is too large.", e);
        }
        throw new IllegalArgumentException(
                "${" + source
                        + "} is not known. Use ${n}, ${n%10}, ${now}, ${uuid}, ${int 1..9} or ${pick a|b|c}; $${ writes a plain ${.");
    }

    /** Whether every record gets the same text. */
    public boolean constant() {
        return constant;
    }

    /** Whether the text follows from the record's number alone. */
    public boolean repeatable() {
        return parts.stream().allMatch(part -> part instanceof Part.Text || part instanceof Part.Place);
    }

    /** The text for one record. */
    public String render(Draw draw) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Text(String text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> out.append(text);
                case Part.Place(long modulus) -> out.append(modulus == 0 ? draw.number : draw.number % modulus);
                case Part.Now() -> out.append(draw.nowMs);
                case Part.Id() -> out.append(draw.drawn.computeIfAbsent("uuid", _ -> uuid(draw.random)));
                case Part.Int(long from, long to, String source) ->
                    out.append(
                            draw.drawn.computeIfAbsent(source, _ -> Long.toString(draw.random.nextLong(from, to + 1))));
                case Part.Pick(List<String> choices, String source) ->
                    out.append(
                            draw.drawn.computeIfAbsent(source, _ -> choices.get(draw.random.nextInt(choices.size()))));
            }
        }
        return out.toString();
    }

    private static String uuid(SplittableRandom random) {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
