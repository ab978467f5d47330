package ackscope.command;

import ackscope.core.run.Plain;
import ackscope.core.scenario.Played;
import ackscope.core.scenario.Quantity;
import ackscope.core.scenario.ScenarioResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result as a table for people. */
final class VerdictTable {
    private static final List<Quantity> ALWAYS = List.of(Quantity.SENT, Quantity.ACKED, Quantity.FAILED,
            Quantity.UNKNOWN, Quantity.LOST, Quantity.DUPLICATED, Quantity.REORDERED, Quantity.WRITTEN_THOUGH_FAILED,
            Quantity.ABORTED_VISIBLE);

    private VerdictTable() {
    }

    static void print(ScenarioResult result, PrintStream out) {
        out.println(result.scenario().name() + ": " + result.scenario().title());
        int half = 0;
        for (Played played : result.halves()) {
            String which = result.halves().size() == 1 ? "" : ++half == 1 ? "first half, " : "second half, ";
            out.println("  " + which + settings(played.settings()));
            print(played, out);
        }
        out.println("  " + (result.asExpected() ? "AS EXPECTED" : "NOT AS EXPECTED") + String.format(Locale.ROOT,
                ", %.1f s", result.tookMs() / 1000.0));
    }

    private static void print(Played played, PrintStream out) {
        List<Row> rows = new ArrayList<>();
        for (Quantity quantity : ALWAYS) {
            boolean checked = played.checks().stream().anyMatch(c -> c.expected().quantity() == quantity);
            if (!checked) {
                rows.add(new Row(quantity.id(), played.measured().of(quantity), "", "", quantity.words()));
            }
        }
        for (Played.Check check : played.checks()) {
            rows.add(new Row(check.expected().id(), check.found(), check.expected().range().words(),
                    check.holds() ? "ok" : "NO", check.expected().quantity().words()));
        }
        for (Quantity names : List.of(Quantity.EXCEPTIONS, Quantity.CALL_ERRORS, Quantity.WIRE_ERRORS)) {
            for (Map.Entry<String, Long> one : played.measured().names(names).entrySet()) {
                String id = names.id() + "." + one.getKey();
                if (rows.stream().noneMatch(r -> r.name().equals(id))) {
                    rows.add(new Row(id, one.getValue(), "", "", names.words()));
                }
            }
        }
        int width = rows.stream().mapToInt(r -> r.name().length()).max().orElse(1);
        for (Row row : rows) {
            out.println(String.format(Locale.ROOT, "    %-" + width + "s %9d  %-14s %-2s  %s", row.name(), row.found(),
                    row.expected().isEmpty() ? "" : "(" + row.expected() + ")", row.met(), row.words())
                    .stripTrailing());
        }
        played.audit().obstacles().forEach(o -> out.println("    not proven: " + o));
        played.troubles().forEach(t -> out.println("    " + t));
        played.audit().findings().forEach(f -> out.println("    " + f.count() + " " + f.verdict() + ": " + f.cause()
                + (f.prevention().isEmpty() ? "" : " " + f.prevention())));
    }

    private record Row(String name, long found, String expected, String met, String words) {
    }

    private static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? "the client's defaults"
                : String.join(", ", settings.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(e -> Plain.pair(e.getKey(), e.getValue())).toList());
    }
}
