package ackscope.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Verdict;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An audit in two sentences. */
class HeadlineTest {

    @Test
    void theWorstComesFirstWithItsCause() {
        AuditReport report = Reports.of(
                Map.of(Verdict.DELIVERED, 1L, Verdict.LOST, 50L, Verdict.DUPLICATED, 70L),
                List.of(new Finding(Verdict.DUPLICATED, 70, "Answers were dropped.", "", true),
                        new Finding(Verdict.LOST, 50, "The leader died.", "Set acks=all.", true)),
                List.of(), false);
        Headline line = Headline.of(report);
        assertEquals(OutcomeMark.Kind.FAILED, line.mark());
        assertEquals("50 records acknowledged by the broker are not in the log; besides: 70 duplicated", line.title());
        assertEquals("The leader died. Set acks=all.", line.detail());
    }

    @Test
    void oneIsNotSeveral() {
        assertEquals("1 record stands in the log more than once",
                Headline.of(Reports.of(Verdict.DELIVERED, 9, Verdict.DUPLICATED, 1)).title());
    }

    @Test
    void withoutAcksNobodyAcknowledged() {
        Map<Verdict, Long> counts = Map.of(Verdict.DELIVERED, 200L, Verdict.LOST, 100L);
        assertEquals("100 records reported ok are not in the log",
                Headline.of(Reports.of(counts, List.of(), List.of(), true)).title());
    }

    @Test
    void whatWasNotReadIsNotCalledWell() {
        AuditReport report = Reports.of(Map.of(Verdict.DELIVERED, 5L, Verdict.NOT_READ, 3L), List.of(),
                List.of("Partition orders-1 has no leader."), false);
        assertEquals("3 records of 8 cannot be told yet", Headline.of(report).title());
        assertEquals("Partition orders-1 has no leader.", Headline.of(report).detail());
    }

    @Test
    void aCauseThatNobodyFoundIsNotMadeUp() {
        assertEquals("Cause not established.",
                Headline.of(Reports.of(Verdict.DELIVERED, 5, Verdict.REORDERED, 2)).detail());
    }

    @Test
    void aGoodRunSaysWhatElseThereWas() {
        Headline line = Headline
                .of(Reports.of(Map.of(Verdict.DELIVERED, 1_980L, Verdict.ABSENT_AS_TOLD, 20L), List.of(),
                        List.of(), false));
        assertEquals("Every acknowledged record is in the log, once and in order: 1,980 of 1,980", line.title());
        assertTrue(line.detail().startsWith("20 records failed and are not there, as told."), line::detail);
    }
}
