package ackscope.ui.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Undo and redo of a value: the past up to a limit, and the future until something new is done. */
final class History<T> {
    private static final int LIMIT = 200;

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();

    /** Something new replaces {@code before}. */
    void add(T before) {
        past.push(before);
        future.clear();
        if (past.size() > LIMIT) {
            past.removeLast();
        }
    }

    Optional<T> undo(T now) {
        return move(past, future, now);
    }

    Optional<T> redo(T now) {
        return move(future, past, now);
    }

    boolean hasPast() {
        return !past.isEmpty();
    }

    boolean hasFuture() {
        return !future.isEmpty();
    }

    private static <T> Optional<T> move(Deque<T> from, Deque<T> to, T now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
