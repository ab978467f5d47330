package ackscope.core.wire;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A request whose answer is due.
 *
 * @param apiKey   Kafka's
 * @param sent     the produce request, when it is one and was understood
 * @param made     the answer that the proxy gives itself, when the broker was not asked
 * @param leaving  told before the made answer leaves
 */
record Turn(short apiKey, short apiVersion, int correlationId, Optional<Sent> sent, Optional<ByteBuffer> made,
        Runnable leaving) {

    /** The broker will answer. */
    static Turn asked(short apiKey, short apiVersion, int correlationId, Optional<Sent> sent) {
        return new Turn(apiKey, apiVersion, correlationId, sent, Optional.empty(), () -> {
        });
    }

    /** The proxy answers when it is this answer's turn. */
    static Turn made(Sent sent, ByteBuffer answer, Runnable leaving) {
        return new Turn(ProduceTap.PRODUCE, sent.seen().apiVersion(), sent.seen().correlationId(), Optional.of(sent),
                Optional.of(answer), leaving);
    }
}
