package ackscope.core.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.RequestUtils;

/** An answer to a produce request that no broker gave: of the request's version, the same error for each of its partitions. */
final class MadeAnswer {
    private MadeAnswer() {
    }

    /**
     * The whole frame.
     *
     * @param error Kafka's name ({@code Errors})
     * @return empty if there is no such error
     */
    static Optional<ByteBuffer> of(Seen request, String error) {
        return Arrays.stream(Errors.values()).filter(e -> e.name().equals(error)).findFirst()
                .map(e -> frame(request, e.code()));
    }

    private static ByteBuffer frame(Seen request, short error) {
        ProduceResponseData data = new ProduceResponseData();
        for (Seen.Part part : request.parts()) {
            TopicProduceResponse topic = data.responses().find(part.name(), part.topicId());
            if (topic == null) {
                topic = new TopicProduceResponse().setName(part.name()).setTopicId(part.topicId());
                data.responses().add(topic);
            }
            topic.partitionResponses().add(new PartitionProduceResponse().setIndex(part.partition())
                    .setErrorCode(error).setBaseOffset(-1));
        }
        short version = request.apiVersion();
        ByteBuffer body = RequestUtils.serialize(new ResponseHeaderData().setCorrelationId(request.correlationId()),
                ApiKeys.PRODUCE.responseHeaderVersion(version), data, version);
        return ByteBuffer.allocate(Integer.BYTES + body.remaining()).putInt(body.remaining()).put(body).flip();
    }
}
