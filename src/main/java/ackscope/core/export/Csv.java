package ackscope.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet reads as text and numbers, never as a formula. */
final class Csv {
    private final StringBuilder out = new StringBuilder();
    private final List<String> line = new ArrayList<>();

    Csv text(String text) {
        // A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text (OWASP, CSV injection).
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        line.add('"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"');
        return this;
    }

    Csv number(long value) {
        line.add(Long.toString(value));
        return this;
    }

    /** Empty for NaN. */
    Csv number(double value) {
        line.add(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value));
        return this;
    }

    Csv end() {
        out.append(String.join(",", line)).append("\r\n");
        line.clear();
        return this;
    }

    Csv head(String... names) {
        line.addAll(List.of(names));
        return end();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
