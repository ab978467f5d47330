package ackscope.ui.faults;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultKind;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * Faults to set and faults in force. A kind of fault has one form, whether it is filled in in the strip or in the catalogue. Faults are set
 * and undone off the FX thread; what goes wrong is said in words. FX thread.
 */
public final class FaultsViewModel implements Receiver {
    private final FaultControl control;
    private final Background background;
    private final Consumer<String> say;
    private final QuickModel quick;
    private final CatalogueModel catalogue;
    private final HealModel healing;
    private final Map<String, FaultForm> forms = new HashMap<>();
    private final ObservableList<ActiveModel> active = FXCollections.observableArrayList();
    private final ObservableList<ActiveModel> activeSeen = FXCollections.unmodifiableObservableList(active);
    private final StringProperty acks = new SimpleStringProperty(this, "acks", "");
    private final LongProperty deliveryTimeoutMs = new SimpleLongProperty(this, "deliveryTimeoutMs", 120_000);
    private final IntegerProperty minInsync = new SimpleIntegerProperty(this, "minInsync", 1);
    private final ReadOnlyObjectWrapper<Optional<FaultContext>> context = new ReadOnlyObjectWrapper<>(this, "context",
            Optional.empty());
    private final ReadOnlyBooleanWrapper ownLab = new ReadOnlyBooleanWrapper(this, "ownLab", true);
    private final ReadOnlyBooleanWrapper breakable = new ReadOnlyBooleanWrapper(this, "breakable");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle",
            "The cluster is not ready yet.");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyIntegerWrapper injected = new ReadOnlyIntegerWrapper(this, "injected");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<FaultForm>> asking = new ReadOnlyObjectWrapper<>(this, "asking",
            Optional.empty());
    private Subscription asked = Subscription.EMPTY;

    /** @param say takes a sentence for the person */
    public FaultsViewModel(FaultControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        quick = new QuickModel(control.catalogue());
        catalogue = new CatalogueModel(control.catalogue());
        healing = new HealModel(control, background, say);
    }

    /** {@code acks} in effect, as the client spells it. */
    public StringProperty acksProperty() {
        return acks;
    }

    /** {@code delivery.timeout.ms} in effect. */
    public LongProperty deliveryTimeoutMsProperty() {
        return deliveryTimeoutMs;
    }

    /** {@code min.insync.replicas} of the chosen topic. */
    public IntegerProperty minInsyncProperty() {
        return minInsync;
    }

    /** Whether there is a lab cluster that takes faults at named points. */
    public ReadOnlyBooleanProperty breakableProperty() {
        return breakable.getReadOnlyProperty();
    }

    /** Ends every fault, brings every node back and waits until all is well; says so. */
    public void healAll() {
        healing.start(active);
    }

    @Override
    public void receive(FeedBatch batch) {
        ownLab.set(control.ownLab());
        Optional<FaultContext> now = context(batch.cluster());
        if (!now.equals(context.get())) {
            context.set(now);
            now.ifPresent(next -> forms.values().forEach(form -> form.update(next)));
        }
        breakable.set(ownLab.get() && now.isPresent());
        obstacle.set(obstacle(batch.cluster()));
        show(batch.insight().faults(), batch.nowMs());
        for (LabEvent event : batch.events()) {
            if (event instanceof FaultEvent.AllHealed healed) {
                healing.healed(healed, batch.nowMs());
            }
        }
        healing.tick(batch.nowMs(), !active.isEmpty());
    }

    private Optional<FaultContext> context(ClusterView view) {
        List<Integer> brokers = view.nodes().stream().filter(n -> !n.controller()).map(ClusterView.Node::id).toList();
        if (view.phase() != Phase.READY || brokers.isEmpty()) {
            return Optional.empty();
        }
        int controller = view.nodes().stream().filter(ClusterView.Node::controller).map(ClusterView.Node::id)
                .findFirst().orElse(Fault.NO_NODE);
        int leader = view.partitions().isEmpty() ? Fault.NO_NODE : view.partitions().getFirst().leader();
        List<Integer> replicas = view.partitions().isEmpty() ? List.of() : view.partitions().getFirst().replicas();
        return Optional.of(new FaultContext(view.topic(), brokers, controller, leader, replicas,
                deliveryTimeoutMs.get(), minInsync.get()));
    }

    private String obstacle(ClusterView view) {
        if (healing.healingProperty().get()) {
            return "Healing is under way; set the next fault when all is well.";
        }
        return switch (view.phase()) {
            case STARTING -> "The cluster is not ready yet: " + view.progress();
            case FAILED -> "There is no cluster to break: " + view.progress();
            case CLOSED -> "The cluster is closed.";
            case READY -> "";
        };
    }

    private void show(List<ActiveFault> faults, long nowMs) {
        List<Long> ids = faults.stream().map(ActiveFault::id).toList();
        active.removeIf(row -> !ids.contains(row.id()));
        for (ActiveFault fault : faults) {
            ActiveModel row = active.stream().filter(r -> r.id() == fault.id()).findFirst().orElseGet(() -> {
                ActiveModel next = new ActiveModel(fault);
                active.add(next);
                return next;
            });
            row.receive(fault, nowMs);
        }
    }

    /** The form of a kind; empty while the cluster is not known, because there is nothing to choose from then. */
    Optional<FaultForm> form(FaultKind kind) {
        return context.get().map(now -> forms.computeIfAbsent(kind.id(), _ -> new FaultForm(kind, now)));
    }

    /** What one should know before setting a fault of this kind as it is filled in. */
    List<String> notes(FaultKind kind) {
        return form(kind).flatMap(form -> form.faultProperty().get()).map(fault -> FaultWords.notes(fault, acks.get()))
                .orElse(List.of());
    }

    /** Why a fault of this kind cannot be set now, "" when it can. */
    String obstacle(FaultKind kind) {
        return !obstacle.get().isEmpty() || ownLab.get() ? obstacle.get() : FaultWords.foreign(kind);
    }

    /** Sets what is filled in, or says why not. Where something is lost for good it only asks; {@link #confirm} is the yes. */
    void inject(FaultForm form) {
        set(form, false);
    }

    /** The answer to a question is yes; without one nothing is done. */
    void confirm() {
        asking.get().ifPresent(form -> set(form, true));
    }

    private void set(FaultForm form, boolean confirmed) {
        failure.set("");
        Optional<Fault> built = form.faultProperty().get();
        String why = obstacle(form.kind());
        if (why.isEmpty()) {
            why = form.problemProperty().get();
        }
        if (why.isEmpty() && !ownLab.get()) {
            why = built.map(FaultWords::foreign).orElse("");
        }
        if (!why.isEmpty() || built.isEmpty() || busy.get()) {
            fail(busy.get() ? "The last fault is still being set. Wait until it is done." : why);
            return;
        }
        Fault fault = built.get();
        if (!FaultWords.question(fault).isEmpty() && !confirmed) {
            ask(form);
            return;
        }
        keep();
        busy.set(true);
        background.run(() -> {
            control.inject(fault);
            return fault;
        }, done -> {
            busy.set(false);
            injected.set(injected.get() + 1);
            say.accept(FaultPane.capital(done.label().title()) + (form.kind().once() ? ": done. " : " acts now. ")
                    + String.join(" ", FaultWords.notes(done, acks.get()).isEmpty()
                            ? List.of(done.label().expect())
                            : FaultWords.notes(done, acks.get())));
        }, e -> {
            busy.set(false);
            fail(FaultWords.failure("The fault was not set", e));
        });
    }

    private void ask(FaultForm form) {
        asked.unsubscribe();
        asking.set(Optional.of(form));
        // The yes is to what was asked, not to what is filled in later.
        asked = form.faultProperty().subscribe((_, _) -> keep());
    }

    /** The answer to a question is no, or it is out of date. */
    void keep() {
        asked.unsubscribe();
        asked = Subscription.EMPTY;
        asking.set(Optional.empty());
    }

    void undo(ActiveModel fault) {
        if (fault.endingProperty().get()) {
            return;
        }
        fault.ending(true);
        background.run(() -> {
            control.undo(fault.id());
            return fault;
        }, _ -> say.accept("Undone: " + fault.title() + ". " + fault.undo()), e -> {
            fault.ending(false);
            fail(FaultWords.failure("The fault was not undone", e));
        });
    }

    private void fail(String words) {
        failure.set(words);
        say.accept(words);
    }

    /** Forgets what went wrong last. */
    void dismiss() {
        failure.set("");
        keep();
    }

    QuickModel quick() {
        return quick;
    }

    CatalogueModel catalogue() {
        return catalogue;
    }

    HealModel healing() {
        return healing;
    }

    /** Those in force, oldest first. */
    ObservableList<ActiveModel> active() {
        return activeSeen;
    }

    ReadOnlyObjectProperty<Optional<FaultContext>> contextProperty() {
        return context.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty ownLabProperty() {
        return ownLab.getReadOnlyProperty();
    }

    /** Why nothing at all can be set now, "" when something can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether a fault is being set. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How many were set so far. */
    ReadOnlyIntegerProperty injectedProperty() {
        return injected.getReadOnlyProperty();
    }

    /** What went wrong last, "" for nothing. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The form whose question waits for an answer. */
    ReadOnlyObjectProperty<Optional<FaultForm>> askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
