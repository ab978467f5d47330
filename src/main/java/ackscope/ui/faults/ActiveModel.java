package ackscope.ui.faults;

import ackscope.core.fault.ActiveFault;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A fault in force as it is listed; lives as long as the fault does. */
final class ActiveModel {
    private final ActiveFault fault;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ReadOnlyBooleanWrapper ending = new ReadOnlyBooleanWrapper(this, "ending");

    ActiveModel(ActiveFault fault) {
        this.fault = fault;
    }

    long id() {
        return fault.id();
    }

    String title() {
        return fault.title();
    }

    String expect() {
        return fault.expect();
    }

    /** What undoing it does. */
    String undo() {
        return fault.undo();
    }

    /** For how long, until when, how often: "for 12.6 s · ends in 3.2 s · struck 3 times". */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it is being undone. */
    ReadOnlyBooleanProperty endingProperty() {
        return ending.getReadOnlyProperty();
    }

    void ending(boolean now) {
        ending.set(now);
    }

    void receive(ActiveFault now, long nowMs) {
        state.set(FaultWords.state(now, nowMs));
    }
}
