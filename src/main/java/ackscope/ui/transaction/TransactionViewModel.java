package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import ackscope.core.transaction.Experiment;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ReadersView;
import ackscope.core.transaction.TransactionState;
import ackscope.core.transaction.TransactionView;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.util.List;
import java.util.Map;
import java.util.EnumMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The transactional producer, what may be asked of it, the two readers and the experiments, as the panel shows them. FX thread. */
public final class TransactionViewModel implements Receiver {
    private static final List<Call> OFFERED = List.of(Call.BEGIN, Call.COMMIT, Call.ABORT, Call.REPLACE);
    private static final String LOADING = "A load is being sent into it. Stop it first.";

    private final TransactionControl control;
    private final Consumer<String> setId;
    private final Consumer<String> say;
    private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
    private final StringProperty transactionalId = new SimpleStringProperty(this, "transactionalId", "");
    private final BooleanProperty sending = new SimpleBooleanProperty(this, "sending");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final Map<Call, MoveModel> moves = new EnumMap<>(Call.class);
    private final ReadOnlyObjectWrapper<TransactionState> state = new ReadOnlyObjectWrapper<>(this, "state",
            TransactionState.CLOSED);
    private final ReadOnlyBooleanWrapper needsId = new ReadOnlyBooleanWrapper(this, "needsId");
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper contents = new ReadOnlyStringWrapper(this, "contents", "");
    private final ReadOnlyStringWrapper deadline = new ReadOnlyStringWrapper(this, "deadline", "");
    private final ReadOnlyDoubleWrapper timeLeft = new ReadOnlyDoubleWrapper(this, "timeLeft", -1);
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
    private final ReadOnlyStringWrapper readersWords = new ReadOnlyStringWrapper(this, "readersWords", "");
    private final ObservableList<ReaderLines.Line> uncommitted = FXCollections.observableArrayList();
    private final ObservableList<ReaderLines.Line> committed = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ExperimentView> experiment = new ReadOnlyObjectWrapper<>(this, "experiment",
            ExperimentView.NONE);
    private final ReadOnlyStringWrapper experimentObstacle = new ReadOnlyStringWrapper(this, "experimentObstacle", "");
    private ReadersView shown = ReadersView.NONE;
    private BooleanSupplier inSight = () -> true;

    /**
     * @param setId sets the transactional.id of the delivery settings
     * @param say   shows a sentence to the person
     */
    public TransactionViewModel(TransactionControl control, Consumer<String> setId, Consumer<String> say) {
        this.control = control;
        this.setId = setId;
        this.say = say;
        OFFERED.forEach(call -> moves.put(call, new MoveModel(call)));
        topic.subscribe(control::read);
        paused.subscribe(control::pause);
        show(TransactionView.CLOSED, 0);
    }

    /** The topic that the readers read, and experiments write to. */
    public StringProperty topicProperty() {
        return topic;
    }

    /** The transactional.id of the delivery settings, "" for none. */
    public StringProperty transactionalIdProperty() {
        return transactionalId;
    }

    /** Whether a send action is under way. */
    public BooleanProperty sendingProperty() {
        return sending;
    }

    /** For the tab: "open" while a person has a transaction open, "failed" when it has failed, "" otherwise. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    ReadOnlyObjectProperty<TransactionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the settings have no transactional.id, and no transactional producer is open. */
    ReadOnlyBooleanProperty needsIdProperty() {
        return needsId.getReadOnlyProperty();
    }

    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyStringProperty contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    ReadOnlyStringProperty deadlineProperty() {
        return deadline.getReadOnlyProperty();
    }

    /** The share of transaction.timeout.ms that is left, 0 to 1; -1 while it does not run. */
    ReadOnlyDoubleProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    List<MoveModel> moves() {
        return OFFERED.stream().map(moves::get).toList();
    }

    ObservableList<ReaderLines.Line> uncommitted() {
        return uncommitted;
    }

    ObservableList<ReaderLines.Line> committed() {
        return committed;
    }

    /** What the readers do, in words. */
    ReadOnlyStringProperty readersWordsProperty() {
        return readersWords.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ExperimentView> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** Why no experiment is offered, in words, or "". */
    ReadOnlyStringProperty experimentObstacleProperty() {
        return experimentObstacle.getReadOnlyProperty();
    }

    /** @param looked whether a person sees the panel at this moment */
    void looked(BooleanSupplier looked) {
        inSight = looked;
    }

    /** Makes a call; says why if it cannot be made. */
    void call(Call call) {
        String obstacle = moves.get(call).whyProperty().get();
        if (!obstacle.isEmpty()) {
            say.accept(obstacle);
            return;
        }
        control.call(call);
    }

    /** Gives up the call that waits. */
    void cancel() {
        control.cancel();
    }

    /** Sets the transactional.id. */
    void setTransactionalId(String id) {
        if (id.isBlank()) {
            say.accept("A transactional.id is a name that stays the same when the producer is started again.");
        } else {
            setId.accept(id.strip());
        }
    }

    /** Begins an experiment; says why if it cannot. */
    void start(Experiment chosen) {
        try {
            control.start(chosen);
            experiment.set(control.experiment());
        } catch (IllegalStateException e) {
            say.accept(e.getMessage());
        }
    }

    /** Ends the experiment. */
    void cancelExperiment() {
        control.cancelExperiment();
    }

    @Override
    public void receive(FeedBatch batch) {
        boolean looked = inSight.getAsBoolean();
        control.look(looked);
        TransactionView now = control.view();
        badge.set(switch (now.state()) {
            case ABORTABLE_ERROR, FATAL_ERROR -> "failed";
            default -> now.byHand() ? "open" : "";
        });
        experiment.set(control.experiment());
        if (looked) {
            show(now, batch.nowMs());
            show(control.readers());
            experimentObstacle.set(control.experimentObstacle());
        }
    }

    private void show(TransactionView now, long nowMs) {
        state.set(now.state());
        needsId.set(transactionalId.get().isEmpty() && now.state() == TransactionState.CLOSED);
        headline.set(TransactionWords.headline(now));
        contents.set(TransactionWords.contents(now));
        deadline.set(TransactionWords.deadline(now, nowMs));
        timeLeft.set(now.deadlineMs().isEmpty()
                ? -1
                : Math.clamp((now.deadlineMs().getAsLong() - nowMs) / (double) Math.max(1, now.timeoutMs()), 0, 1));
        waiting.set(TransactionWords.waiting(now, nowMs));
        trouble.set(TransactionWords.trouble(now));
        moves.forEach((call, move) -> move.show(obstacle(now, call),
                now.next().map(next -> next == call).orElse(false)));
    }

    private String obstacle(TransactionView now, Call call) {
        String own = now.obstacle(call);
        if (own.isEmpty() && call == Call.BEGIN) {
            return needsId.get()
                    ? "There is no transactional.id in the delivery settings: set one first."
                    : control.obstacle();
        }
        // A load would go on into the next transaction, or for ever.
        return own.isEmpty() && sending.get() ? LOADING : own;
    }

    private void show(ReadersView now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        adopt(uncommitted, ReaderLines.uncommitted(now));
        adopt(committed, ReaderLines.committed(now));
        readersWords.set(words(now));
    }

    private static void adopt(ObservableList<ReaderLines.Line> list, List<ReaderLines.Line> next) {
        if (!list.equals(next)) {
            list.setAll(next);
        }
    }

    private static String words(ReadersView now) {
        if (!now.problem().isEmpty()) {
            return now.problem();
        }
        return switch (now.state()) {
            case IDLE -> "";
            case STARTING -> "The readers connect.";
            case READING, PAUSED -> ends(now) + (now.state() == ReadersView.State.PAUSED ? " · paused" : "");
        };
    }

    private static String ends(ReadersView now) {
        String held = now.marks().stream().filter(m -> m.heldBack() > 0)
                .map(m -> now.topic() + "-" + m.partition() + ": last stable " + Figures.count(m.lastStable())
                        + ", end "
                        + Figures.count(m.end()))
                .collect(Collectors.joining(" · "));
        String skipped = now.skipped() > 0 ? " · " + Figures.count(now.skipped()) + " passed over" : "";
        return (held.isEmpty()
                ? "In all " + now.marks().size() + " partitions the last stable offset is the end."
                : held) + skipped;
    }
}
