package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.Tries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireVerdictTest {
    private static Cause told(FailureKind kind, Certainty certainty) {
        return new Cause(kind, "SomeException", "it failed.", certainty, "the exception says so");
    }

    private static Tries tries(int count, Certainty written) {
        return new Tries(true, count, written, "told by the wire");
    }

    @Test
    void whatTheExceptionTellsStandsWhileTheWireIsNotKnown() {
        Cause told = told(FailureKind.EXPIRED, Certainty.MAYBE);

        assertSame(told, WireVerdict.correct(told, Tries.UNKNOWN));
    }

    @Test
    void aRecordThatExpiredWithoutATryIsCertainlyNotInTheLog() {
        Cause seen = WireVerdict.correct(told(FailureKind.EXPIRED_QUEUED, Certainty.MAYBE), tries(0, Certainty.NO));

        assertEquals(FailureKind.EXPIRED_QUEUED, seen.kind());
        assertEquals(Certainty.NO, seen.certainty());
        assertTrue(seen.message().contains("before it could be sent"), seen.message());
        assertEquals("no request with it had left the client when it was given up", seen.reason(),
                "its batch may still be sent after the report");
    }

    @Test
    void aRecordThatExpiredAfterATryLeftByExhausted() {
        Cause seen = WireVerdict.correct(told(FailureKind.EXPIRED_QUEUED, Certainty.MAYBE), tries(1, Certainty.MAYBE));

        assertEquals(FailureKind.EXPIRED, seen.kind());
        assertEquals(Certainty.MAYBE, seen.certainty());
        assertEquals("the exception says so", seen.reason());
    }

    @Test
    void aLostAnswerThatSaidYesMakesAFailedRecordAWrittenOne() {
        Cause seen = WireVerdict.correct(told(FailureKind.RETRIES_USED_UP, Certainty.MAYBE), tries(4, Certainty.YES));

        assertEquals(Certainty.YES, seen.certainty());
        assertTrue(seen.reason().contains("in its log"), seen.reason());
    }

    @Test
    void triesThatWereAllRefusedBeforeTheAppendAreNoDoubt() {
        Cause seen = WireVerdict.correct(told(FailureKind.EXPIRED, Certainty.MAYBE), tries(7, Certainty.NO));

        assertEquals(Certainty.NO, seen.certainty());
        assertTrue(seen.reason().contains("refused"), seen.reason());
    }

    @Test
    void anUnansweredTryBeforeARefusedOneIsADoubt() {
        Cause seen = WireVerdict.correct(told(FailureKind.NOT_RETRIABLE, Certainty.NO), tries(2, Certainty.MAYBE));

        assertEquals(Certainty.MAYBE, seen.certainty());
        assertEquals("told by the wire", seen.reason());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void withoutATryNoRecordPassesTheBroker(FailureKind kind) {
        FlowEdge edge = WireVerdict.correct(told(kind, Certainty.MAYBE), tries(0, Certainty.NO)).kind().edge();

        assertEquals(FlowEdge.NEVER_SENT, edge);
    }

    @ParameterizedTest
    @EnumSource(value = FailureKind.class, names = {"EXPIRED", "EXPIRED_QUEUED", "DISCARDED", "REFUSED", "GIVEN_UP",
            "RETRIES_USED_UP", "NOT_RETRIABLE", "CANCELLED"})
    void aTriedRecordNeverCountsAsNeverSent(FailureKind kind) {
        FlowEdge edge = WireVerdict.correct(told(kind, Certainty.MAYBE), tries(1, Certainty.MAYBE)).kind().edge();

        assertEquals(kind == FailureKind.NOT_RETRIABLE ? FlowEdge.NOT_RETRIABLE : FlowEdge.EXHAUSTED, edge);
    }
}
