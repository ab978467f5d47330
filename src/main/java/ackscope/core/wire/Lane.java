package ackscope.core.wire;

import ackscope.core.event.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The batches of one client for one partition: finds a batch's life again, and the lives of a record. Guarded by the {@link AttemptBook}. */
final class Lane {
    private static final int MOST_SPLITS = 64;

    private final String clientId;
    private final String topic;
    private final int partition;
    private final Map<Mark, Life> lives = new HashMap<>();
    private final Map<Span.Key, TreeMap<Long, List<Life>>> starts = new HashMap<>();
    private final Map<Span.Key, Long> forgotten = new HashMap<>();
    private final Deque<Life> split = new ArrayDeque<>();
    private int undecoded;
    private boolean blind;

    Lane(String clientId, String topic, int partition) {
        this.clientId = clientId;
        this.topic = topic;
        this.partition = partition;
    }

    String clientId() {
        return clientId;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    /** A batch came whose records are not known yet. */
    void came() {
        undecoded++;
    }

    /** Its records are known now; if not, the lane can no longer prove that a record never came. */
    void decoded(boolean known) {
        undecoded--;
        blind |= !known;
    }

    /** Whether every record that came is known by its number. */
    boolean clear() {
        return undecoded == 0 && !blind;
    }

    /** Whether batches came that are not decoded yet. */
    boolean waits() {
        return undecoded > 0;
    }

    /** The life of a batch that was sent before. */
    Optional<Life> again(BatchIds ids, BatchHead batch) {
        // A batch whose records are known is the same only if they are; the sequence serves those that were not decoded.
        return Mark.of(ids, batch).stream().limit(1).map(lives::get).filter(Objects::nonNull).findFirst();
    }

    /** The smallest of the batches about to be split that these records are part of. */
    Optional<Life> parent(BatchIds ids) {
        split.removeIf(life -> !life.splits());
        Life found = null;
        for (Life life : split) {
            if (life.holds(ids) && (found == null || found.holds(new BatchIds(Optional.empty(), life.spans())))) {
                found = life;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The client was told to split it. */
    void splits(Life life) {
        split.addLast(life);
        if (split.size() > MOST_SPLITS) {
            split.removeFirst();
        }
    }

    void add(Life life) {
        life.marks().forEach(mark -> lives.put(mark, life));
        for (Span span : life.spans()) {
            starts.computeIfAbsent(span.key(), _ -> new TreeMap<>())
                    .computeIfAbsent(span.from(), _ -> new ArrayList<>(1)).add(life);
        }
    }

    /** Lets go of a life; which numbers were in it is remembered as an upper bound. */
    void forget(Life life) {
        life.marks().forEach(mark -> lives.remove(mark, life));
        split.remove(life);
        for (Span span : life.spans()) {
            forgotten.merge(span.key(), span.to(), Math::max);
            TreeMap<Long, List<Life>> from = starts.get(span.key());
            List<Life> there = from == null ? null : from.get(span.from());
            if (there != null && there.remove(life) && there.isEmpty()) {
                from.remove(span.from());
                if (from.isEmpty()) {
                    starts.remove(span.key());
                }
            }
        }
    }

    /** Whether a life that held this record may have been let go. */
    boolean mayHaveForgotten(RecordId id) {
        return id.number() <= forgotten.getOrDefault(Span.Key.of(id), Long.MIN_VALUE);
    }

    /** The lives that hold a record as one that was sent again, whichever time. */
    List<Life> resends(RecordId id) {
        return starts.keySet().stream().filter(k -> k.run() == id.run() && k.resend() > 0)
                .flatMap(k -> holding(new RecordId(k.run(), id.number(), k.resend())).stream()).distinct().toList();
    }

    /** The lives that hold a record, a split batch before its parts; other than those, batches do not overlap. */
    List<Life> holding(RecordId id) {
        TreeMap<Long, List<Life>> from = starts.get(Span.Key.of(id));
        var near = from == null ? null : from.floorEntry(id.number());
        if (near == null) {
            return List.of();
        }
        List<Life> found = new ArrayList<>();
        for (Life life : near.getValue()) {
            for (Optional<Life> next = Optional.of(life); next.isPresent(); next = next.get().parent()) {
                if (next.get().holds(id) && !found.contains(next.get())) {
                    found.add(next.get());
                }
            }
        }
        found.sort((a, b) -> Long.compare(a.id(), b.id()));
        return found;
    }

    /** Every life that is kept. */
    Set<Life> all() {
        Set<Life> all = new HashSet<>(lives.values());
        starts.values().forEach(byStart -> byStart.values().forEach(all::addAll));
        return all;
    }

    boolean empty() {
        return lives.isEmpty() && starts.isEmpty() && undecoded == 0;
    }
}
