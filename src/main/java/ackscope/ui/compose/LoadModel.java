package ackscope.ui.compose;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.ComposeException.Field;
import ackscope.core.compose.LoadPlan;
import ackscope.ui.base.Numbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How many, how fast and of what, while it is being typed. Empty rate is "as fast as it goes", empty count "until stopped". */
final class LoadModel {
    private final StringProperty many = new SimpleStringProperty(this, "many", "10");
    private final StringProperty rate = new SimpleStringProperty(this, "rate", "100");
    private final StringProperty count = new SimpleStringProperty(this, "count", "");
    private final BooleanProperty random = new SimpleBooleanProperty(this, "random");
    private final StringProperty size = new SimpleStringProperty(this, "size", "1024");
    private final StringProperty keys = new SimpleStringProperty(this, "keys", "0");
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "1");
    private final StringProperty perTransaction = new SimpleStringProperty(this, "perTransaction", "100");
    private final StringProperty abortEvery = new SimpleStringProperty(this, "abortEvery", "0");

    StringProperty manyProperty() {
        return many;
    }

    StringProperty rateProperty() {
        return rate;
    }

    StringProperty countProperty() {
        return count;
    }

    BooleanProperty randomProperty() {
        return random;
    }

    StringProperty sizeProperty() {
        return size;
    }

    StringProperty keysProperty() {
        return keys;
    }

    StringProperty seedProperty() {
        return seed;
    }

    StringProperty perTransactionProperty() {
        return perTransaction;
    }

    /** Every k-th transaction is aborted; 0 for none. */
    StringProperty abortEveryProperty() {
        return abortEvery;
    }

    static LoadPlan one(long seed, long from) {
        return LoadPlan.of(1, seed, from);
    }

    LoadPlan many(long seed, long from) throws ComposeException {
        return LoadPlan.of(number(many, "How many", 1, 1_000_000_000), seed, from);
    }

    /** Distinct keys as typed, 0 when that is no number. */
    long keySpread() {
        return Math.max(0, Numbers.whole(keys.get()).orElse(0));
    }

    /** Puts a past load back. */
    void set(LoadPlan plan) {
        rate.set(plan.ratePerSecond() == 0
                ? ""
                : new BigDecimal(plan.ratePerSecond()).stripTrailingZeros().toPlainString());
        count.set(plan.count().isPresent() ? Long.toString(plan.count().getAsLong()) : "");
        random.set(plan.randomBytes().isPresent());
        plan.randomBytes().ifPresent(bytes -> size.set(Integer.toString(bytes)));
        keys.set(Integer.toString(plan.keySpread()));
        seed.set(Long.toString(plan.seed()));
        perTransaction.set(Integer.toString(plan.perTransaction()));
        abortEvery.set(Integer.toString(plan.abortEvery()));
    }

    LoadPlan load() throws ComposeException {
        double perSecond = 0;
        if (!rate.get().isBlank()) {
            Optional<Double> typed = Numbers.decimal(rate.get());
            if (typed.isEmpty() || typed.get() <= 0 || typed.get() > 10_000_000) {
                throw wrong("Rate is a number of records per second above 0, or empty for as fast as it goes.");
            }
            perSecond = typed.get();
        }
        OptionalLong records = count.get().isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(number(count, "Count", 1, 10_000_000_000L));
        OptionalInt bytes = random.get()
                ? OptionalInt.of((int) number(size, "Value size", 1, 100_000_000))
                : OptionalInt.empty();
        return new LoadPlan(records, perSecond, bytes, (int) number(keys, "Distinct keys", 0, 1_000_000),
                number(seed, "Seed", Long.MIN_VALUE, Long.MAX_VALUE),
                (int) number(perTransaction, "Records per transaction", 1, 1_000_000_000))
                .abortingEvery((int) number(abortEvery, "Every k-th transaction aborted", 0, 1_000_000_000));
    }

    private static long number(StringProperty text, String name, long from, long to) throws ComposeException {
        OptionalLong typed = Numbers.whole(text.get());
        if (typed.isEmpty() || typed.getAsLong() < from || typed.getAsLong() > to) {
            throw wrong(from == Long.MIN_VALUE
                    ? name + " is a whole number."
                    : String.format(java.util.Locale.ROOT, "%s is a whole number from %,d to %,d.", name, from, to));
        }
        return typed.getAsLong();
    }

    private static ComposeException wrong(String words) {
        return new ComposeException(Field.LOAD, words);
    }
}
