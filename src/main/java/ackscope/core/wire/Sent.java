package ackscope.core.wire;

import java.util.List;

/** A produce request that came by, and the try of each batch in it. Two are the same only if they are one. */
final class Sent {
    private final Seen seen;
    private final List<Try> tries;

    /** @param tries one for each part of the request, in its order */
    Sent(Seen seen, List<Try> tries) {
        this.seen = seen.withoutContents();
        this.tries = List.copyOf(tries);
    }

    Seen seen() {
        return seen;
    }

    List<Try> tries() {
        return tries;
    }
}
