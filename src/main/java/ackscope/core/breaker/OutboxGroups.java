package ackscope.core.breaker;

import ackscope.core.event.BreakerEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;

/** What went into the outbox and out of it since it was last told, as one event each. For one thread at a time. */
final class OutboxGroups {
    private final Group kept = new Group();
    private final Group replayed = new Group();

    private static final class Group {
        private RecordId first;
        private RecordId last;
        private long count;

        void add(RecordId id) {
            first = count == 0 ? id : first;
            last = id;
            count++;
        }
    }

    void kept(RecordId id) {
        kept.add(id);
    }

    void replayed(RecordId id) {
        replayed.add(id);
    }

    /** What there is to tell, and begins anew. */
    List<LabEvent> take(long atMs) {
        List<LabEvent> told = new ArrayList<>(2);
        if (kept.count > 0) {
            told.add(new BreakerEvent.Kept(kept.first, kept.last, kept.count, atMs));
        }
        if (replayed.count > 0) {
            told.add(new BreakerEvent.Replayed(replayed.first, replayed.last, replayed.count, atMs));
        }
        kept.count = 0;
        replayed.count = 0;
        return told;
    }
}
