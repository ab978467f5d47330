package ackscope.core.wire;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answers that one connection still owes its client, in the order of the requests: a client matches them in that order
 * ({@code NetworkClient}, {@code InFlightRequests}), so an answer that the proxy made itself waits until those before it have left. Safe
 * for the link's two pumps.
 */
final class Turns {
    private static final int MOST = 10_000;

    private final Consumer<Turn> leave;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private int leaving;
    private boolean lost;

    /** @param leave sends an answer that the proxy made, behind all that was sent before; must not wait */
    Turns(Consumer<Turn> leave) {
        this.leave = leave;
    }

    /** A request that is owed an answer has passed, or was kept and is answered here. */
    synchronized void asked(Turn turn) {
        if (lost) {
            return;
        }
        if (waiting.size() >= MOST) {
            lose();
            return;
        }
        waiting.add(turn);
        release();
    }

    /** Whether the next answer is one of the proxy's own, which leaves once {@link #left()} is called. */
    synchronized boolean madeIsNext() {
        return !waiting.isEmpty() && waiting.peek().made().isPresent();
    }

    /** The request that a broker's answer is to, if it is known. */
    synchronized Optional<Turn> first(int correlationId) {
        return waiting.stream().filter(t -> t.made().isEmpty()).findFirst()
                .filter(t -> t.correlationId() == correlationId);
    }

    /**
     * Takes the turn of a broker's answer that is about to leave. Empty when no request is known to which it could be the answer: the
     * connection is not one whose answers can be told apart, and none is from then on.
     */
    synchronized Optional<Turn> take(int correlationId) {
        Turn first = waiting.peek();
        if (first == null || first.correlationId() != correlationId) {
            lose();
            return Optional.empty();
        }
        leaving++;
        return Optional.of(waiting.poll());
    }

    /** Everything taken so far has left, or stands in a line in front of whatever comes. */
    synchronized void left() {
        leaving = 0;
        release();
    }

    /** Whether an answer came to which no request was known. */
    synchronized boolean lost() {
        return lost;
    }

    private void release() {
        while (leaving == 0 && madeIsNext()) {
            leave.accept(waiting.poll());
        }
    }

    private void lose() {
        lost = true;
        waiting.clear();
    }
}
