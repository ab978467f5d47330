package ackscope.core.run;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordDraft.DraftHeader;
import ackscope.core.compose.RecordSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * One send action as plain data: enough to make the same records again, save what {@code ${now}} gives. Which topic they go to is said
 * when they are made.
 *
 * @param partition      -1: the client chooses
 * @param timestampMs    of the records; -1: the client's clock
 * @param count          records; -1: until stopped
 * @param ratePerSecond  records/s, 0 for as fast as it goes
 * @param randomBytes    size of random values in bytes; -1: the value is the template
 * @param keySpread      0: the key as composed; n: one of n keys, drawn evenly
 * @param seed           of keys and values
 * @param perTransaction records in one transaction when transactional.id is set
 * @param abortEvery     k: every k-th of these transactions is aborted; 0: none is
 * @param from           what {@code ${n}} gives for the first record
 */
public record Workload(Payload key, Payload value, List<DraftHeader> headers, int partition, long timestampMs,
        long count, double ratePerSecond, int randomBytes, int keySpread, long seed, int perTransaction, int abortEvery,
        long from) {
    /** A value that is longer is kept up to here: what is told of a run shall stay readable. */
    static final int TEXT_KEPT = 10_000;

    public Workload {
        key = key == null ? Payload.NULL : key;
        value = value == null ? Payload.NULL : value;
        headers = headers == null ? List.of() : List.copyOf(headers);
        perTransaction = Math.max(1, perTransaction);
        abortEvery = Math.max(0, abortEvery);
    }

    /** What a send action sends. */
    public static Workload of(RecordDraft draft, LoadPlan plan) {
        return new Workload(shortened(draft.key()), shortened(draft.value()), draft.headers(),
                draft.partition().orElse(-1), draft.timestampMs().orElse(-1), plan.count().orElse(-1),
                plan.ratePerSecond(), plan.randomBytes().orElse(-1), plan.keySpread(), plan.seed(),
                plan.perTransaction(), plan.abortEvery(), plan.from());
    }

    /** Random values of some size with no key, from a seed. */
    public static Workload random(long count, double ratePerSecond, int bytes, long seed) {
        return new Workload(Payload.NULL, Payload.string(""), List.of(), -1, -1, count, ratePerSecond, bytes, 0, seed,
                Integer.MAX_VALUE, 0, 0);
    }

    private static Payload shortened(Payload payload) {
        return payload.text().length() <= TEXT_KEPT
                ? payload
                : new Payload(payload.type(), payload.text().substring(0, TEXT_KEPT), payload.isNull());
    }

    /** The same with another number of records. */
    public Workload times(long other) {
        return new Workload(key, value, headers, partition, timestampMs, other, ratePerSecond, randomBytes, keySpread,
                seed, perTransaction, abortEvery, from);
    }

    /**
     * What makes the records.
     *
     * @param stampTyped whether typed records carry their id in a header
     * @param clockMs    ms since the epoch
     * @throws ComposeException naming the field, when it cannot become records
     */
    public RecordSource source(String topic, boolean stampTyped, LongSupplier clockMs) throws ComposeException {
        RecordDraft draft = new RecordDraft(topic, key, value, headers,
                partition < 0 ? OptionalInt.empty() : OptionalInt.of(partition),
                timestampMs < 0 ? OptionalLong.empty() : OptionalLong.of(timestampMs));
        LoadPlan plan = new LoadPlan(count < 0 ? OptionalLong.empty() : OptionalLong.of(count), ratePerSecond,
                randomBytes < 0 ? OptionalInt.empty() : OptionalInt.of(randomBytes), keySpread, seed, perTransaction,
                abortEvery,
                from);
        return RecordSource.of(draft, plan, stampTyped, clockMs);
    }

    /** One record as it was typed. */
    boolean typed() {
        return count == 1 && randomBytes < 0;
    }

    /** In words: "50 records of 100 random bytes as fast as it goes, seed 7". */
    public String words() {
        String many = count < 0
                ? "records until stopped"
                : String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "record" : "records");
        String of = randomBytes < 0
                ? value.isNull() ? " with a null value" : " of a typed " + value.type().label() + " value"
                : " of " + String.format(Locale.ROOT, "%,d", randomBytes) + " random bytes";
        String keys = keySpread > 0
                ? ", " + keySpread + (keySpread == 1 ? " key" : " keys")
                : key.isNull() ? "" : ", with a key";
        String pace = count == 1
                ? ""
                : ratePerSecond > 0
                        ? String.format(Locale.ROOT, ", %s a second", number(ratePerSecond))
                        : ", as fast as it goes";
        boolean drawn = randomBytes >= 0 || keySpread > 0 || count != 1;
        return many + of + keys + pace + (partition < 0 ? "" : ", partition " + partition)
                + (abortEvery > 0 ? ", 1 transaction in " + abortEvery + " aborted" : "")
                + (drawn ? ", seed " + seed : "");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
