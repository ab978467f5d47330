package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.metrics.RunTotals;
import java.util.List;
import java.util.Map;

/**
 * What came of a scenario, or of one half of twins.
 *
 * @param topic    that it was played on
 * @param settings producer settings as typed
 * @param totals   of the run when it was over, the warm-up counted
 * @param measured what can be expected
 * @param checks   what was expected beside what came of it
 * @param audit    what the log holds; the warm-up counted
 * @param troubles what went wrong beside single records, in words: a send action that ended early, say
 * @param tookMs   all of it, with healing and audit
 */
public record Played(String topic, Map<String, String> settings, RunTotals totals, Measured measured,
        List<Check> checks, AuditReport audit, List<String> troubles, long tookMs) {
    public Played {
        settings = Map.copyOf(settings);
        checks = List.copyOf(checks);
        troubles = List.copyOf(troubles);
    }

    /** An expectation and what was found. */
    public record Check(Expectation expected, long found) {
        /** Whether it is met. */
        public boolean holds() {
            return expected.range().holds(found);
        }
    }

    /** Whether all came as expected, and the audit could prove it. */
    public boolean asExpected() {
        return audit.obstacles().isEmpty() && checks.stream().allMatch(Check::holds);
    }
}
