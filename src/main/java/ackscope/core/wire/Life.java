package ackscope.core.wire;

import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch's life while it goes on. Guarded by the {@link AttemptBook}. */
final class Life {
    private static final int MOST_TRIES = 256;

    private final long id;
    private final Lane lane;
    private final BatchIds ids;
    private final BatchHead batch;
    private final Optional<Life> parent;
    private final List<Try> tries = new ArrayList<>();
    private final Evidence forgotten = new Evidence();
    private int open;
    private boolean troubled;

    /** @param parent the life that was split into this one and others */
    Life(long id, Lane lane, BatchIds ids, BatchHead batch, Optional<Life> parent) {
        this.id = id;
        this.lane = lane;
        this.ids = ids;
        this.batch = batch;
        this.parent = parent;
    }

    /** One more try of it. The middle of a long row is forgotten, save what it proves. */
    void add(Try next) {
        next.joins(this, tries.isEmpty() ? 1 : count() + 1);
        tries.add(next);
        open += next.open() ? 1 : 0;
        troubled |= next.failed();
        if (tries.size() > MOST_TRIES && !tries.get(1).open()) {
            Try gone = tries.remove(1);
            forgotten.add(gone.attempt(), gone.mayStillLeave());
        }
    }

    /** A try of it that was open has ended. */
    void ended(Try one) {
        open--;
        troubled |= one.failed();
    }

    long id() {
        return id;
    }

    Lane lane() {
        return lane;
    }

    /** What tells it from other batches; empty if nothing does. */
    List<Mark> marks() {
        return Mark.of(ids, batch);
    }

    List<Span> spans() {
        return ids.spans();
    }

    Optional<Life> parent() {
        return parent;
    }

    boolean open() {
        return open > 0;
    }

    boolean troubled() {
        return troubled;
    }

    /** Whether the client is about to split it. */
    boolean splits() {
        return tries.getLast().splits();
    }

    /** How often it was sent. */
    int count() {
        return tries.getLast().attempt().number();
    }

    boolean holds(RecordId record) {
        return ids.spans().stream().anyMatch(s -> s.holds(record));
    }

    /** Whether all records of another batch are among its own. */
    boolean holds(BatchIds others) {
        return !others.spans().isEmpty()
                && others.spans().stream().allMatch(o -> ids.spans().stream().anyMatch(s -> s.holds(o)));
    }

    /** Adds what its tries prove of its records. */
    void tell(Evidence evidence) {
        evidence.add(forgotten);
        tries.forEach(t -> evidence.add(t.attempt(), t.mayStillLeave()));
    }

    BatchLife snapshot() {
        List<Attempt> attempts = tries.stream().map(Try::attempt).toList();
        return new BatchLife(id, lane.clientId(), lane.topic(), lane.partition(), end(true), end(false),
                batch.records(), parent.map(p -> p.id).orElse(-1L), batch.transactional(), batch.compression(),
                attempts);
    }

    /** Of records from several runs or resends the outermost numbers, so that none of them is left out. */
    private Optional<RecordId> end(boolean first) {
        return ids.spans().stream().map(s -> new RecordId(s.run(), first ? s.from() : s.to(), s.resend()))
                .reduce((a, b) -> new RecordId(b.run(),
                        first ? Math.min(a.number(), b.number()) : Math.max(a.number(), b.number()),
                        first ? Math.min(a.resend(), b.resend()) : Math.max(a.resend(), b.resend())));
    }
}
