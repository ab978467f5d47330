package ackscope.core.event;

/** Why a record was finally reported failed, and by which edge of the diagram it reached the error log. */
public enum FailureKind {
    /** The serializer refused it: thrown by {@code send()}, no callback. */
    SERIALIZATION(FlowEdge.NEVER_SENT, false),
    /** Over max.request.size or buffer.memory: refused by the client. */
    TOO_LARGE(FlowEdge.NEVER_SENT, false),
    /** No room in buffer.memory for max.block.ms. */
    BUFFER_EXHAUSTED(FlowEdge.NEVER_SENT, true),
    /** No metadata for the topic or partition within max.block.ms. */
    NO_METADATA(FlowEdge.NEVER_SENT, true),
    /** Refused by the client before it was queued: topic name, authorization, a state of the producer. */
    REFUSED(FlowEdge.NEVER_SENT, false),
    /** delivery.timeout.ms passed while it waited in the queue, with no try known. */
    EXPIRED_QUEUED(FlowEdge.NEVER_SENT, true),
    /** delivery.timeout.ms passed after at least one try. */
    EXPIRED(FlowEdge.EXHAUSTED, true),
    /** A retriable error was the last one that {@code retries} allowed. */
    RETRIES_USED_UP(FlowEdge.EXHAUSTED, true),
    /** The broker's answer forbids a retry. */
    NOT_RETRIABLE(FlowEdge.NOT_RETRIABLE, false),
    /** The client dropped it after at least one try: it was closed, its transaction aborted, or its credentials were refused. */
    GIVEN_UP(FlowEdge.EXHAUSTED, false),
    /** The producer was closed, its transaction aborted or itself of no use any more, before it was sent. */
    DISCARDED(FlowEdge.NEVER_SENT, false),
    /** The person stopped the wait. */
    CANCELLED(FlowEdge.NEVER_SENT, false);

    private final FlowEdge edge;
    private final boolean retriable;

    FailureKind(FlowEdge edge, boolean retriable) {
        this.edge = edge;
        this.retriable = retriable;
    }

    /** The edge by which such a record reaches the error log. */
    public FlowEdge edge() {
        return edge;
    }

    /** Whether sending it again may help without changing anything else. */
    public boolean retriable() {
        return retriable;
    }
}
