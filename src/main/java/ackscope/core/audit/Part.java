package ackscope.core.audit;

import ackscope.core.cluster.TopicLog;

/** One partition that is read, and what was found in it so far. For one thread. */
final class Part {
    private final int topic;
    private final long start;
    private final TopicLog.Partition at;
    private String obstacle;
    private long uncommitted;
    private long committed;

    /**
     * @param topic    index into {@link Claims#topics}
     * @param start    where the run began, -1 if not known
     * @param at       as it was before reading
     * @param obstacle why its end is not proven, or ""
     */
    Part(int topic, long start, TopicLog.Partition at, String obstacle) {
        this.topic = topic;
        this.start = start;
        this.at = at;
        this.obstacle = obstacle;
    }

    int topic() {
        return topic;
    }

    /** Whether it has a leader that said from where to where. */
    boolean readable() {
        return at.leader() >= 0 && at.start() >= 0 && at.end() >= 0 && at.stable() >= 0;
    }

    LogReader.Span span(Pass pass) {
        return new LogReader.Span(Math.max(start, at.start()), pass == Pass.UNCOMMITTED ? at.end() : at.stable());
    }

    /** Whether an offset lies where read_committed shows nothing yet. */
    boolean beyondStable(long offset) {
        return offset >= at.stable();
    }

    void found(Pass pass) {
        if (pass == Pass.COMMITTED) {
            committed++;
        } else {
            uncommitted++;
        }
    }

    /** It was not read to its end. */
    void stoppedBy(String why) {
        obstacle = why;
    }

    /**
     * How far it was read.
     *
     * @param logStart the log start offset now
     * @param end      the end offset now, -1 if nobody says
     */
    PartitionRead read(String name, long logStart, long end, boolean committedToo) {
        String why = obstacle;
        if (why.isEmpty() && (end < 0 || logStart < 0)) {
            why = "nobody said after the reading where its log begins and ends";
        } else if (why.isEmpty() && end < at.end()) {
            why = "its log was cut back while it was read";
        }
        return new PartitionRead(name, at.number(), start, logStart < 0 ? at.start() : logStart, at.end(), at.stable(),
                uncommitted, committedToo ? committed : -1, why.isEmpty(), why);
    }
}
