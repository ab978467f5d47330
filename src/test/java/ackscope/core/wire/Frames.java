package ackscope.core.wire;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.RecordId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.RequestUtils;

/** Frames as a producer and a broker make them, with Kafka's own classes. */
final class Frames {
    static final String CLIENT = "frames";
    static final String TOPIC = "orders";
    static final Uuid TOPIC_ID = new Uuid(12, 34);
    static final short VERSION = ApiKeys.PRODUCE.latestVersion();

    private Frames() {
    }

    /** A value of this size that carries its record's id. */
    static byte[] value(RecordId id, int bytes) {
        byte[] value = new byte[bytes];
        RecordStamp.write(value, id, 0);
        return value;
    }

    /** A batch of the first run's records from one number on. */
    static MemoryRecords batch(Compression codec, long producerId, int epoch, int sequence, long from, int count) {
        return batch(codec, producerId, epoch, sequence,
                LongStream.range(from, from + count).mapToObj(n -> new RecordId(1, n, 0)).toList());
    }

    static MemoryRecords batch(Compression codec, long producerId, int epoch, int sequence, List<RecordId> ids) {
        SimpleRecord[] records = ids.stream().map(id -> new SimpleRecord(1L, null, value(id, 60)))
                .toArray(SimpleRecord[]::new);
        return MemoryRecords.withIdempotentRecords(codec, producerId, (short) epoch, sequence, records);
    }

    static byte[] produce(short version, int correlationId, int acks, int partition, MemoryRecords records) {
        TopicProduceData topic = new TopicProduceData()
                .setPartitionData(List.of(new PartitionProduceData().setIndex(partition).setRecords(records)));
        if (ProduceTap.topicIds(version)) {
            topic.setTopicId(TOPIC_ID);
        } else {
            topic.setName(TOPIC);
        }
        ProduceRequestData data = new ProduceRequestData().setAcks((short) acks).setTimeoutMs(30_000);
        data.topicData().add(topic);
        return request(ApiKeys.PRODUCE, version, correlationId, data);
    }

    static byte[] produce(int correlationId, int acks, long from, int count) {
        return produce(VERSION, correlationId, acks, 0, batch(Compression.NONE, 7, 0, (int) from, from, count));
    }

    static byte[] request(ApiKeys key, short version, int correlationId, Message data) {
        return framed(RequestUtils.serialize(
                new RequestHeaderData().setRequestApiKey(key.id).setRequestApiVersion(version)
                        .setCorrelationId(correlationId).setClientId(CLIENT),
                key.requestHeaderVersion(version), data, version));
    }

    /** A request that is no produce request, with this many bytes of body. */
    static byte[] other(int correlationId, int bytes) {
        return ByteBuffer.allocate(16 + bytes).putInt(12 + bytes).putShort(ApiKeys.FETCH.id).putShort((short) 17)
                .putInt(correlationId).putShort((short) -1).array();
    }

    /** An answer of which nothing is known but whose it is. */
    static byte[] otherAnswer(int correlationId, int bytes) {
        return ByteBuffer.allocate(8 + bytes).putInt(4 + bytes).putInt(correlationId).array();
    }

    static byte[] answer(int correlationId, int partition, Errors error, long baseOffset) {
        ProduceResponseData data = new ProduceResponseData();
        data.responses().add(new TopicProduceResponse().setTopicId(TOPIC_ID)
                .setPartitionResponses(List.of(new PartitionProduceResponse().setIndex(partition)
                        .setErrorCode(error.code()).setBaseOffset(baseOffset))));
        return framed(RequestUtils.serialize(new ResponseHeaderData().setCorrelationId(correlationId),
                ApiKeys.PRODUCE.responseHeaderVersion(VERSION), data, VERSION));
    }

    static byte[] metadata(int correlationId) {
        short version = ApiKeys.METADATA.latestVersion();
        MetadataResponseData data = new MetadataResponseData();
        data.topics().add(new MetadataResponseTopic().setName(TOPIC).setTopicId(TOPIC_ID));
        return framed(RequestUtils.serialize(new ResponseHeaderData().setCorrelationId(correlationId),
                ApiKeys.METADATA.responseHeaderVersion(version), data, version));
    }

    private static byte[] framed(ByteBuffer body) {
        ByteBuffer frame = ByteBuffer.allocate(4 + body.remaining());
        return frame.putInt(body.remaining()).put(body).array();
    }
}
