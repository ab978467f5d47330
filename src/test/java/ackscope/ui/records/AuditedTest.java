package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditedTest {
    private static final int RUN = 77;

    private static AuditReport report(Map<Verdict, Long> counts, List<Offender> offenders, List<String> obstacles) {
        return new AuditReport(1, false, obstacles, 10, counts, 10, false, List.of(), offenders, List.of(), 0, 1, 0);
    }

    private static Offender offender(Verdict verdict, long number, String words) {
        return new Offender(verdict, new RecordId(RUN, number, 0), "orders", 0, number, List.of(), 0, 0, 1, List.of(),
                words);
    }

    private static ResultRow row(int run, long number, ResultRow.State state) {
        return new ResultRow(0, run, number, number, 1, "orders", 0, 5, 1, 3, state, FlowEdge.ACKNOWLEDGE,
                Certainty.YES, "", "");
    }

    private static ResultRow acked(long number) {
        return row(RUN, number, ResultRow.State.ACKED);
    }

    @Test
    void whatIsListedIsSaidOfItAndOfTheOthersThatTheyAreThere() {
        Audited audited = Audited.of(RUN, report(Map.of(Verdict.DELIVERED, 9L, Verdict.LOST, 1L,
                Verdict.DUPLICATED, 1L, Verdict.REORDERED, 1L),
                List.of(offender(Verdict.LOST, 4, "Not in the log."), offender(Verdict.DUPLICATED, 5, "At 5, 9."),
                        offender(Verdict.REORDERED, 5, "Behind #6.")),
                List.of()));
        assertEquals(Optional.of("audit: Not in the log."), audited.of(acked(4)));
        assertEquals(Optional.of("audit: At 5, 9. Behind #6."), audited.of(acked(5)));
        assertEquals(Optional.of("yes: the audit found it, once"), audited.of(acked(6)));
        assertEquals(Optional.empty(), audited.of(row(RUN, 6, ResultRow.State.OPEN)));
    }

    @Test
    void itSaysNothingOfAnotherRunOrOfWhatWasSentSince() {
        Audited audited = Audited.of(RUN, report(Map.of(Verdict.DELIVERED, 10L), List.of(), List.of()));
        assertEquals(Optional.empty(), audited.of(row(RUN + 1, 6, ResultRow.State.ACKED)));
        assertEquals(Optional.empty(), audited.of(acked(10)));
        assertEquals(Optional.empty(), Audited.NOTHING.of(acked(6)));
    }

    private static ResultRow doubts(int count) {
        return doubts(count, ResultRow.State.FAILED);
    }

    private static ResultRow doubts(int count, ResultRow.State state) {
        return new ResultRow(0, RUN, 1, count, count, "orders", 0, -1, 1, 3, state, FlowEdge.EXHAUSTED,
                Certainty.MAYBE, "a try may have been written", "");
    }

    @Test
    void whatMayHaveBeenWrittenIsSaidWhereItIsTheSameOfAll() {
        Map<Verdict, Long> written = Map.of(Verdict.DELIVERED, 2L, Verdict.WRITTEN_THOUGH_FAILED, 8L);
        Map<Verdict, Long> absent = Map.of(Verdict.DELIVERED, 2L, Verdict.ABSENT_AS_TOLD, 8L);
        Map<Verdict, Long> either = Map.of(Verdict.WRITTEN_THOUGH_FAILED, 4L, Verdict.ABSENT_AS_TOLD, 4L,
                Verdict.DELIVERED, 2L);
        Map<Verdict, Long> aborted = Map.of(Verdict.WRITTEN_THOUGH_FAILED, 8L, Verdict.ABORTED, 2L);
        for (int count : List.of(1, 8)) {
            assertEquals(Optional.of("yes: the audit found it"),
                    Audited.of(RUN, report(written, List.of(), List.of())).of(doubts(count)));
            assertEquals(Optional.of("no: the audit did not find it"),
                    Audited.of(RUN, report(absent, List.of(), List.of())).of(doubts(count)));
            assertEquals(Optional.empty(), Audited.of(RUN, report(either, List.of(), List.of())).of(doubts(count)));
            assertEquals(Optional.empty(), Audited.of(RUN, report(aborted, List.of(), List.of())).of(doubts(count)));
            assertEquals(Optional.empty(),
                    Audited.of(RUN, report(written, List.of(), List.of("orders-0 has no leader")))
                            .of(doubts(count)));
        }
        assertEquals(Optional.empty(), Audited.of(RUN, report(written, List.of(), List.of())).of(doubts(10)));
        // With acks=0 what was handed over is in doubt too, and the audit may have found it.
        assertEquals(Optional.empty(),
                Audited.of(RUN, report(absent, List.of(), List.of())).of(doubts(8, ResultRow.State.ACKED)));
    }

    @Test
    void whereNotAllAreListedOrReadNothingIsConcludedOfTheOthers() {
        Map<Verdict, Long> two = Map.of(Verdict.DELIVERED, 8L, Verdict.LOST, 2L);
        List<Offender> one = List.of(offender(Verdict.LOST, 4, "Not in the log."));
        assertEquals(Optional.empty(), Audited.of(RUN, report(two, one, List.of())).of(acked(6)));
        assertEquals(Optional.empty(), Audited.of(RUN, report(Map.of(Verdict.DELIVERED, 10L), List.of(),
                List.of("orders-0 has no leader"))).of(acked(6)));
    }
}
