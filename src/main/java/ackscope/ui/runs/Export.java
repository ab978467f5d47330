package ackscope.ui.runs;

import ackscope.core.export.RunReport;
import ackscope.core.export.RunTables;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunJson;
import ackscope.core.run.RunRecord;
import java.util.List;

/** The forms in which one run, or two, can be saved. */
enum Export {
    REPORT("HTML report", "html"), JSON("JSON", "json"), SERIES("CSV of the charts", "csv"), OFFENDERS(
            "CSV of the records that the audit names", "csv");

    private final String title;
    private final String ending;

    Export(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    String title() {
        return title;
    }

    String ending() {
        return ending;
    }

    /** @param runs one or two */
    String text(List<RunRecord> runs) {
        return switch (this) {
            case REPORT -> runs.size() == 1
                    ? RunReport.of(runs.getFirst())
                    : RunReport.of(new RunComparison(runs.getFirst(), runs.getLast()));
            case JSON -> runs.size() == 1
                    ? RunJson.text(runs.getFirst())
                    : RunJson.text(new RunComparison(runs.getFirst(), runs.getLast()));
            case SERIES -> RunTables.series(runs);
            case OFFENDERS -> RunTables.offenders(runs);
        };
    }
}
