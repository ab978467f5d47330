package ackscope.ui.alerts;

import ackscope.core.metrics.AlertCondition;
import ackscope.core.metrics.AlertRule;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A rule as it is edited: its switch, and three numbers as typed, times in seconds. The switch counts at once, numbers with
 * {@link #commit}; a rule that cannot be used stays as typed with its problem beside it, and the last good one goes on. FX thread.
 */
final class RuleModel {
    private final AlertCondition condition;
    private final Consumer<AlertRule> use;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final StringProperty threshold = new SimpleStringProperty(this, "threshold");
    private final StringProperty hold = new SimpleStringProperty(this, "hold");
    private final StringProperty clear = new SimpleStringProperty(this, "clear");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private AlertRule inUse;
    private boolean showing;

    /** @param use takes a rule without problems */
    RuleModel(AlertRule rule, Consumer<AlertRule> use) {
        this.condition = rule.condition();
        this.use = use;
        inUse = rule;
        show();
        on.addListener((_, _, now) -> {
            if (!showing) {
                use(new AlertRule(condition, now, inUse.threshold(), inUse.holdMs(), inUse.clearMs()));
            }
        });
    }

    AlertCondition condition() {
        return condition;
    }

    BooleanProperty onProperty() {
        return on;
    }

    /** In the condition's unit. */
    StringProperty thresholdProperty() {
        return threshold;
    }

    /** How long it must hold, s. */
    StringProperty holdProperty() {
        return hold;
    }

    /** How long it must be over, s. */
    StringProperty clearProperty() {
        return clear;
    }

    /** What is wrong with what was typed, in words, or "". */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is not the rule as it comes. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Uses what was typed, or says why it cannot be used. */
    void commit() {
        List<String> problems = new ArrayList<>();
        double mark = number("The threshold", threshold.get(), problems);
        int holdMs = ms("The time before it is raised", hold.get(), problems);
        int clearMs = ms("The time before it is cleared", clear.get(), problems);
        if (problems.isEmpty()) {
            AlertRule next = new AlertRule(condition, on.get(), mark, holdMs, clearMs);
            problems.addAll(next.problems());
            if (problems.isEmpty()) {
                use(next);
                return;
            }
        }
        problem.set(String.join(" ", problems));
    }

    /** The rule as it comes. */
    void reset() {
        use(condition.preset());
    }

    private void use(AlertRule next) {
        if (!next.equals(inUse)) {
            inUse = next;
            use.accept(next);
        }
        show();
    }

    private void show() {
        showing = true;
        on.set(inUse.on());
        threshold.set(plain(inUse.threshold()));
        hold.set(plain(inUse.holdMs() / 1000.0));
        clear.set(plain(inUse.clearMs() / 1000.0));
        problem.set("");
        changed.set(!inUse.equals(condition.preset()));
        showing = false;
    }

    /** It in a line, if it is not the rule as it comes. */
    Optional<String> kept() {
        return changed.get()
                ? Optional.of(inUse.on() + " " + inUse.threshold() + " " + inUse.holdMs() + " " + inUse.clearMs())
                : Optional.empty();
    }

    /** The rule of a line of {@link #kept}; one that cannot be read, or be used any more, changes nothing. */
    void restore(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            return;
        }
        try {
            AlertRule rule = new AlertRule(condition, Boolean.parseBoolean(parts[0]), Double.parseDouble(parts[1]),
                    Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            if (rule.problems().isEmpty()) {
                use(rule);
            }
        } catch (NumberFormatException e) {
            // Written by another version, or by hand: the preset stays.
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Figures.count((long) value)
                : new BigDecimal(String.valueOf(value)).toPlainString();
    }

    private static int ms(String what, String text, List<String> problems) {
        // What is beyond an int is beyond the rule's range too, and the cast keeps it there.
        return (int) Math.rint(number(what, text, problems) * 1000);
    }

    private static double number(String what, String text, List<String> problems) {
        Optional<Double> number = Numbers.decimal(text);
        if (number.isEmpty()) {
            problems.add(what + " is no number: \"" + text.strip() + "\".");
        }
        return number.orElse(0.0);
    }
}
