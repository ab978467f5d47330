package ackscope.core.wire;

import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A produce request that was understood.
 *
 * @param acks     as in the request
 * @param parts    one for each partition
 * @param contents the bytes of each part's batch, copied; empty once they were handed on
 */
record Seen(short apiVersion, int correlationId, String clientId, int acks, List<Part> parts, List<byte[]> contents) {

    /**
     * Its part for one partition.
     *
     * @param name    the topic's name, "" in versions that carry the id alone
     * @param topicId the topic's id, zero in versions that carry the name
     * @param batch   what is known of the batch
     */
    record Part(String name, Uuid topicId, int partition, BatchHead batch) {
    }

    /** The same, holding on to no bytes. */
    Seen withoutContents() {
        return new Seen(apiVersion, correlationId, clientId, acks, parts, List.of());
    }
}
