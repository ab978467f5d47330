package ackscope.core.audit;

import java.util.List;

/** What the producer was told about every record of a run. Any thread. */
public interface Claims {
    /** The run's number, as the records' stamps hold it. */
    int run();

    /** How many records there are; their numbers go from 0 to one below. */
    long size();

    /** The topics that they were sent to. */
    List<String> topics();

    /** The claim of one record, {@code number} below {@link #size}. */
    Claim read(long number);
}
