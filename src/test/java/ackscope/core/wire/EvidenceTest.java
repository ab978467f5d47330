package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.Certainty;
import ackscope.core.event.Tries;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private final Evidence evidence = new Evidence();

    private Tries with(Attempt... tries) {
        for (Attempt one : tries) {
            evidence.add(one, false);
        }
        return evidence.verdict();
    }

    private static Attempt answered(int acks, String error) {
        return new Attempt(1, 2, 1, 5, 0, 0, acks, 3, 100, 1, true,
                new Answer.Given(error, error.equals("NONE") ? 7 : -1, 2), Heard.AS_SAID, error, 2, "");
    }

    private static Attempt silent(boolean forwarded) {
        return new Attempt(1, 2, 1, 5, 0, 0, -1, 3, 100, 1, forwarded, new Answer.None("gone", 2), Heard.NOTHING, "", 2,
                "");
    }

    @Test
    void whatABrokerSaidIsInTheLogIs() {
        assertEquals(Certainty.YES, with(silent(true), answered(-1, "NONE")).written());
        assertEquals(Certainty.YES, with(answered(-1, "NOT_ENOUGH_REPLICAS_AFTER_APPEND")).written());
        assertEquals(Certainty.YES, with(answered(-1, "DUPLICATE_SEQUENCE_NUMBER")).written());
    }

    @Test
    void whatWasRefusedEachTimeBeforeTheAppendIsNot() {
        Tries tries = with(answered(-1, "NOT_ENOUGH_REPLICAS"), answered(-1, "NOT_ENOUGH_REPLICAS"), silent(false));
        assertEquals(Certainty.NO, tries.written());
        assertEquals(3, tries.count());
        assertTrue(tries.reason().contains("NOT_ENOUGH_REPLICAS") && tries.reason().contains("fault"), tries.reason());
    }

    @Test
    void oneTryWithoutAnAnswerLeavesItOpen() {
        assertEquals(Certainty.MAYBE, with(answered(-1, "NOT_ENOUGH_REPLICAS"), silent(true)).written());
    }

    @Test
    void aLostLeaderMayHaveAppendedOnlyWhenAllReplicasWereWaitedFor() {
        assertEquals(Certainty.NO, with(answered(1, "NOT_LEADER_OR_FOLLOWER")).written());
        assertEquals(Certainty.MAYBE, with(answered(-1, "NOT_LEADER_OR_FOLLOWER")).written());
    }

    @Test
    void anErrorThatSaysNothingAboutTheAppendLeavesItOpen() {
        assertEquals(Certainty.MAYBE, with(answered(-1, "REQUEST_TIMED_OUT")).written());
    }

    @Test
    void noTryAtAllMeansItNeverLeft() {
        assertEquals(new Tries(true, 0, Certainty.NO, "no produce request with it left the client"), with());
    }

    @Test
    void bytesThatWaitToBeReadTakeTheCertaintyFromANo() {
        evidence.add(silent(false), false);
        assertEquals(Certainty.MAYBE, evidence.verdictWithMoreToRead().written());
    }

    @Test
    void whatIsHeldOnTheWayMayStillBeWritten() {
        evidence.add(silent(false), true);
        assertEquals(Certainty.MAYBE, evidence.verdict().written());
    }
}
