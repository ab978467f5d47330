package ackscope.core.wire;

import java.util.Iterator;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * What stands at the start of a batch ({@code DefaultRecordBatch}).
 *
 * @param producerId    -1 without idempotence
 * @param epoch         -1 without idempotence
 * @param sequence      base sequence, -1 without idempotence
 * @param records       how many it says it holds
 * @param bytes         as compressed
 * @param transactional whether it belongs to a transaction
 * @param compression   the codec's name, "none" for none
 */
record BatchHead(long producerId, int epoch, int sequence, int records, int bytes, boolean transactional,
        String compression) {

    /** @throws RuntimeException of whatever kind when it is not one whole batch of the current format */
    static BatchHead of(BaseRecords records) {
        Iterator<MutableRecordBatch> batches = ((MemoryRecords) records).batches().iterator();
        RecordBatch batch = batches.next();
        int count = batch.magic() < RecordBatch.CURRENT_MAGIC_VALUE ? -1 : batch.countOrNull();
        if (count < 0 || batches.hasNext()) {
            throw new IllegalArgumentException("a produce request holds one batch of the current format");
        }
        return new BatchHead(batch.producerId(), batch.producerEpoch(), batch.baseSequence(), count,
                batch.sizeInBytes(), batch.isTransactional(), batch.compressionType().name);
    }
}
