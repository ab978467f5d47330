package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.audit.TopicRead.Identity;
import ackscope.core.event.Ending;
import ackscope.core.send.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What absence and presence mean, case by case. Partition 0 was read to its end, partition 1 was not. */
class FatesTest {
    private static final Fates.Found NOTHING = new Fates.Found(false, false, false);
    private static final Fates.Found THERE = new Fates.Found(true, false, false);
    private static final Fates.Found SHOWN = new Fates.Found(true, true, false);
    private static final Fates.Found HIDDEN = new Fates.Found(true, false, true);

    @Test
    void lostOnlyWhereTheReadIsComplete() {
        assertEquals(Verdict.LOST, fate(Identity.SAME, claim(Outcome.ACKED, 0, 55), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, claim(Outcome.ACKED, 1, 55), NOTHING));
        assertEquals(Verdict.LOST, fate(Identity.SAME, claim(Outcome.ACKED, 0, -1), NOTHING));
    }

    @Test
    void belowTheLogStartIsRemovedAndNeverLost() {
        assertEquals(Verdict.REMOVED, fate(Identity.SAME, claim(Outcome.ACKED, 2, 19), NOTHING));
        assertEquals(Verdict.LOST, fate(Identity.SAME, claim(Outcome.ACKED, 2, 20), NOTHING));
    }

    @Test
    void withTheLogsBeginningGoneNothingIsSaidOfRecordsWithoutAnOffset() {
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, claim(Outcome.ACKED, 2, -1), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, claim(Outcome.FAILED, 2, -1), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, claim(Outcome.UNREPORTED, 2, -1), NOTHING));
    }

    @Test
    void withoutAPartitionAllMustBeRead() {
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, claim(Outcome.FAILED, -1, -1), NOTHING));
        assertEquals(Verdict.ABSENT_AS_TOLD, fate(Identity.SAME, claim(Outcome.FAILED, 0, -1), NOTHING));
        assertEquals(Verdict.ABSENT_AS_TOLD,
                new Fates(List.of(new TopicRead("t", Identity.SAME, List.of(read(0, true, 0)))))
                        .of(claim(Outcome.FAILED, -1, -1), NOTHING));
    }

    @Test
    void anotherTopicOfThatNameHasLostNothing() {
        assertEquals(Verdict.REMOVED, fate(Identity.RECREATED, claim(Outcome.ACKED, 0, 55), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.RECREATED, claim(Outcome.ACKED, 1, 55), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.RECREATED, claim(Outcome.FAILED, 0, -1), NOTHING));
        assertEquals(Verdict.DELIVERED, fate(Identity.RECREATED, claim(Outcome.ACKED, 0, 55), THERE));
        assertEquals(Verdict.REMOVED, fate(Identity.GONE, claim(Outcome.ACKED, 0, 55), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.UNKNOWN, claim(Outcome.ACKED, 0, 55), NOTHING));
    }

    @Test
    void aTopicThatNeverWasHoldsNothing() {
        Fates fates = new Fates(List.of(new TopicRead("t", Identity.NEVER, List.of())));
        assertEquals(Verdict.ABSENT_AS_TOLD, fates.of(claim(Outcome.FAILED, -1, -1), NOTHING));
        assertEquals(Verdict.UNKNOWN_ABSENT, fates.of(claim(Outcome.UNREPORTED, -1, -1), NOTHING));
    }

    @Test
    void whatWaitsInTheOutboxIsNotMissing() {
        Claim held = new Claim(Outcome.OPEN, 0, -1, -1, 0, 1, Ending.NONE, true, true);
        assertEquals(Verdict.IN_OUTBOX, fate(Identity.SAME, held, NOTHING));
        assertEquals(Verdict.UNKNOWN_WRITTEN, fate(Identity.SAME, held, THERE));
    }

    @Test
    void withoutAStampNothingCanBeMissed() {
        Claim bare = new Claim(Outcome.ACKED, 0, 0, 5, 0, 1, Ending.NONE, false, false);
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, bare, NOTHING));
    }

    @Test
    void aTopicThatCameUpSinceIsNotRead() {
        Claim later = new Claim(Outcome.ACKED, -1, 0, 5, 0, 1, Ending.NONE, false, true);
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, later, NOTHING));
    }

    @Test
    void anAnswerThatNeverCameLeavesBothPossible() {
        assertEquals(Verdict.UNKNOWN_WRITTEN, fate(Identity.SAME, claim(Outcome.UNREPORTED, 0, -1), THERE));
        assertEquals(Verdict.UNKNOWN_ABSENT, fate(Identity.SAME, claim(Outcome.UNREPORTED, 0, -1), NOTHING));
        assertEquals(Verdict.WRITTEN_THOUGH_FAILED, fate(Identity.SAME, claim(Outcome.FAILED, 0, -1), THERE));
    }

    @Test
    void aCommittedRecordMustBeShown() {
        assertEquals(Verdict.DELIVERED, fate(Identity.SAME, in(Ending.COMMITTED, 0), SHOWN));
        assertEquals(Verdict.COMMITTED_INVISIBLE, fate(Identity.SAME, in(Ending.COMMITTED, 0), THERE));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.COMMITTED, 0), HIDDEN));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.COMMITTED, 1), THERE));
        assertEquals(Verdict.LOST, fate(Identity.SAME, in(Ending.COMMITTED, 0), NOTHING));
    }

    @Test
    void anAbortedRecordMustNotBeShown() {
        assertEquals(Verdict.ABORTED_VISIBLE, fate(Identity.SAME, in(Ending.ABORTED, 1), SHOWN));
        assertEquals(Verdict.ABORTED, fate(Identity.SAME, in(Ending.ABORTED, 0), THERE));
        assertEquals(Verdict.ABORTED, fate(Identity.SAME, in(Ending.ABORTED, 0), NOTHING));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.ABORTED, 0), HIDDEN));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.ABORTED, 1), NOTHING));
    }

    @Test
    void aCommitWithoutAnAnswerMayHaveGoneEitherWay() {
        assertEquals(Verdict.DELIVERED, fate(Identity.SAME, in(Ending.IN_DOUBT, 0), SHOWN));
        assertEquals(Verdict.ABORTED, fate(Identity.SAME, in(Ending.IN_DOUBT, 0), THERE));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.IN_DOUBT, 0), HIDDEN));
        assertEquals(Verdict.UNKNOWN_ABSENT, fate(Identity.SAME, in(Ending.IN_DOUBT, 0), NOTHING));
    }

    @Test
    void anOpenTransactionProvesNothing() {
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.OPEN, 0), HIDDEN));
        assertEquals(Verdict.NOT_READ, fate(Identity.SAME, in(Ending.OPEN, 0), NOTHING));
        assertEquals(Verdict.UNKNOWN_WRITTEN, fate(Identity.SAME, in(Ending.OPEN, 0), SHOWN));
    }

    private static Claim claim(Outcome outcome, int partition, long offset) {
        return new Claim(outcome, 0, partition, offset, 0, 1, Ending.NONE, false, true);
    }

    private static Claim in(Ending ending, int partition) {
        return new Claim(Outcome.ACKED, 0, partition, 5, 0, 1, ending, false, true);
    }

    private static Verdict fate(Identity identity, Claim claim, Fates.Found found) {
        return new Fates(List.of(new TopicRead("t", identity,
                List.of(read(0, true, 0), read(1, false, 0), read(2, true, 20))))).of(claim, found);
    }

    private static PartitionRead read(int partition, boolean complete, long logStart) {
        return new PartitionRead("t", partition, 5, logStart, 50, 50, 0, -1, complete, complete ? "" : "silent");
    }
}
