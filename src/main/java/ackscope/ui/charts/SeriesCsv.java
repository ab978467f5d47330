package ackscope.ui.charts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The series as comma-separated values: one row a reading, UTC times, an empty field where there is no value. */
final class SeriesCsv {
    private SeriesCsv() {
    }

    /** @param marks go into the row of the first reading after them, separated by semicolons */
    static String of(RateHistory history, List<Mark> marks) {
        StringBuilder out = new StringBuilder("time,run");
        for (Column column : Column.values()) {
            out.append(',').append(column.heading());
        }
        out.append(",events\n");
        long before = Long.MIN_VALUE;
        for (int i = 0; i < history.size(); i++) {
            long at = history.at(i);
            out.append(Instant.ofEpochMilli(at)).append(',').append(history.run(i));
            for (Column column : Column.values()) {
                double value = history.value(column, i);
                out.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value));
            }
            out.append(',').append(quoted(between(marks, before, at))).append('\n');
            before = at;
        }
        return out.toString();
    }

    private static String between(List<Mark> marks, long after, long until) {
        return String.join("; ", marks.stream().filter(m -> m.atMs() > after && m.atMs() <= until).map(Mark::text)
                .toList());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }
}
