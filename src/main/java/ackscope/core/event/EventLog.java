package ackscope.core.event;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded ring of events for the screen. Writers never wait for readers: a reader that falls behind is told how many events it
 * missed. Any thread may publish; each {@link Reader} belongs to one thread.
 */
public final class EventLog {
    private final LabEvent[] ring;
    private long next;

    /** @param capacity how many events are kept, at least 1 */
    public EventLog(int capacity) {
        ring = new LabEvent[capacity];
    }

    /** Adds an event, over the oldest one when the ring is full. */
    public synchronized void publish(LabEvent event) {
        ring[(int) (next++ % ring.length)] = event;
    }

    /** A reader that starts with what is published from now on. */
    public synchronized Reader reader() {
        return new Reader(next);
    }

    /** What a reader got: the events in order, and how many older ones were overwritten before it came. */
    public record Batch(List<LabEvent> events, long missed) {
    }

    /** One reader's place in the ring. */
    public final class Reader {
        private long place;

        private Reader(long place) {
            this.place = place;
        }

        /** Everything published since the last call. */
        public Batch poll() {
            synchronized (EventLog.this) {
                long oldest = Math.max(0, next - ring.length);
                long missed = Math.max(0, oldest - place);
                List<LabEvent> events = new ArrayList<>((int) (next - Math.max(place, oldest)));
                for (long i = Math.max(place, oldest); i < next; i++) {
                    events.add(ring[(int) (i % ring.length)]);
                }
                place = next;
                return new Batch(events, missed);
            }
        }
    }
}
