package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.junit.jupiter.api.Test;

class BatchIdsTest {
    private final BufferSupplier buffers = BufferSupplier.create();

    private BatchIds read(MemoryRecords batch) {
        byte[] bytes = new byte[batch.sizeInBytes()];
        batch.buffer().get(bytes);
        return BatchIds.of(bytes, buffers);
    }

    @Test
    void recordsAreReadWhateverTheCodec() {
        for (CompressionType codec : CompressionType.values()) {
            BatchIds ids = read(Frames.batch(Compression.of(codec).build(), 1, 0, 0, 500, 40));
            assertEquals(Optional.of(new RecordId(1, 500, 0)), ids.first(), codec.name);
            assertEquals(List.of(new Span(1, 0, 500, 539)), ids.spans(), codec.name);
        }
    }

    @Test
    void aStampInTheHeaderCountsBeforeWhatTheValueLooksLike() {
        byte[] stamp = Frames.value(new RecordId(3, 8, 1), RecordStamp.LENGTH);
        byte[] value = Frames.value(new RecordId(9, 9, 9), 30);
        BatchIds ids = read(MemoryRecords.withRecords(Compression.NONE,
                new SimpleRecord(1L, null, value, new Header[]{new RecordHeader(RecordStamp.HEADER, stamp)})));
        assertEquals(List.of(new Span(3, 1, 8, 8)), ids.spans());
    }

    @Test
    void freshAndReplayedRecordsInOneBatchAreToldApart() {
        BatchIds ids = read(Frames.batch(Compression.NONE, 1, 0, 0, List.of(new RecordId(1, 90, 0),
                new RecordId(1, 12, 1), new RecordId(1, 14, 1), new RecordId(1, 91, 0))));
        assertEquals(Optional.of(new RecordId(1, 90, 0)), ids.first());
        assertEquals(List.of(new Span(1, 0, 90, 91), new Span(1, 1, 12, 14)),
                ids.spans().stream().sorted((a, b) -> a.resend() - b.resend()).toList());
    }

    @Test
    void oneRecordWithoutAStampMakesTheBatchUnknown() {
        assertEquals(BatchIds.NONE, read(MemoryRecords.withRecords(Compression.NONE,
                new SimpleRecord(Frames.value(new RecordId(1, 1, 0), 40)), new SimpleRecord(new byte[40]))));
        assertEquals(BatchIds.NONE,
                read(MemoryRecords.withRecords(Compression.NONE, new SimpleRecord(1L, null, (byte[]) null))));
    }

    @Test
    void noiseIsNoBatch() {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertEquals(BatchIds.NONE, BatchIds.of(noise, buffers));
        }
    }
}
