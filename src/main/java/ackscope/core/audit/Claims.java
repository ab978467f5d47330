package ackscope.core.audit;

import ackscope.core.send.Outcome;
import java.util.List;

/** What the producer was told about every record of a run. Any thread. */
public interface Claims {
    /** The run's number, as the records' stamps hold it. */
    int run();

    /** How many records there are; their numbers go from 0 to one below. */
    long size();

    /** The topics that they were sent to. */
    List<String> topics();

    /** Which of the run's producers sent a record. */
    default int producer(long number) {
        return read(number).producer();
    }

    /** Whether a record was sent to this topic with this checksum, and reported ok at this place: what most records in a log are. */
    default boolean asTold(long number, int topic, int partition, long offset, int checksum) {
        Claim claim = read(number);
        return claim.outcome() == Outcome.ACKED && claim.topic() == topic && claim.partition() == partition
                && claim.offset() == offset && claim.checksum() == checksum;
    }

    /** The claim of one record, {@code number} below {@link #size}. */
    Claim read(long number);
}
