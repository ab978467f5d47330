package ackscope.ui.faults;

import ackscope.core.fault.Parameter;
import ackscope.core.fault.Parameter.Choice;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Numbers;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One parameter being filled in. Numbers may be typed as people write them (5,000 or 5k). A value that nobody changed follows its default. */
final class FieldModel {
    private final ReadOnlyObjectWrapper<Parameter> parameter = new ReadOnlyObjectWrapper<>(this, "parameter");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /** @param changed called after every change */
    FieldModel(Parameter first, Runnable changed) {
        parameter.set(first);
        text.set(first.initial());
        text.subscribe(_ -> {
            check();
            changed.run();
        });
    }

    /** What is to be filled in; its choices may change with the cluster. */
    ReadOnlyObjectProperty<Parameter> parameterProperty() {
        return parameter.getReadOnlyProperty();
    }

    /** As typed, or the value of the choice. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it, "" when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    String id() {
        return parameter.get().id();
    }

    /** As the catalogue takes it. */
    String value() {
        OptionalLong whole = number() ? Numbers.whole(text.get()) : OptionalLong.empty();
        return whole.isPresent() ? Long.toString(whole.getAsLong()) : text.get().strip();
    }

    /** The parameter of the same name in another setting. */
    void update(Parameter next) {
        boolean untouched = text.get().equals(parameter.get().initial());
        parameter.set(next);
        boolean gone = next.type() == Parameter.Type.CHOICE && next.problem(value()).isPresent();
        if (untouched || gone) {
            text.set(next.initial());
        }
        check();
    }

    /** Whether its value is worth a word where room is scarce: choices that stand at their default are not, unless they are many. */
    boolean telling() {
        return parameter.get().type() != Parameter.Type.CHOICE || !text.get().equals(parameter.get().initial())
                || parameter.get().choices().stream().anyMatch(c -> !c.group().isEmpty());
    }

    /** The value with its unit, as a person reads it; "" for an empty text. */
    String words() {
        Parameter now = parameter.get();
        return switch (now.type()) {
            case CHOICE -> now.choices().stream().filter(c -> c.value().equals(value())).map(Choice::label).findFirst()
                    .orElse(value());
            case NUMBER -> Numbers.whole(value()).stream().mapToObj(Figures::count).findFirst().orElse(value())
                    + (now.unit().isEmpty() ? "" : " " + now.unit());
            case DECIMAL, TEXT -> value();
        };
    }

    /** What a number may be, "" for the other types. */
    String range() {
        Parameter now = parameter.get();
        return switch (now.type()) {
            case NUMBER -> Figures.count((long) now.min()) + " to " + Figures.count((long) now.max());
            case DECIMAL -> Figures.number(now.min()) + " to " + Figures.number(now.max());
            case CHOICE, TEXT -> "";
        };
    }

    private boolean number() {
        return parameter.get().type() == Parameter.Type.NUMBER || parameter.get().type() == Parameter.Type.DECIMAL;
    }

    private void check() {
        problem.set(parameter.get().problem(value()).orElse(""));
    }
}
