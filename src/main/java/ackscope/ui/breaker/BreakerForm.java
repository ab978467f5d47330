package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.core.breaker.BreakerSettings.Problem;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.FailureKind;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The breaker's settings as they are edited. Switches and choices count at once, numbers with {@link #commit}. What cannot be used stays as
 * typed with its problem, and the last good settings go on. FX thread.
 */
final class BreakerForm {
    /** The numbers; what counts as a failure is a set of choices instead. */
    static final Set<Field> NUMBERS = EnumSet.complementOf(EnumSet.of(Field.COUNTED));

    private final Consumer<BreakerSettings> use;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(this, "window");
    private final BooleanProperty replayOnClose = new SimpleBooleanProperty(this, "replayOnClose");
    private final Map<FailureKind, BooleanProperty> counted = new EnumMap<>(FailureKind.class);
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<BreakerSettings> inUse = new ReadOnlyObjectWrapper<>(this, "inUse");
    private boolean showing;

    /** @param use takes settings without problems */
    BreakerForm(BreakerSettings settings, Consumer<BreakerSettings> use) {
        this.use = use;
        for (Field field : Field.values()) {
            problems.put(field, new ReadOnlyStringWrapper(this, field.name(), ""));
        }
        NUMBERS.forEach(field -> texts.put(field, new SimpleStringProperty(this, field.name(), "")));
        for (FailureKind kind : FailureKind.values()) {
            counted.put(kind, choice(new SimpleBooleanProperty(this, kind.name())));
        }
        choice(window);
        choice(replayOnClose);
        inUse.set(settings);
        show();
        on.addListener((_, _, now) -> {
            if (!showing) {
                // The switch must work whatever stands in the fields.
                use(inUse.get().with(now));
            }
        });
    }

    private <P extends Property<?>> P choice(P property) {
        property.addListener((_, _, _) -> {
            if (!showing) {
                commit();
            }
        });
        return property;
    }

    BooleanProperty onProperty() {
        return on;
    }

    ObjectProperty<Window> windowProperty() {
        return window;
    }

    BooleanProperty replayOnCloseProperty() {
        return replayOnClose;
    }

    /** Whether failures of a kind count. */
    BooleanProperty countedProperty(FailureKind kind) {
        return counted.get(kind);
    }

    /** A number as typed. */
    StringProperty textProperty(Field field) {
        return texts.get(field);
    }

    /** What is wrong with a field, in words, or "". */
    ReadOnlyStringProperty problemProperty(Field field) {
        return problems.get(field).getReadOnlyProperty();
    }

    /** The last settings that could be used. */
    ReadOnlyObjectProperty<BreakerSettings> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** Uses what the form holds, or says at each field why it cannot be used. Returns whether it is used. */
    boolean commit() {
        Map<Field, Double> numbers = new EnumMap<>(Field.class);
        List<Problem> wrong = new ArrayList<>();
        texts.forEach((field, text) -> read(field, text.get()).ifPresentOrElse(n -> numbers.put(field, n),
                () -> wrong.add(new Problem(field, notANumber(field, text.get())))));
        BreakerSettings next = settings(numbers);
        Set<Field> unread = EnumSet.noneOf(Field.class);
        wrong.forEach(problem -> unread.add(problem.field()));
        next.problems().stream().filter(problem -> !unread.contains(problem.field())).forEach(wrong::add);
        if (wrong.isEmpty()) {
            use(next);
            return true;
        }
        tell(wrong);
        return false;
    }

    /** The settings as they come, on or off as now. */
    void reset() {
        use(BreakerSettings.DEFAULTS.with(on.get()));
    }

    /** Uses these settings, which have no problems. */
    void use(BreakerSettings next) {
        if (!next.equals(inUse.get())) {
            use.accept(next);
            inUse.set(next);
        }
        show();
    }

    /** The replay's pace as typed, records/s; empty, and said so, if it is none. */
    Optional<Double> pace() {
        commit();
        return problems.get(Field.REPLAY_RATE).get().isEmpty()
                ? read(Field.REPLAY_RATE, texts.get(Field.REPLAY_RATE).get())
                : Optional.empty();
    }

    private static boolean fraction(Field field) {
        return field == Field.FAILURE_PERCENT || field == Field.SLOW_PERCENT || field == Field.REPLAY_RATE;
    }

    private static Optional<Double> read(Field field, String text) {
        return Numbers.decimal(text).filter(n -> fraction(field) || n == Math.rint(n));
    }

    private static String notANumber(Field field, String text) {
        return "\"" + text.strip() + "\" is no " + (fraction(field) ? "" : "whole ") + "number.";
    }

    /** With what could be read, and what is in use for the rest. Beyond an int is beyond every range too, and the cast keeps it there. */
    private BreakerSettings settings(Map<Field, Double> numbers) {
        BreakerSettings now = inUse.get();
        Set<FailureKind> kinds = EnumSet.noneOf(FailureKind.class);
        counted.forEach((kind, counts) -> {
            if (counts.get()) {
                kinds.add(kind);
            }
        });
        return new BreakerSettings(on.get(), window.get(), whole(numbers, Field.SIZE, now.size()),
                whole(numbers, Field.LEAST, now.least()),
                numbers.getOrDefault(Field.FAILURE_PERCENT, now.failurePercent()),
                whole(numbers, Field.SLOW_MS, now.slowMs()),
                numbers.getOrDefault(Field.SLOW_PERCENT, now.slowPercent()),
                whole(numbers, Field.OPEN_MS, now.openMs()), whole(numbers, Field.PERMITS, now.permits()), kinds,
                replayOnClose.get(), numbers.getOrDefault(Field.REPLAY_RATE, now.replayPerSecond()),
                whole(numbers, Field.OUTBOX_RECORDS, now.outboxRecords()),
                whole(numbers, Field.OUTBOX_MEGABYTES, now.outboxMegabytes()));
    }

    private static int whole(Map<Field, Double> numbers, Field field, int otherwise) {
        return (int) numbers.getOrDefault(field, (double) otherwise).doubleValue();
    }

    private void show() {
        showing = true;
        BreakerSettings s = inUse.get();
        on.set(s.on());
        window.set(s.window());
        replayOnClose.set(s.replayOnClose());
        counted.forEach((kind, counts) -> counts.set(s.counted().contains(kind)));
        texts.forEach((field, text) -> text.set(plain(value(s, field))));
        showing = false;
        tell(List.of());
    }

    private static double value(BreakerSettings s, Field field) {
        return switch (field) {
            case SIZE -> s.size();
            case LEAST -> s.least();
            case FAILURE_PERCENT -> s.failurePercent();
            case SLOW_MS -> s.slowMs();
            case SLOW_PERCENT -> s.slowPercent();
            case OPEN_MS -> s.openMs();
            case PERMITS -> s.permits();
            case COUNTED -> s.counted().size();
            case REPLAY_RATE -> s.replayPerSecond();
            case OUTBOX_RECORDS -> s.outboxRecords();
            case OUTBOX_MEGABYTES -> s.outboxMegabytes();
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Figures.count((long) value)
                : new BigDecimal(String.valueOf(value)).toPlainString();
    }

    private void tell(List<Problem> wrong) {
        Map<Field, String> words = new EnumMap<>(Field.class);
        wrong.forEach(problem -> words.merge(problem.field(), problem.text(), (a, b) -> a + " " + b));
        problems.forEach((field, problem) -> problem.set(words.getOrDefault(field, "")));
    }
}
