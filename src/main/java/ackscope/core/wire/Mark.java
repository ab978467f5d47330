package ackscope.core.wire;

import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;

/** What makes a batch of one client and partition the same one when it is sent again. */
sealed interface Mark {
    /** Its records; holds across a raised epoch, and without idempotence. */
    record Records(RecordId first, int count) implements Mark {
    }

    /** Its sequence, for batches whose records are not known. */
    record Sequence(long producerId, int epoch, int sequence, int count) implements Mark {
    }

    /** The marks of a batch, the surest first. */
    static List<Mark> of(BatchIds ids, BatchHead batch) {
        List<Mark> marks = new ArrayList<>(2);
        ids.first().ifPresent(first -> marks.add(new Records(first, batch.records())));
        if (batch.producerId() >= 0 && batch.sequence() >= 0) {
            marks.add(new Sequence(batch.producerId(), batch.epoch(), batch.sequence(), batch.records()));
        }
        return marks;
    }
}
