package ackscope.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where records were found, for the lowest numbers alone: as many as are ever shown, however many there are. For one thread. */
final class Sightings {
    private static final int OFFSETS = 8;

    private final int most;
    private final TreeMap<Long, Seen> seen = new TreeMap<>();

    /** Where one record was found, and with which resend first. */
    record Seen(int partition, int resend, List<Long> offsets) {
    }

    /** @param most how many records are kept */
    Sightings(int most) {
        this.most = most;
    }

    void add(long number, int resend, int partition, long offset) {
        if (seen.size() >= most && number > seen.lastKey()) {
            return;
        }
        List<Long> offsets = seen.computeIfAbsent(number, _ -> new Seen(partition, resend, new ArrayList<>(2)))
                .offsets();
        if (offsets.size() < OFFSETS && !offsets.contains(offset)) {
            offsets.add(offset);
            Collections.sort(offsets);
        }
        if (seen.size() > most) {
            Map.Entry<Long, Seen> _ = seen.pollLastEntry();
        }
    }

    /** What is kept of a record; nothing, in no partition, if nothing is. */
    Seen of(long number) {
        return seen.getOrDefault(number, new Seen(-1, 0, List.of()));
    }
}
