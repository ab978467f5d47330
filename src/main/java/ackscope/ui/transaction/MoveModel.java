package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One call as a person may make it: whether it is offered, why not, and whether it is the one right next step. FX thread. */
final class MoveModel {
    private final Call call;
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper(this, "why", "");
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private final ReadOnlyBooleanWrapper next = new ReadOnlyBooleanWrapper(this, "next");

    MoveModel(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }

    void show(String obstacle, boolean isNext) {
        why.set(obstacle);
        offered.set(obstacle.isEmpty());
        next.set(isNext && obstacle.isEmpty());
    }

    /** Why it is not offered, in words; "" when it is. */
    ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether it is the one right next step. */
    ReadOnlyBooleanProperty nextProperty() {
        return next.getReadOnlyProperty();
    }
}
