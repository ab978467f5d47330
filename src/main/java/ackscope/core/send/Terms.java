package ackscope.core.send;

/**
 * The terms on which a producer sends, as far as they are needed to tell a record's story afterwards.
 *
 * @param producer          which of the engine's producers, counted from 1
 * @param clientId          the producer's client.id
 * @param acksNone          acks=0: an acknowledgement is the socket's and no broker's
 * @param deliveryTimeoutMs effective delivery.timeout.ms
 */
public record Terms(int producer, String clientId, boolean acksNone, long deliveryTimeoutMs) {
}
