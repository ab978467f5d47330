package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TransactionBoardTest {
    private static final List<RuntimeException> THROWN = List.of(new TimeoutException("5 s"),
            new ProducerFencedException("newer"), new InvalidProducerEpochException("old"),
            new RecordTooLargeException("large"), new KafkaException("Unhandled error in EndTxnResponse: x"));

    @Test
    void whateverHappensEveryStepIsOneThatTheClientAllows() {
        Random random = new Random(11);
        Set<TransactionState> seen = EnumSet.noneOf(TransactionState.class);
        for (int history = 0; history < 3_000; history++) {
            TransactionBoard board = new TransactionBoard(() -> 1);
            for (int step = 0; step < 25; step++) {
                TransactionState before = board.state();
                Optional<Call> repeat = board.view().repeat();
                step(board, random);
                TransactionState after = board.state();
                seen.add(after);
                boolean opened = before == TransactionState.CLOSED && after == TransactionState.INITIALIZING;
                assertTrue(before == after || opened || before.canBecome(after)
                        || (repeat.isPresent() && after == TransactionState.READY), before + " to " + after);
                TransactionView view = board.view();
                assertTrue(view.trouble().isPresent() || view.next().isEmpty(), "a next step has its reason");
                view.next().ifPresent(next -> assertEquals("", view.obstacle(next), "the next step is offered"));
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(TransactionState.UNINITIALIZED)), seen);
    }

    /** A step of a client that keeps its own rules. */
    private static void step(TransactionBoard board, Random random) {
        switch (board.state()) {
            case CLOSED -> board.initializing("tx", 1000, 500);
            case INITIALIZING -> board.ready();
            case READY -> board.began(random.nextBoolean());
            case IN_TRANSACTION, ABORTABLE_ERROR -> {
                switch (random.nextInt(5)) {
                    case 0 -> board.recordFailed(THROWN.get(random.nextInt(THROWN.size())));
                    case 1 -> board.acked("t", random.nextInt(20));
                    case 2 -> board.sent();
                    default -> end(board, random);
                }
            }
            case COMMITTING, ABORTING -> {
                if (board.view().waiting().isPresent()) {
                    answer(board, random);
                } else {
                    end(board, random);
                }
            }
            default -> board.closed();
        }
    }

    private static void end(TransactionBoard board, Random random) {
        for (Call call : List.of(Call.COMMIT, Call.ABORT)) {
            if (board.obstacle(call).isEmpty() && (call == Call.ABORT || random.nextBoolean())) {
                board.calling(call);
                return;
            }
        }
        if (board.obstacle(Call.REPLACE).isEmpty()) {
            board.closed();
        }
    }

    private static void answer(TransactionBoard board, Random random) {
        Call call = board.state() == TransactionState.COMMITTING ? Call.COMMIT : Call.ABORT;
        if (random.nextInt(3) == 0) {
            board.ended("ended");
        } else {
            board.callFailed(THROWN.get(random.nextInt(THROWN.size())), call);
        }
    }

    @Test
    void theFirstFailureIsTheOneThatIsShown() {
        TransactionBoard board = new TransactionBoard(() -> 1);
        board.initializing("tx", 1000, 500);
        board.ready();
        board.began(true);
        board.recordFailed(new RecordTooLargeException("the reason"));
        board.recordFailed(new TimeoutException("a consequence"));
        assertEquals("RecordTooLargeException", board.view().trouble().orElseThrow().error());
        assertEquals(2, board.view().contents().orElseThrow().failed());
    }

    @Test
    void whatACallWaitsForIsSaidInWords() {
        TransactionBoard board = new TransactionBoard(() -> 1);
        board.initializing("tx", 1000, 500);
        assertTrue(board.view().waitsFor().contains("fences an earlier producer"));
        board.ready();
        board.began(true);
        board.sent();
        board.sent();
        board.acked("t", 3);
        board.calling(Call.COMMIT);
        assertTrue(board.view().waitsFor().startsWith("1 record to be acknowledged"), board.view().waitsFor());
        board.acked("t", 3);
        assertEquals("the coordinator to write the commit", board.view().waitsFor());
        board.ended("committed");
        assertEquals("", board.view().waitsFor());
    }
}
