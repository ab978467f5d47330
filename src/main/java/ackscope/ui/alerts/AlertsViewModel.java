package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import ackscope.core.metrics.Alerts;
import ackscope.ui.alerts.AlertBell.Notice;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The alerts that stand and those that were cleared lately, newest first; their rules; and whether to tell who does not look. FX thread. */
public final class AlertsViewModel implements Receiver {
    private static final String NOTIFY = "alerts.notify";
    private static final String RULE = "alerts.rule.";

    private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper standing = new ReadOnlyIntegerWrapper(this, "standing");
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
    private final ReadOnlyIntegerWrapper watching = new ReadOnlyIntegerWrapper(this, "watching");
    private final BooleanProperty notifying = new SimpleBooleanProperty(this, "notifying", true);
    private final ReadOnlyObjectWrapper<AlertRow> newest = new ReadOnlyObjectWrapper<>(this, "newest");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(this, "notice",
            Optional.empty());
    private final AlertBell bell = new AlertBell();
    private final List<RuleModel> rules;
    private List<Alert> shown = List.of();
    private BooleanSupplier inSight = () -> true;

    /** @param alerts whose rules are edited */
    public AlertsViewModel(Alerts alerts) {
        rules = alerts.rules().stream().map(rule -> new RuleModel(rule, alerts::set)).toList();
        rules.forEach(rule -> rule.onProperty().subscribe(_ -> count()));
    }

    private void count() {
        watching.set((int) rules.stream().filter(r -> r.onProperty().get()).count());
    }

    /** How many stand. */
    public ReadOnlyIntegerProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** How many of them go on, as a word for a tab; "" when none does. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** Whether a person who does not look is told. */
    public BooleanProperty notifyingProperty() {
        return notifying;
    }

    /** How many rules are on. */
    ReadOnlyIntegerProperty watchingProperty() {
        return watching.getReadOnlyProperty();
    }

    /** The one raised last; null while there is none. */
    ReadOnlyObjectProperty<AlertRow> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    ObservableList<AlertRow> rows() {
        return rows;
    }

    List<RuleModel> rules() {
        return rules;
    }

    /** All rules as they come. */
    void resetRules() {
        rules.forEach(RuleModel::reset);
    }

    /** Tells alerts from now on to who does not see them; {@code looked} says whether a person sees them at this moment. */
    void tell(BooleanSupplier looked) {
        inSight = looked;
    }

    /** What is told to who does not see the alerts. */
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        List<Alert> now = batch.insight().alerts();
        if (!now.equals(shown) || standing.get() > 0) {
            show(now, batch.nowMs());
        }
        notice.set(bell.take(now, batch.nowMs(), !notifying.get() || inSight.getAsBoolean()));
    }

    /** Rows stay the same objects while their alert is listed, so that a chosen one stays chosen. */
    private void show(List<Alert> now, long nowMs) {
        shown = now;
        Map<Long, AlertRow> known = rows.stream()
                .collect(Collectors.toMap(row -> row.alert().id(), Function.identity()));
        List<AlertRow> next = now.stream().map(alert -> {
            AlertRow row = known.get(alert.id());
            if (row == null) {
                return new AlertRow(alert, nowMs);
            }
            row.show(alert, nowMs);
            return row;
        }).toList();
        if (!rows.equals(next)) {
            adopt(next);
            newest.set(rows.isEmpty() ? null : rows.getFirst());
        }
        standing.set((int) now.stream().filter(a -> a.clearedMs().isEmpty()).count());
        long asking = now.stream().filter(Alert::holds).count();
        badge.set(asking == 0 ? "" : String.valueOf(asking));
    }

    private void adopt(List<AlertRow> next) {
        rows.removeIf(row -> !next.contains(row));
        for (int i = 0; i < next.size(); i++) {
            if (i >= rows.size() || rows.get(i) != next.get(i)) {
                rows.add(i, next.get(i));
            }
        }
    }

    /** What is to be remembered, by name. */
    public Map<String, String> options() {
        Map<String, String> kept = new HashMap<>();
        if (!notifying.get()) {
            kept.put(NOTIFY, "false");
        }
        rules.forEach(rule -> rule.kept().ifPresent(line -> kept.put(RULE + rule.condition().name(), line)));
        return kept;
    }

    /** What was remembered; names and values that mean nothing here are passed over. */
    public void restore(Map<String, String> options) {
        notifying.set(!"false".equals(options.get(NOTIFY)));
        rules.forEach(
                rule -> Optional.ofNullable(options.get(RULE + rule.condition().name())).ifPresent(rule::restore));
    }
}
