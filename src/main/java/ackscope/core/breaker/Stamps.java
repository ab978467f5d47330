package ackscope.core.breaker;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.RecordId;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The stamp that a record carries, in a header or at the start of its value, written anew. A record without one stays as it is. */
final class Stamps {
    private Stamps() {
    }

    /** The same record as another one: its stamp, if it has one, names {@code is} instead of {@code was}. */
    static ProducerRecord<byte[], byte[]> as(ProducerRecord<byte[], byte[]> record, RecordId was, RecordId is) {
        Header header = record.headers().lastHeader(RecordStamp.HEADER);
        if (header != null && names(header.value(), was)) {
            Headers headers = new RecordHeaders(record.headers().toArray());
            headers.remove(RecordStamp.HEADER).add(new RecordHeader(RecordStamp.HEADER, stamped(header.value(), is)));
            return with(record, record.value(), headers);
        }
        return names(record.value(), was)
                ? with(record, stamped(record.value(), is), record.headers())
                : record;
    }

    /** The checksum of the value as the stamp holds it, or reckoned as for a typed value if there is none. */
    static int checksum(ProducerRecord<byte[], byte[]> record, RecordId was) {
        Header header = record.headers().lastHeader(RecordStamp.HEADER);
        if (header != null && names(header.value(), was)) {
            return RecordStamp.checksum(header.value());
        }
        return names(record.value(), was)
                ? RecordStamp.checksum(record.value())
                : RecordStamp.crc(record.value(), 0);
    }

    /** A typed value may look like a stamp by chance or because somebody copied one, but hardly like this record's own. */
    private static boolean names(byte[] bytes, RecordId id) {
        return RecordStamp.read(bytes).equals(Optional.of(id));
    }

    private static byte[] stamped(byte[] bytes, RecordId id) {
        byte[] copy = bytes.clone();
        RecordStamp.write(copy, id, RecordStamp.checksum(bytes));
        return copy;
    }

    private static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, byte[] value,
            Headers headers) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(), record.key(), value,
                headers);
    }
}
