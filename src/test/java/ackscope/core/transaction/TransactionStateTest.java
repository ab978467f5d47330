package ackscope.core.transaction;

import static ackscope.core.transaction.TransactionState.ABORTABLE_ERROR;
import static ackscope.core.transaction.TransactionState.ABORTING;
import static ackscope.core.transaction.TransactionState.CLOSED;
import static ackscope.core.transaction.TransactionState.COMMITTING;
import static ackscope.core.transaction.TransactionState.FATAL_ERROR;
import static ackscope.core.transaction.TransactionState.INITIALIZING;
import static ackscope.core.transaction.TransactionState.IN_TRANSACTION;
import static ackscope.core.transaction.TransactionState.READY;
import static ackscope.core.transaction.TransactionState.UNINITIALIZED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TransactionStateTest {
    /** The client's own names. */
    private static final Map<TransactionState, String> NAMES = Map.of(UNINITIALIZED, "UNINITIALIZED", INITIALIZING,
            "INITIALIZING", READY, "READY", IN_TRANSACTION, "IN_TRANSACTION", COMMITTING, "COMMITTING_TRANSACTION",
            ABORTING, "ABORTING_TRANSACTION", ABORTABLE_ERROR, "ABORTABLE_ERROR", FATAL_ERROR, "FATAL_ERROR");

    /** A pair of states that may follow each other. */
    private record Move(TransactionState from, TransactionState to) implements Comparable<Move> {
        @Override
        public int compareTo(Move other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    void theTableIsTheOneOfTheClient() throws ReflectiveOperationException {
        Class<?> states = Class.forName("org.apache.kafka.clients.producer.internals.TransactionManager$State");
        Method valid = states.getDeclaredMethod("isTransitionValid", states, states);
        valid.setAccessible(true);
        for (TransactionState from : NAMES.keySet()) {
            for (TransactionState to : NAMES.keySet()) {
                assertEquals(valid.invoke(named(states, from), named(states, from), named(states, to)),
                        from.canBecome(to), from + " to " + to);
            }
        }
    }

    private static Object named(Class<?> states, TransactionState state) throws ReflectiveOperationException {
        for (Object constant : states.getEnumConstants()) {
            if (constant.toString().equals(NAMES.get(state))) {
                return constant;
            }
        }
        throw new ReflectiveOperationException("no state " + state);
    }

    @Test
    void anyProducerMayBeClosedAndAClosedOneOnlyOpens() {
        Set<Move> moves = new TreeSet<>();
        for (TransactionState state : TransactionState.values()) {
            if (state.canBecome(CLOSED)) {
                moves.add(new Move(state, CLOSED));
            }
            if (CLOSED.canBecome(state)) {
                moves.add(new Move(CLOSED, state));
            }
        }
        List<Move> expected = new ArrayList<>();
        for (TransactionState state : TransactionState.values()) {
            expected.add(new Move(state, CLOSED));
        }
        expected.add(new Move(CLOSED, UNINITIALIZED));
        assertEquals(new TreeSet<>(expected), moves);
    }
}
