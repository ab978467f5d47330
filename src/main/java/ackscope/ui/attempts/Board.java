package ackscope.ui.attempts;

import ackscope.core.event.BatchLife;
import ackscope.ui.base.AttemptWords;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The batches that are kept: the newest ones, and those with a failed try longest. Taking a snapshot is a look-up and no more, so that ten
 * thousand failures a second are no work as long as nobody looks. FX thread.
 */
final class Board {
    private final int most;
    private final Map<Long, Entry> quiet = new LinkedHashMap<>();
    private final Map<Long, Entry> troubled = new LinkedHashMap<>();
    private long dropped;

    /** @param most batches kept */
    Board(int most) {
        this.most = most;
    }

    void clear() {
        quiet.clear();
        troubled.clear();
        dropped = 0;
    }

    int size() {
        return quiet.size() + troubled.size();
    }

    /** Batches that were listed and had to go. */
    long dropped() {
        return dropped;
    }

    void take(BatchLife life) {
        Entry known = troubled.get(life.id());
        if (known != null) {
            known.take(life);
            return;
        }
        Entry entry = quiet.get(life.id());
        if (entry == null) {
            entry = new Entry(life);
            quiet.put(life.id(), entry);
        } else {
            entry.take(life);
        }
        if (AttemptWords.troubled(life)) {
            quiet.remove(life.id());
            troubled.put(life.id(), entry);
        }
    }

    /** Lets go what is too much. */
    void trim() {
        while (size() > most) {
            Iterator<Entry> oldest = (quiet.isEmpty() ? troubled : quiet).values().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
    }

    Collection<Entry> quiet() {
        return quiet.values();
    }

    Collection<Entry> troubled() {
        return troubled.values();
    }
}
