package ackscope.core.export;

import ackscope.core.audit.Offender;
import ackscope.core.run.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of one or several runs as CSV. Times are UTC; a run's name stands in each line. */
public final class RunTables {
    private RunTables() {
    }

    /** The charts' figures, one line a point. */
    public static String series(List<RunRecord> runs) {
        Csv csv = new Csv().head("run", "time", "ms_since_start", "attempts_per_s", "acked_per_s", "failed_per_s",
                "retries_per_s", "send_to_ack_p99_ms");
        for (RunRecord run : runs) {
            for (RunRecord.Point p : run.series()) {
                csv.text(run.name()).text(Instant.ofEpochMilli(run.startedMs() + p.atMs()).toString())
                        .number(p.atMs()).number(p.attempts()).number(p.acked()).number(p.errors())
                        .number(p.retries()).number(p.p99Ms()).end();
            }
        }
        return csv.toString();
    }

    /** The records that an audit named, one line each. */
    public static String offenders(List<RunRecord> runs) {
        Csv csv = new Csv().head("run", "verdict", "number", "resend", "topic", "partition", "offset_told",
                "offsets_found", "sent", "reported", "tries", "faults", "what_the_log_shows");
        for (RunRecord run : runs) {
            run.audit().ifPresent(audit -> audit.offenders().forEach(o -> offender(csv, run, o)));
        }
        return csv.toString();
    }

    private static void offender(Csv csv, RunRecord run, Offender o) {
        csv.text(run.name()).text(VerdictWords.of(o.verdict())).number(o.record().number())
                .number(o.record().resend()).text(o.topic()).number(o.partition()).number(o.told())
                .text(o.found().stream().map(String::valueOf).collect(Collectors.joining(" "))).text(time(o.sentMs()))
                .text(o.toldMs() < 0 ? "" : time(o.toldMs())).number(o.tries())
                .text(String.join("; ", o.faults())).text(o.words()).end();
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
