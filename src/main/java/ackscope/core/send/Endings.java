package ackscope.core.send;

import ackscope.core.event.Ending;
import java.util.Arrays;

/**
 * Which transaction a record was sent in, and how that ended. A transaction's records have consecutive numbers, so each takes about 20 bytes,
 * however many records it has. Written by the sending thread, read by any.
 */
final class Endings {
    private long[] firsts = new long[16];
    private long[] nexts = new long[16];
    private Ending[] endings = new Ending[16];
    private int size;
    private int begun;

    /** A transaction begins whose first record will have this number. */
    synchronized void began(long first) {
        begun++;
        if (size > 0 && firsts[size - 1] == first) {
            // The last one ended without a record.
            size--;
        }
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * size);
            nexts = Arrays.copyOf(nexts, 2 * size);
            endings = Arrays.copyOf(endings, 2 * size);
        }
        firsts[size] = first;
        nexts[size] = Long.MAX_VALUE;
        endings[size] = Ending.OPEN;
        size++;
    }

    /** The transaction that began last ended; {@code next} is the number after its last record. */
    synchronized void ended(long next, Ending ending) {
        nexts[size - 1] = next;
        endings[size - 1] = ending;
    }

    /** How the transaction of a record ended; {@link Ending#NONE} if it was sent without one. */
    synchronized Ending of(long number) {
        int found = Arrays.binarySearch(firsts, 0, size, number);
        int at = found >= 0 ? found : -found - 2;
        return at < 0 || number >= nexts[at] ? Ending.NONE : endings[at];
    }

    /** How many transactions there were. */
    synchronized int size() {
        return begun;
    }
}
