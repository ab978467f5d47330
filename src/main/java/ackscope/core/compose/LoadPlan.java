package ackscope.core.compose;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How many records, how fast, and of what.
 *
 * @param count          records to send, or empty: until stopped
 * @param ratePerSecond  records/s, or 0: as fast as it goes
 * @param randomBytes    size of random values in bytes, or empty: the draft's value is the template
 * @param keySpread      0: the draft's key; n: keys {@code key-0} to {@code key-(n-1)}, drawn evenly
 * @param seed           makes keys and values repeat exactly, save what {@code ${now}} gives
 * @param perTransaction records in one transaction when transactional.id is set, at least 1
 * @param abortEvery     k: transactions k, 2k, 3k ... of the action are aborted, the others committed; 0: none is aborted
 * @param from           what {@code ${n}} gives for the first record
 */
public record LoadPlan(OptionalLong count, double ratePerSecond, OptionalInt randomBytes, int keySpread, long seed,
        int perTransaction, int abortEvery, long from) {

    public LoadPlan {
        if ((count.isPresent() && count.getAsLong() < 1) || ratePerSecond < 0 || !Double.isFinite(ratePerSecond)
                || keySpread < 0 || perTransaction < 1 || abortEvery < 0) {
            throw new IllegalArgumentException(
                    "count and records per transaction start at 1, rate, key spread and aborts at 0");
        }
    }

    /** A load whose {@code ${n}} begins with 0, and whose transactions are all committed. */
    public LoadPlan(OptionalLong count, double ratePerSecond, OptionalInt randomBytes, int keySpread, long seed,
            int perTransaction) {
        this(count, ratePerSecond, randomBytes, keySpread, seed, perTransaction, 0, 0);
    }

    /** The same load, with every k-th transaction aborted; 0 for none. */
    public LoadPlan abortingEvery(int every) {
        return new LoadPlan(count, ratePerSecond, randomBytes, keySpread, seed, perTransaction, every, from);
    }

    /** Whether the transaction of this number, counted from 1, is to be aborted. */
    public boolean aborts(long transaction) {
        return abortEvery > 0 && transaction % abortEvery == 0;
    }

    /** The draft, {@code count} times, as fast as it goes. */
    public static LoadPlan of(long count) {
        return of(count, 0, 0);
    }

    /** The draft, {@code count} times, as fast as it goes, with a seed and a first {@code ${n}} of its own. */
    public static LoadPlan of(long count, long seed, long from) {
        return new LoadPlan(OptionalLong.of(count), 0, OptionalInt.empty(), 0, seed, Integer.MAX_VALUE, 0, from);
    }
}
