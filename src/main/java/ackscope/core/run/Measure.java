package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;

/** What two runs are compared by, the worst first; the words complete "3 of 50 were ..". */
enum Measure {
    LOST("lost"), ABORTED_SEEN("visible although aborted"), COMMITTED_HIDDEN("invisible although committed"), WRONG(
            "stored with other bytes"), DUPLICATED("duplicated"), REORDERED("out of order"), WRITTEN_THOUGH_FAILED(
                    "reported failed although written"), FAILED("reported failed and not written"), UNKNOWN(
                            "left without a report");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    long of(AuditReport audit) {
        return switch (this) {
            case LOST -> audit.count(Verdict.LOST);
            case ABORTED_SEEN -> audit.count(Verdict.ABORTED_VISIBLE);
            case COMMITTED_HIDDEN -> audit.count(Verdict.COMMITTED_INVISIBLE);
            case WRONG -> audit.count(Verdict.WRONG_CONTENT);
            case DUPLICATED -> audit.count(Verdict.DUPLICATED);
            case REORDERED -> audit.count(Verdict.REORDERED);
            case WRITTEN_THOUGH_FAILED -> audit.count(Verdict.WRITTEN_THOUGH_FAILED);
            case FAILED -> audit.count(Verdict.ABSENT_AS_TOLD);
            case UNKNOWN -> audit.count(Verdict.UNKNOWN_WRITTEN) + audit.count(Verdict.UNKNOWN_ABSENT);
        };
    }
}
