package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerView;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The circuit breaker and its outbox: how they stand, their settings as they are edited, and what one may ask of them. FX thread. */
public final class BreakerViewModel implements Receiver {
    private final BreakerControl control;
    private final BreakerForm form;
    private final ReadOnlyObjectWrapper<BreakerState> state = new ReadOnlyObjectWrapper<>(this, "state",
            BreakerState.OFF);
    private final ReadOnlyObjectWrapper<OutboxState> outbox = new ReadOnlyObjectWrapper<>(this, "outbox",
            OutboxState.of(BreakerView.OFF));

    public BreakerViewModel(BreakerControl control) {
        this.control = control;
        form = new BreakerForm(control.settings(), control::use);
    }

    BreakerForm form() {
        return form;
    }

    ReadOnlyObjectProperty<BreakerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OutboxState> outboxProperty() {
        return outbox.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        BreakerView view = batch.insight().breaker();
        state.set(BreakerState.of(view, form.inUseProperty().get(), control.obstacle()));
        outbox.set(OutboxState.of(view));
    }

    /** Replays what is held at the pace typed, unless that is no pace. */
    void replay() {
        form.pace().ifPresent(control::replay);
    }

    /** Throws away what is held. The view asks first. */
    void discard() {
        control.discard();
    }

    /** What is to be remembered, by name. */
    public Map<String, String> options() {
        return BreakerOptions.of(form.inUseProperty().get());
    }

    /** What was remembered; what means nothing here is passed over. */
    public void restore(Map<String, String> options) {
        form.use(BreakerOptions.read(options));
    }
}
