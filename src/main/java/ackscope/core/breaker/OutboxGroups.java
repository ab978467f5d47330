package ackscope.core.breaker;

import ackscope.core.event.BreakerEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;

/** What went into the outbox and out of it since it was last told, as one event each; it is told only once it is on the disk. Any thread. */
final class OutboxGroups {
    private final Group kept = new Group();
    private final Group replayed = new Group();
    private final Group keptWritten = new Group();
    private final Group replayedWritten = new Group();

    private static final class Group {
        private RecordId first;
        private RecordId last;
        private long count;

        void add(RecordId id) {
            first = count == 0 ? id : first;
            last = id;
            count++;
        }

        void moveTo(Group other) {
            if (count > 0) {
                other.first = other.count == 0 ? first : other.first;
                other.last = last;
                other.count += count;
                count = 0;
            }
        }
    }

    synchronized void kept(RecordId id) {
        kept.add(id);
    }

    synchronized void replayed(RecordId id) {
        replayed.add(id);
    }

    /** What there is now is about to be put on the disk. */
    synchronized void written() {
        kept.moveTo(keptWritten);
        replayed.moveTo(replayedWritten);
    }

    /** Records kept and not told. */
    synchronized long unsafe() {
        return kept.count + keptWritten.count;
    }

    /** What was put on the disk, to be told once. */
    synchronized List<LabEvent> take(long atMs) {
        List<LabEvent> told = new ArrayList<>(2);
        if (keptWritten.count > 0) {
            told.add(new BreakerEvent.Kept(keptWritten.first, keptWritten.last, keptWritten.count, atMs));
        }
        if (replayedWritten.count > 0) {
            told.add(new BreakerEvent.Replayed(replayedWritten.first, replayedWritten.last, replayedWritten.count,
                    atMs));
        }
        keptWritten.count = 0;
        replayedWritten.count = 0;
        return told;
    }
}
