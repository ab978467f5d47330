package ackscope.core.event;

import java.util.List;
import java.util.Optional;

/**
 * A batch from its first try on, as the wire saw it: one partition, one set of records, every try. A snapshot.
 *
 * @param id       counts lives in this process, from 1
 * @param clientId of the producer
 * @param first    the first record; empty if the records carry no stamp or were not decoded
 * @param last     the last record; the records between are those of the same run and partition with numbers between
 * @param records  how many
 * @param parent   the life that was split into this one and others (MESSAGE_TOO_LARGE), -1 for none
 * @param transactional whether it belongs to a transaction
 * @param compression   codec's name, "none" for none
 * @param attempts the tries, at least one, oldest first
 */
public record BatchLife(long id, String clientId, String topic, int partition, Optional<RecordId> first,
        Optional<RecordId> last, int records, long parent, boolean transactional, String compression,
        List<Attempt> attempts) {

    public BatchLife {
        attempts = List.copyOf(attempts);
    }

    /** The latest try. */
    public Attempt latest() {
        return attempts.getLast();
    }

    /** Whether a record of this partition is in it, sent for the first time or again. */
    public boolean holds(RecordId id) {
        return first.isPresent() && last.isPresent() && first.get().run() == id.run()
                && first.get().number() <= id.number() && id.number() <= last.get().number();
    }
}
