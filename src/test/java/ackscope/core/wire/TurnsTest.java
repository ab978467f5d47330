package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<Integer> left = new ArrayList<>();
    private final Turns turns = new Turns(turn -> left.add(turn.correlationId()));

    private static Turn asked(int id) {
        return Turn.asked((short) 0, (short) 13, id, Optional.empty());
    }

    private static Turn made(int id) {
        return Turn.made(new Sent(new Seen((short) 13, id, "", 1, List.of(), List.of()), List.of()),
                ByteBuffer.allocate(0), () -> {
                });
    }

    @Test
    void aMadeAnswerLeavesAtOnceWhenNothingIsOwedBefore() {
        turns.asked(made(1));
        assertEquals(List.of(1), left);
    }

    @Test
    void aMadeAnswerWaitsUntilTheAnswersBeforeItHaveLeft() {
        turns.asked(asked(1));
        turns.asked(made(2));
        assertTrue(turns.take(1).isPresent());
        assertEquals(List.of(), left, "the answer before it is read, but has not left");
        turns.left();
        assertEquals(List.of(2), left);
    }

    @Test
    void answersAlwaysLeaveInTheOrderOfTheRequests() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            left.clear();
            int next = 0;
            List<Integer> fromBroker = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> turns.asked(made(next++));
                    case 1 -> {
                        fromBroker.add(next);
                        turns.asked(asked(next++));
                    }
                    default -> answer(fromBroker);
                }
            }
            while (!fromBroker.isEmpty()) {
                answer(fromBroker);
            }
            assertEquals(java.util.stream.IntStream.range(0, next).boxed().toList(), left);
        }
    }

    /** As the pump does it: what must leave before goes first, then the answer itself. */
    private void answer(List<Integer> fromBroker) {
        if (!fromBroker.isEmpty()) {
            if (turns.madeIsNext()) {
                turns.left();
            }
            left.add(turns.take(fromBroker.removeFirst()).orElseThrow().correlationId());
            turns.left();
        }
    }

    @Test
    void anAnswerThatNobodyAskedForEndsTheMatching() {
        turns.asked(asked(1));
        assertTrue(turns.take(9).isEmpty());
        assertTrue(turns.lost());
        assertTrue(turns.take(1).isEmpty());
    }
}
