package ackscope.core.transaction;

import java.util.List;

/**
 * What the two readers have, at most {@value #KEPT} rows each.
 *
 * @param topic       that they read, "" for none
 * @param state       what they do
 * @param problem     why they cannot read, in words, or ""
 * @param uncommitted what read_uncommitted was given, oldest first
 * @param committed   what read_committed was given, oldest first
 * @param marks       where the partitions' ends are, by partition
 * @param skipped     records passed over since the start, because there were more than can be shown
 */
public record ReadersView(String topic, State state, String problem, List<Row> uncommitted, List<Row> committed,
        List<Mark> marks, long skipped) {

    /** Rows kept of each reader. */
    public static final int KEPT = 200;

    /** Nothing is read. */
    public static final ReadersView NONE = new ReadersView("", State.IDLE, "", List.of(), List.of(), List.of(), 0);

    /** What they do. */
    public enum State {
        /** No topic, or nobody looks. */
        IDLE,
        /** They connect. */
        STARTING,
        /** They read. */
        READING,
        /** They are held by a person. */
        PAUSED
    }

    /** What read_committed makes of a record that read_uncommitted was given. */
    public enum Fate {
        /** It was given it as well. */
        VISIBLE,
        /** It passed it over: its transaction was aborted. */
        ABORTED,
        /** It is at or above the last stable offset: in an open transaction, or behind one. */
        HELD_BACK
    }

    /**
     * A record that was read.
     *
     * @param text what it is, to be recognised by
     */
    public record Row(int partition, long offset, long timestampMs, String text, Fate fate) {
    }

    /**
     * The ends of a partition.
     *
     * @param lastStable the last stable offset: readers of committed records get nothing from here on
     * @param end        the offset of the next record that all replicas in sync have
     */
    public record Mark(int partition, long lastStable, long end) {
        /** Offsets that are held back; markers of transactions count as well. */
        public long heldBack() {
            return Math.max(0, end - lastStable);
        }
    }
}
