package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.ui.records.RecordsViewModel.Show;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is looked for is what stands in the table. */
class RowFilterTest {
    private static final int RUN = 5;

    private final RowFilter filter = new RowFilter();
    private final Line line = new Line(1, new ResultRow(0, RUN, 0, 7, 8, "orders", 0, -1, 1, 3, ResultRow.State.FAILED,
            FlowEdge.EXHAUSTED, Certainty.MAYBE, "a try may have been written", ""));

    private boolean found(String search, Audited audited) {
        return filter.of(Show.ALL, search, Optional.empty(), audited).test(line);
    }

    @Test
    void anAuditsWordsGoBeforeTheRowsOwn() {
        Audited audited = new Audited(RUN, 8, Map.of(), false, "yes: the audit found it");
        assertTrue(found("maybe: a try", Audited.NOTHING));
        assertFalse(found("audit found", Audited.NOTHING));
        assertTrue(found("audit found", audited));
        assertFalse(found("maybe: a try", audited));
        assertTrue(found("maybe: a try", Audited.NOTHING));
    }
}
