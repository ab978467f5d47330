package ackscope.core.audit;

/**
 * How far one partition was read.
 *
 * @param start     the offset at which the run began, -1 if that is not known: then it was read from the log's beginning
 * @param logStart  the log start offset at the end of the read, -1 if no broker told it; so are {@code end} and {@code stable}
 * @param end       the end offset taken before reading, after producers were closed and faults healed
 * @param stable    the last stable offset then; equal to {@code end} when no transaction is open
 * @param records   records found, read_uncommitted
 * @param committed records found, read_committed; -1 when there was no such pass
 * @param complete  whether what is not found here is not in the log
 * @param obstacle  why it is not complete, in words; "" when it is
 */
public record PartitionRead(String topic, int partition, long start, long logStart, long end, long stable, long records,
        long committed, boolean complete, String obstacle) {
}
