package ackscope.core.breaker;

import ackscope.core.event.RecordId;

/**
 * A record in the outbox. Its bytes are in the file. Changed under the outbox's lock; {@link #id} and {@link #ofThisRun} may be read by
 * the thread that replays.
 */
public final class Held {
    /** Its line in its file. */
    final long mark;
    /** Its place among all that are held. */
    long line;
    OutboxFile file;
    final RecordId was;
    final int length;
    long at;
    volatile RecordId id;
    volatile boolean ofThisRun;
    /** A copy may be in the log. */
    boolean mayBeWritten;
    boolean countedTwice;

    Held(long line, RecordId was, long at, int length, boolean ofThisRun) {
        this.line = line;
        mark = line;
        this.was = was;
        this.id = was;
        this.at = at;
        this.length = length;
        this.ofThisRun = ofThisRun;
    }

    /** Its place in the run, if it is of this run; else in one that is over. */
    public RecordId id() {
        return id;
    }

    /** The id of the run that kept it first. */
    public int keptIn() {
        return was.run();
    }

    /** Whether the current run's ledger has it. */
    public boolean ofThisRun() {
        return ofThisRun;
    }
}
