package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import ackscope.ui.base.Figures;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** An alert as a row of the table. What changes while it is shown, whether it stands and how long it has lasted, are properties. FX thread. */
final class AlertRow {
    private final ReadOnlyBooleanWrapper standing = new ReadOnlyBooleanWrapper(this, "standing");
    private final ReadOnlyStringWrapper lasted = new ReadOnlyStringWrapper(this, "lasted", "");
    private final ReadOnlyStringWrapper evidence = new ReadOnlyStringWrapper(this, "evidence", "");
    private final ReadOnlyObjectWrapper<Alert> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    AlertRow(Alert alert, long nowMs) {
        show(alert, nowMs);
    }

    void show(Alert now, long nowMs) {
        shown.set(now);
        evidence.set(now.evidence());
        standing.set(now.clearedMs().isEmpty());
        long ms = Math.max(0, now.clearedMs().orElse(nowMs) - now.raisedMs());
        // Tenths of a time that still runs would only flicker.
        lasted.set(now.clearedMs().isEmpty() && ms < 60_000 ? ms / 1000 + " s" : Figures.span(ms));
    }

    Alert alert() {
        return shown.get();
    }

    /** The alert as it is now. */
    ReadOnlyObjectProperty<Alert> alertProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyStringProperty evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lastedProperty() {
        return lasted.getReadOnlyProperty();
    }

    /** All of it in lines, for the clipboard. */
    String text() {
        Alert alert = shown.get();
        return Figures.clock(alert.raisedMs()) + "  " + alert.rule() + " ("
                + (standing.get() ? "stands since " : "lasted ")
                + lasted.get() + ")\n" + alert.evidence() + "\nCause: " + AlertDetail.told(alert.cause()) + "\n"
                + (alert.holds() ? "Try next: " : "Afterwards: ") + AlertDetail.told(alert.next());
    }
}
