package ackscope.core.event;

/**
 * One try of one batch: a produce request's part for one partition, as a proxy saw it pass. What the broker said and what the client
 * heard are kept apart, because a fault can stand between the two.
 *
 * @param number       1 for the first try of the batch; the parts of a split batch begin at 1 again
 * @param node         the broker it was sent to
 * @param correlationId of the request, new for every try
 * @param producerId   -1 without idempotence
 * @param epoch        -1 without idempotence; an idempotent client may raise it between two tries
 * @param sequence     base sequence, -1 without idempotence
 * @param acks         as in the request: 0, 1 or -1 for all
 * @param records      in the batch
 * @param bytes        of the batch, as compressed
 * @param sentUs       when the proxy had read it, µs since the epoch
 * @param forwarded    whether it was handed to the broker's socket; false while a fault holds it, and if one swallowed or answered it
 * @param said         what the broker answered
 * @param heard        what reached the client
 * @param heardError   Kafka's name of the error that the client got, NONE for success; "" as long as it heard nothing
 * @param endedUs      when the try ended for the client (answer, or end of the connection), µs since the epoch; 0 while it is open
 * @param fault        what interfered, in words, or ""
 */
public record Attempt(int number, int node, int correlationId, long producerId, int epoch, int sequence, int acks,
        int records, int bytes, long sentUs, boolean forwarded, Answer said, Heard heard, String heardError,
        long endedUs, String fault) {

    /** What reached the client. */
    public enum Heard {
        /** Nothing yet. */
        WAITING,
        /** The broker's answer as it came. */
        AS_SAID,
        /** An answer that a fault put in the place of the broker's, or gave without asking the broker. */
        REPLACED,
        /** The connection ended, or the client gave up waiting, without an answer. */
        NOTHING,
        /** With acks=0 no answer is due. */
        NOT_DUE
    }

    /** Whether the try is over and the client did not hear of success; "I have it already" is one ({@code Sender.completeBatch}). */
    public boolean failed() {
        return heard == Heard.NOTHING || !(heardError.isEmpty() || heardError.equals("NONE")
                || heardError.equals("DUPLICATE_SEQUENCE_NUMBER"));
    }

    /** Whether nothing has ended it yet. */
    public boolean open() {
        return heard == Heard.WAITING;
    }
}
