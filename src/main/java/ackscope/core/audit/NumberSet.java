package ackscope.core.audit;

import java.util.Arrays;

/** Which records something holds of: one bit each, kept in chunks that are made when first touched. For one thread. */
final class NumberSet {
    private static final int CHUNK_SHIFT = 16;
    private static final int WORDS = 1 << (CHUNK_SHIFT - 6);

    private long[][] chunks = new long[16][];
    private long size;

    /** Adds a number from 0 on; false if it was there. */
    boolean add(long number) {
        int chunk = (int) (number >>> CHUNK_SHIFT);
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, 2 * chunks.length));
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[WORDS];
        }
        int word = (int) (number >>> 6) & WORDS - 1;
        long bit = 1L << number;
        if ((chunks[chunk][word] & bit) != 0) {
            return false;
        }
        chunks[chunk][word] |= bit;
        size++;
        return true;
    }

    boolean has(long number) {
        int chunk = (int) (number >>> CHUNK_SHIFT);
        return chunk < chunks.length && chunks[chunk] != null
                && (chunks[chunk][(int) (number >>> 6) & WORDS - 1] & 1L << number) != 0;
    }

    long size() {
        return size;
    }
}
