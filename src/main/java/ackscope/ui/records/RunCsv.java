package ackscope.ui.records;

import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Every record of a run as CSV (RFC 4180), one line each, in the order of sending. Any thread. */
final class RunCsv {
    private RunCsv() {
    }

    /** Writes the first {@code size} records. */
    static void write(Run run, long size, Writer out) throws IOException {
        out.write("number,topic,partition,offset,ms,outcome,retriable,in the log,reason,what happened\r\n");
        for (long number = 0; number < size; number++) {
            ResultRow row = LedgerRows.row(run, number);
            out.write(number + "," + quoted(row.topic()) + "," + row.partition() + "," + row.offset() + "," + row.ms()
                    + "," + row.state().word() + "," + retriable(run, number) + ","
                    + row.inLog().name().toLowerCase(Locale.ROOT) + "," + quoted(row.reason()) + ","
                    + quoted(row.words()) + "\r\n");
        }
    }

    /** "yes" or "no" of a failure, else "". */
    private static String retriable(Run run, long number) {
        var entry = run.read(number);
        if (entry.outcome() != Outcome.FAILED) {
            return "";
        }
        return run.cause(entry.cause()).kind().retriable() ? "yes" : "no";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
