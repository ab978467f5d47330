package ackscope.core.wire;

import ackscope.core.wire.Seen.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * Reads produce requests, their answers and the topics' names out of frames, with the client's own classes. Never throws: what cannot be
 * read comes back empty and passes as it is. Frames begin with their length and are whole. Keeps nothing of the buffers it reads.
 */
final class ProduceTap {
    static final short PRODUCE = ApiKeys.PRODUCE.id;
    private static final short METADATA = ApiKeys.METADATA.id;
    private static final int LENGTH_BYTES = 4;
    private static final int FLEXIBLE = 9;
    private static final int TOPIC_IDS = 13;
    private static final int METADATA_IDS = 10;

    /**
     * A broker's answer for one partition.
     *
     * @param error Kafka's name
     */
    record PartAnswer(String name, Uuid topicId, int partition, String error, long baseOffset) {
    }

    private ProduceTap() {
    }

    /** Whether a request of this kind is looked into, so that all of it must be there. */
    static boolean readsRequest(short apiKey, short apiVersion) {
        return apiKey == PRODUCE && ApiKeys.PRODUCE.isVersionSupported(apiVersion);
    }

    /** Whether the answer to a request of this kind is looked into. */
    static boolean readsAnswer(short apiKey, short apiVersion) {
        return readsRequest(apiKey, apiVersion) || readsMetadata(apiKey, apiVersion);
    }

    /** Whether the answer to a request of this kind names topics and their ids. */
    static boolean readsMetadata(short apiKey, short apiVersion) {
        return apiKey == METADATA && apiVersion >= METADATA_IDS && ApiKeys.METADATA.isVersionSupported(apiVersion);
    }

    /** The client id in a request's header; also of a frame whose end is missing. */
    static Optional<String> clientId(ByteBuffer frame) {
        try {
            return Optional.ofNullable(RequestHeader.parse(body(frame)).clientId());
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** What a produce request asks the broker to write. */
    static Optional<Seen> request(ByteBuffer frame) {
        try {
            ByteBuffer body = body(frame);
            RequestHeader header = RequestHeader.parse(body);
            ProduceRequestData data = new ProduceRequestData(new ByteBufferAccessor(body), header.apiVersion());
            List<Part> parts = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (var topic : data.topicData()) {
                for (var partition : topic.partitionData()) {
                    BatchHead head = BatchHead.of(partition.records());
                    byte[] content = new byte[head.bytes()];
                    ((MemoryRecords) partition.records()).buffer().get(content);
                    contents.add(content);
                    parts.add(new Part(topic.name(), topic.topicId(), partition.index(), head));
                }
            }
            return Optional.of(new Seen(header.apiVersion(), header.correlationId(), header.clientId(), data.acks(),
                    parts, contents));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** The acks of a produce request; also of a frame whose end is missing. 1 if they cannot be read. */
    static int acks(ByteBuffer frame) {
        try {
            ByteBuffer body = body(frame);
            RequestHeader header = RequestHeader.parse(body);
            ByteBufferAccessor in = new ByteBufferAccessor(body);
            int transactionalId = header.apiVersion() >= FLEXIBLE ? in.readUnsignedVarint() - 1 : in.readShort();
            body.position(body.position() + Math.max(0, transactionalId));
            return in.readShort();
        } catch (RuntimeException _) {
            return 1;
        }
    }

    /** A broker's answer to a produce request of this version. */
    static Optional<List<PartAnswer>> answer(ByteBuffer frame, short apiVersion) {
        try {
            ByteBuffer body = body(frame);
            ResponseHeader.parse(body, ApiKeys.PRODUCE.responseHeaderVersion(apiVersion));
            ProduceResponseData data = new ProduceResponseData(new ByteBufferAccessor(body), apiVersion);
            List<PartAnswer> answers = new ArrayList<>();
            for (var topic : data.responses()) {
                for (var partition : topic.partitionResponses()) {
                    answers.add(new PartAnswer(topic.name(), topic.topicId(), partition.index(),
                            Errors.forCode(partition.errorCode()).name(), partition.baseOffset()));
                }
            }
            return Optional.of(answers);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** Learns the topics' names from a metadata answer; false if it was not understood. */
    static boolean learn(ByteBuffer frame, short apiVersion, TopicNames names) {
        try {
            ByteBuffer body = body(frame);
            ResponseHeader.parse(body, ApiKeys.METADATA.responseHeaderVersion(apiVersion));
            for (var topic : new MetadataResponseData(new ByteBufferAccessor(body), apiVersion).topics()) {
                if (topic.name() != null && !topic.topicId().equals(Uuid.ZERO_UUID)) {
                    names.learn(topic.topicId(), topic.name());
                }
            }
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Whether this version names topics by their ids alone. */
    static boolean topicIds(short apiVersion) {
        return apiVersion >= TOPIC_IDS;
    }

    private static ByteBuffer body(ByteBuffer frame) {
        return frame.slice(LENGTH_BYTES, frame.limit() - LENGTH_BYTES);
    }
}
