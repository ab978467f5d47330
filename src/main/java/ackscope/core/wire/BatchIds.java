package ackscope.core.wire;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.RecordId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.CloseableIterator;

/**
 * The records of a batch, by the stamps that they carry.
 *
 * @param first its first record; empty unless every record carries a stamp
 * @param spans its records, one span for each run and resend in it
 */
record BatchIds(Optional<RecordId> first, List<Span> spans) {
    /** Some record has no stamp, or the batch cannot be read. */
    static final BatchIds NONE = new BatchIds(Optional.empty(), List.of());

    private static final int MOST_RECORD_BYTES = 16 << 20;
    private static final long MOST_BYTES = 64 << 20;

    /** Reads a batch, decompressing it; the lengths in it are not trusted. Never throws. */
    static BatchIds of(byte[] batch, BufferSupplier buffers) {
        try {
            RecordBatch read = MemoryRecords.readableRecords(ByteBuffer.wrap(batch)).batches().iterator().next();
            try (CloseableIterator<Record> records = read.streamingIterator(buffers, MOST_RECORD_BYTES)) {
                return of(records);
            }
        } catch (RuntimeException _) {
            return NONE;
        }
    }

    private static BatchIds of(CloseableIterator<Record> records) {
        Optional<RecordId> first = Optional.empty();
        Map<Span.Key, Span> spans = new LinkedHashMap<>();
        byte[] scratch = new byte[RecordStamp.LENGTH];
        Span last = null;
        long bytes = 0;
        while (records.hasNext()) {
            Record next = records.next();
            bytes += next.sizeInBytes();
            Optional<RecordId> id = id(next, scratch);
            if (id.isEmpty() || bytes > MOST_BYTES) {
                return NONE;
            }
            RecordId read = id.get();
            if (first.isEmpty()) {
                first = id;
            }
            if (last != null && last.run() == read.run() && last.resend() == read.resend()) {
                last = last.and(read.number());
            } else {
                if (last != null) {
                    spans.put(last.key(), last);
                }
                Span before = spans.get(Span.Key.of(read));
                last = before == null
                        ? new Span(read.run(), read.resend(), read.number(), read.number())
                        : before.and(read.number());
            }
        }
        if (last != null) {
            spans.put(last.key(), last);
        }
        return new BatchIds(first, new ArrayList<>(spans.values()));
    }

    private static Optional<RecordId> id(Record record, byte[] scratch) {
        for (Header header : record.headers()) {
            if (header.key().equals(RecordStamp.HEADER)) {
                return RecordStamp.read(header.value());
            }
        }
        ByteBuffer value = record.value();
        if (value == null || value.remaining() < RecordStamp.LENGTH) {
            return Optional.empty();
        }
        value.get(value.position(), scratch);
        return RecordStamp.read(scratch);
    }
}
