package ackscope.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Prints rows: words for a person on stderr, one JSON object a line on stdout. */
final class Report {
    private final String bench;
    private final PrintStream words;
    private final PrintStream lines;
    private final ObjectMapper json = new ObjectMapper();

    Report(String bench, PrintStream words, PrintStream lines) {
        this.bench = bench;
        this.words = words;
        this.lines = lines;
    }

    /** A line for the person alone. */
    void say(String line) {
        words.println(line);
    }

    /** A row: its name and its figures in order. */
    void row(String name, Map<String, Object> figures) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", bench);
        all.put("case", name);
        all.putAll(figures);
        try {
            lines.println(json.writeValueAsString(all));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row with two sides. */
    void compared(String name, double[] ours, double[] theirs, String unit) {
        double a = median(ours);
        double b = median(theirs);
        say(String.format(Locale.ROOT, "%-30s ackscope %,10.0f %s (%s)   tool %,10.0f %s (%s)   ratio %.3f", name, a,
                unit, spread(ours), b, unit,
                spread(theirs), a / b));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ackscope", round(a));
        figures.put("tool", round(b));
        figures.put("unit", unit);
        figures.put("ratio", Math.round(a / b * 1000) / 1000.0);
        figures.put("ackscopeRuns", rounded(ours));
        figures.put("toolRuns", rounded(theirs));
        row(name, figures);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String spread(double[] values) {
        return String.format(Locale.ROOT, "%,.0f..%,.0f", DoubleStream.of(values).min().orElse(Double.NaN),
                DoubleStream.of(values).max().orElse(Double.NaN));
    }

    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double[] rounded(double[] values) {
        return DoubleStream.of(values).map(Report::round).toArray();
    }
}
