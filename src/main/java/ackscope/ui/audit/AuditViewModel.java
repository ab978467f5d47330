package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The audit of the run at hand: asked for, followed, shown. FX thread. */
public final class AuditViewModel implements Receiver {
    private final AuditControl control;
    private final ReadOnlyObjectWrapper<Optional<AuditReport>> report = new ReadOnlyObjectWrapper<>(this, "report",
            Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ObjectProperty<Optional<Verdict>> verdict = new SimpleObjectProperty<>(this, "verdict",
            Optional.empty());
    private final ObservableList<Offender> all = FXCollections.observableArrayList();
    private final FilteredList<Offender> shown = new FilteredList<>(all);
    private Consumer<Offender> chosen = _ -> {
    };

    public AuditViewModel(AuditControl control) {
        this.control = control;
        verdict.subscribe(only -> shown.setPredicate(only.<java.util.function.Predicate<Offender>>map(
                v -> offender -> offender.verdict() == v).orElse(_ -> true)));
    }

    /** The last audit that was made of this run. */
    public ReadOnlyObjectProperty<Optional<AuditReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether one is being made. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, or why the last audit came to nothing. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Why none can be made now, or "". */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** How much of the reading is done, 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Records with an anomaly, for the tab; "" without any. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** Only offenders of this verdict are shown, or all. */
    ObjectProperty<Optional<Verdict>> verdictProperty() {
        return verdict;
    }

    /** The first offenders of each anomaly. */
    ObservableList<Offender> offenders() {
        return shown;
    }

    /** Told which offender a person chose. */
    public void onChosen(Consumer<Offender> told) {
        chosen = told;
    }

    void choose(Offender offender) {
        chosen.accept(offender);
    }

    /** Ends the run and reads everything to a proven end. */
    public void prove() {
        control.prove();
        follow();
    }

    /** Reads while the run goes on. */
    public void look() {
        control.look();
        follow();
    }

    /** Gives up the audit that is being made. */
    public void cancel() {
        control.cancel();
        follow();
    }

    @Override
    public void receive(FeedBatch batch) {
        follow();
    }

    private void follow() {
        AuditControl.State state = control.state();
        running.set(state.running());
        words.set(state.words());
        fraction.set(state.fraction());
        obstacle.set(control.obstacle());
        if (!state.report().equals(report.get())) {
            verdict.set(Optional.empty());
            all.setAll(state.report().map(AuditReport::offenders).orElse(List.of()));
            badge.set(state.report().map(AuditViewModel::anomalies).orElse(""));
            report.set(state.report());
        }
    }

    private static String anomalies(AuditReport report) {
        long n = report.counts().entrySet().stream().filter(e -> e.getKey().anomaly()).mapToLong(e -> e.getValue())
                .sum();
        return n == 0 ? "" : Figures.shortCount(n);
    }
}
