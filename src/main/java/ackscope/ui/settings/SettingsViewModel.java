package ackscope.ui.settings;

import ackscope.core.cluster.ClusterView;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Guarantee;
import ackscope.core.settings.Preset;
import ackscope.core.settings.Problem;
import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.Remedy;
import ackscope.core.settings.RetrySchedule;
import ackscope.core.settings.SettingsRules;
import ackscope.core.settings.TopicFacts;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ackscope.ui.base.PartitionCounts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The delivery settings as they are being edited. {@link #typedProperty()} is what the form holds, good or bad;
 * {@link #settingsProperty()} is what may be sent with, and keeps the last good ones while the form has an error. FX thread.
 */
public final class SettingsViewModel implements Receiver {
    /** How many tries are enough for a picture. */
    private static final int TRIES = 400;

    private record State(ProducerSettings typed, Preset base) {
    }

    private final SettingsRules rules;
    private final History<State> history = new History<>();
    private final ReadOnlyObjectWrapper<ProducerSettings> typed = new ReadOnlyObjectWrapper<>(this, "typed");
    private final ReadOnlyObjectWrapper<ProducerSettings> settings = new ReadOnlyObjectWrapper<>(this, "settings");
    private final ReadOnlyObjectWrapper<Guarantee> guarantee = new ReadOnlyObjectWrapper<>(this, "guarantee");
    private final ReadOnlyObjectWrapper<RetrySchedule> schedule = new ReadOnlyObjectWrapper<>(this, "schedule");
    private final ReadOnlyObjectWrapper<Preset> base = new ReadOnlyObjectWrapper<>(this, "base");
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper(this, "applicable");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final BooleanProperty sending = new SimpleBooleanProperty(this, "sending");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    // Held here, because such a view listens weakly: one made for a single call takes its listeners with it.
    private final ObservableList<Problem> problemsView = FXCollections.unmodifiableObservableList(problems);
    private UnaryOperator<String> outlook;
    private EffectiveSettings effective;
    private ProducerSettings sentWith = ProducerSettings.DEFAULTS;
    private Optional<TopicFacts> topic = Optional.empty();
    private String described = "";
    private int minInsync;
    private PartitionCounts counts = PartitionCounts.NONE;

    /** @param start what the form begins with */
    public SettingsViewModel(SettingsRules rules, Preset start) {
        this.rules = rules;
        base.set(start);
        effective = EffectiveSettings.of(ProducerSettings.DEFAULTS);
        settings.set(ProducerSettings.DEFAULTS);
        sending.addListener(_ -> {
            sentWith = settings.get();
            notice.set(notice());
        });
        show(new State(start.settings(), start));
    }

    /** What the form holds. Changes last, after everything that follows from it. */
    public ReadOnlyObjectProperty<ProducerSettings> typedProperty() {
        return typed.getReadOnlyProperty();
    }

    /** The last good settings: what to send with. */
    public ReadOnlyObjectProperty<ProducerSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Whether the form has no error, so that {@link #settingsProperty()} is what it holds. */
    public ReadOnlyBooleanProperty applicableProperty() {
        return applicable.getReadOnlyProperty();
    }

    /** What there is to say, errors first. */
    public ObservableList<Problem> problems() {
        return problemsView;
    }

    /** What the settings to send with promise on the chosen topic. */
    public ReadOnlyObjectProperty<Guarantee> guaranteeProperty() {
        return guarantee.getReadOnlyProperty();
    }

    /** When a batch that always fails at once would be tried, with the settings to send with. */
    public ReadOnlyObjectProperty<RetrySchedule> scheduleProperty() {
        return schedule.getReadOnlyProperty();
    }

    /** The preset the form started from. */
    public ReadOnlyObjectProperty<Preset> baseProperty() {
        return base.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** A sentence about when the form takes effect; "" when it has. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The settings were given to the engine: what follows goes out with them. */
    public void applied() {
        sentWith = settings.get();
        notice.set(notice());
    }

    /** Whether records are being sent now: a change then takes effect with a new producer. Set from outside. */
    public BooleanProperty sendingProperty() {
        return sending;
    }

    /** What the client makes of the settings to send with. */
    public EffectiveSettings effective() {
        return effective;
    }

    /** What the client holds for a setting of the form, typed or not, as text. */
    public String outlook(String key) {
        return outlook.apply(key);
    }

    /** How many settings differ from the preset the form started from. */
    public int changes() {
        return typed.get().differences(base.get().settings());
    }

    /** Types a value; an empty one puts the setting back to its default, unless empty is a value of its own there. */
    public void set(String key, String text) {
        boolean empty = text.isEmpty() && !ProducerSetting.named(key).map(ProducerSetting::emptyIsValue).orElse(false);
        change(empty ? typed.get().without(key) : typed.get().with(key, text), base.get());
    }

    /** Puts a setting back to its default. */
    public void reset(String key) {
        change(typed.get().without(key), base.get());
    }

    /** Takes a way out of a problem. */
    public void apply(Remedy remedy) {
        change(remedy.applyTo(typed.get()), base.get());
    }

    /** Starts over from a preset. */
    public void choose(Preset preset) {
        change(preset.settings(), preset);
    }

    /** Takes settings from elsewhere, such as a file; the preset stays what changes are counted from. */
    public void replace(ProducerSettings next) {
        change(next, base.get());
    }

    public void undo() {
        history.undo(now()).ifPresent(this::show);
    }

    public void redo() {
        history.redo(now()).ifPresent(this::show);
    }

    /**
     * Says what was read about a topic; it counts while the cluster's view is about the same topic.
     *
     * @param minInsyncReplicas its {@code min.insync.replicas}
     */
    public void describeTopic(String topicName, int minInsyncReplicas) {
        described = topicName;
        minInsync = minInsyncReplicas;
    }

    @Override
    public void receive(FeedBatch batch) {
        ClusterView cluster = batch.cluster();
        List<ClusterView.Partition> partitions = cluster.partitions();
        if (!cluster.topic().equals(described) || partitions.isEmpty()) {
            learn(Optional.empty());
            return;
        }
        counts = counts.of(partitions);
        learn(Optional.of(new TopicFacts(counts.mostReplicas(), minInsync, counts.fewestInSync())));
    }

    private void learn(Optional<TopicFacts> facts) {
        if (!facts.equals(topic)) {
            topic = facts;
            judge(typed.get());
        }
    }

    private void change(ProducerSettings next, Preset from) {
        State state = new State(next, from);
        if (!state.equals(now())) {
            history.add(now());
            show(state);
        }
    }

    private State now() {
        return new State(typed.get(), base.get());
    }

    private void show(State state) {
        base.set(state.base());
        judge(state.typed());
        outlook = SettingsRules.outlook(state.typed());
        canUndo.set(history.hasPast());
        canRedo.set(history.hasFuture());
        typed.set(state.typed());
    }

    private void judge(ProducerSettings next) {
        List<Problem> found = rules.check(next, topic);
        if (!found.equals(problems)) {
            problems.setAll(found);
        }
        boolean good = found.stream().noneMatch(Problem::isError);
        if (good) {
            effective = EffectiveSettings.of(next);
            schedule.set(RetrySchedule.of(effective, 0, TRIES));
        }
        guarantee.set(Guarantee.of(effective, topic));
        applicable.set(good);
        if (good) {
            settings.set(next);
        }
        notice.set(notice());
    }

    private String notice() {
        if (!applicable.get()) {
            return "Not in use: put right what is red. Until then the settings before it stay in use.";
        }
        return sending.get() && !settings.get().equals(sentWith)
                ? "Takes effect with a new producer: this one is drained and closed first."
                : "";
    }
}
