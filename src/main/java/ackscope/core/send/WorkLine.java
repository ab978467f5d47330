package ackscope.core.send;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Pieces of work for one thread, done in the order of asking and numbered for the {@link StopSwitch}. Whatever one throws, the next is done.
 * Asking returns at once, and any thread may ask; the rest is the working thread's.
 */
final class WorkLine {
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final StopSwitch stops;
    private final Consumer<Throwable> failed;
    private final Runnable between;

    /** What the next piece is. */
    enum Next {
        /** There is none. */
        NONE,
        /** It only looks whether settings changed. */
        SETTINGS,
        /** Work. */
        WORK
    }

    private record Piece(long number, Next kind, Runnable todo) {
    }

    /**
     * @param failed  told what a piece threw
     * @param between done after each piece
     */
    WorkLine(StopSwitch stops, Consumer<Throwable> failed, Runnable between) {
        this.stops = stops;
        this.failed = failed;
        this.between = between;
    }

    void ask(Runnable todo) {
        pieces.add(new Piece(stops.next(), Next.WORK, todo));
    }

    /** Asks for a look at settings, which may be taken out of turn by {@link #dropNext}. */
    void askLook(Runnable todo) {
        pieces.add(new Piece(stops.next(), Next.SETTINGS, todo));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    Next next() {
        return Optional.ofNullable(pieces.peek()).map(Piece::kind).orElse(Next.NONE);
    }

    /** Forgets the next piece, whose work is done already. */
    void dropNext() {
        pieces.poll();
    }

    /** Works until the switch ends it. */
    void loop() {
        while (!stops.ended()) {
            try {
                perform(pieces.take());
            } catch (InterruptedException e) {
                // Nobody interrupts a thread that waits for work, so it means nothing.
            }
        }
    }

    /** One piece of work, if there is any. */
    boolean turn() {
        Piece next = pieces.poll();
        if (next == null) {
            return false;
        }
        perform(next);
        return true;
    }

    private void perform(Piece piece) {
        stops.begin(piece.number());
        try {
            piece.todo().run();
        } catch (RuntimeException | Error e) {
            // An Error too: without this thread nothing would ever be sent again, and nobody would know why.
            failed.accept(e);
        }
        between.run();
    }
}
