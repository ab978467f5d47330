package ackscope.core.wire;

import ackscope.core.wire.ProduceTap.PartAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What one connection's produce requests become, told to the book: forwarded or kept, answered, heard or not. Remembers which of them have
 * no end yet, for when the connection ends. Safe for the link's threads.
 */
final class LinkTap {
    private static final int MOST_OPEN = 10_000;
    private static final String TOO_MANY = "too many requests of the connection were open to follow this one";

    private final AttemptBook book;
    private final int node;
    private final BooleanSupplier quiet;
    private final Set<Sent> open = new HashSet<>();
    private volatile String clientId = "";
    private String end = "";

    /**
     * @param node  the broker behind the proxy
     * @param quiet whether all that the client has sent so far was read and looked into
     */
    LinkTap(AttemptBook book, int node, BooleanSupplier quiet) {
        this.book = book;
        this.node = node;
        this.quiet = quiet;
        book.opened(this);
    }

    void client(String id) {
        clientId = id;
    }

    /** The client's id, "" while it is not known. */
    String client() {
        return clientId;
    }

    boolean quiet() {
        return quiet.getAsBoolean();
    }

    /** A produce request was read; nothing has happened to it yet. */
    synchronized Sent sent(Seen seen, String fault) {
        Sent sent = book.sent(seen, node, fault);
        if (seen.acks() == 0) {
            return sent;
        }
        if (end.isEmpty() && open.size() < MOST_OPEN) {
            open.add(sent);
        } else {
            book.ended(sent, end.isEmpty() ? TOO_MANY : end);
        }
        return sent;
    }

    /** A fault dropped it on the way. */
    void kept(Sent sent) {
        book.kept(sent);
    }

    /** It is about to be handed to the broker. */
    void forwarded(Sent sent) {
        book.forwarded(sent);
    }

    /** The broker's answer was read. */
    void said(Sent sent, List<PartAnswer> answers, String fault) {
        book.said(sent, answers, fault);
    }

    /** A request passed without being understood. */
    void requestNotUnderstood() {
        book.notUnderstood(clientId, true);
    }

    /** An answer passed without being understood. */
    void answerNotUnderstood() {
        book.notUnderstood(clientId, false);
    }

    /** Its answer is about to be handed to the client as it came. */
    synchronized void heard(Sent sent) {
        if (open.remove(sent)) {
            book.heard(sent);
        }
    }

    /** An answer with this error is about to be handed to the client. */
    synchronized void heardInstead(Sent sent, String error) {
        if (open.remove(sent)) {
            book.heardInstead(sent, error);
        }
    }

    /** The connection has ended for the client: it hears no more. Only the first call counts. */
    synchronized void over(String why) {
        if (end.isEmpty()) {
            end = why;
            open.forEach(sent -> book.ended(sent, why));
            open.clear();
            book.closed(this);
        }
    }
}
