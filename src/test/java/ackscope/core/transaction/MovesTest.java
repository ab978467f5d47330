package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static Set<Call> offered(TransactionState state, Optional<Call> repeat) {
        Set<Call> offered = EnumSet.noneOf(Call.class);
        for (Call call : Call.values()) {
            String obstacle = Moves.obstacle(state, repeat, call);
            if (obstacle.isEmpty()) {
                offered.add(call);
            } else {
                assertTrue(obstacle.endsWith(".") && obstacle.length() > 15, "in words: " + obstacle);
            }
        }
        return offered;
    }

    @Test
    void eachStateOffersTheCallsThatTheClientTakes() {
        for (TransactionState state : TransactionState.values()) {
            Set<Call> expected = switch (state) {
                case CLOSED, READY -> EnumSet.of(Call.BEGIN);
                case IN_TRANSACTION -> EnumSet.of(Call.SEND, Call.COMMIT, Call.ABORT);
                case ABORTABLE_ERROR -> EnumSet.of(Call.ABORT);
                case FATAL_ERROR -> EnumSet.of(Call.REPLACE);
                case UNINITIALIZED, INITIALIZING, COMMITTING, ABORTING -> EnumSet.noneOf(Call.class);
            };
            assertEquals(expected, offered(state, Optional.empty()), state.toString());
        }
    }

    @Test
    void afterATimeOutOnlyTheSameCallOrTheEndOfTheProducerIsOffered() {
        assertEquals(EnumSet.of(Call.COMMIT, Call.REPLACE),
                offered(TransactionState.COMMITTING, Optional.of(Call.COMMIT)));
        assertEquals(EnumSet.of(Call.ABORT, Call.REPLACE), offered(TransactionState.ABORTING, Optional.of(Call.ABORT)));
    }

    @Test
    void aCallThatIsOfferedLeadsToAStateThatTheClientAllows() {
        for (TransactionState state : TransactionState.values()) {
            for (Call call : offered(state, Optional.empty())) {
                TransactionState next = switch (call) {
                    case BEGIN ->
                        state == TransactionState.CLOSED
                                ? TransactionState.UNINITIALIZED
                                : TransactionState.IN_TRANSACTION;
                    case SEND -> state;
                    case COMMIT -> TransactionState.COMMITTING;
                    case ABORT -> TransactionState.ABORTING;
                    case REPLACE -> TransactionState.CLOSED;
                };
                assertTrue(next == state || state.canBecome(next), state + " by " + call);
            }
        }
    }
}
