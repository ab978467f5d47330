package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.Topics.Topic;
import ackscope.core.event.ClusterEvent.ClusterFailed;
import ackscope.core.event.ClusterEvent.ClusterReady;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The cluster in use: where it is in its life, its nodes and their levers, the chosen topic, and the way to another cluster. */
public final class ClusterViewModel implements Receiver {

    /** How the cluster is, as its dot shows it: all nodes up, some, none; UNKNOWN while it starts. */
    enum Health {
        UNKNOWN, ALL, SOME, NONE
    }

    /** Partitions that a new topic may have: the lab's brokers are small, and Kafka makes 10,000 at once at most (QuorumController). */
    private static final int MOST_LAB_PARTITIONS = 200;
    private static final int MOST_PARTITIONS = 10_000;

    private final ClusterControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
    private final ReadOnlyBooleanWrapper ownLab = new ReadOnlyBooleanWrapper(this, "ownLab", true);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.STARTING);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(this, "health", Health.UNKNOWN);
    private final ReadOnlyIntegerWrapper brokersUp = new ReadOnlyIntegerWrapper(this, "brokersUp");
    private final ReadOnlyIntegerWrapper brokers = new ReadOnlyIntegerWrapper(this, "brokers");
    private final ReadOnlyStringWrapper bootstrap = new ReadOnlyStringWrapper(this, "bootstrap", "");
    private final ReadOnlyStringWrapper failureLog = new ReadOnlyStringWrapper(this, "failureLog", "");
    private final TopicModel topics;
    private final LeverModel levers;
    private final NewTopicModel newTopic;
    private Optional<ClusterFailed> failure = Optional.empty();

    /** @param say takes a sentence for the person */
    public ClusterViewModel(ClusterControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        topics = new TopicModel(control, background, say);
        levers = new LeverModel(control, background, say);
        newTopic = new NewTopicModel(topics.names(), brokers::get,
                () -> ownLab.get() ? MOST_LAB_PARTITIONS : MOST_PARTITIONS);
    }

    @Override
    public void receive(FeedBatch batch) {
        ClusterView view = batch.cluster();
        boolean cameUp = batch.missed() > 0 && topics.names().isEmpty();
        for (LabEvent event : batch.events()) {
            if (event instanceof ClusterReady) {
                cameUp = true;
                failure = Optional.empty();
            } else if (event instanceof ClusterFailed failed) {
                failure = Optional.of(failed);
            } else if (event instanceof FaultEvent fault && touchesTopics(fault)) {
                topics.outdate();
            }
        }
        // A cluster that could not even be made leaves no view of its own behind.
        boolean failedUnseen = failure.isPresent() && view.phase() == Phase.STARTING && view.nodes().isEmpty()
                && view.bootstrap().isEmpty();
        Phase now = failedUnseen ? Phase.FAILED : view.phase();
        boolean changed = now != phase.get() || control.ownLab() != ownLab.get()
                || !view.bootstrap().equals(bootstrap.get());
        name.set(control.name());
        ownLab.set(control.ownLab());
        bootstrap.set(view.bootstrap());
        brokers.set((int) view.brokers());
        brokersUp.set((int) view.brokersUp());
        phase.set(now);
        progress.set(failedUnseen ? failure.orElseThrow().message() : view.progress());
        failureLog.set(now == Phase.FAILED ? failure.map(ClusterFailed::logFile).orElse("") : "");
        health.set(health(view, now));
        summary.set(summary(view, now));
        levers.receive(view, ownLab.get(), changed, batch.nowMs());
        topics.receive(view, cameUp, batch.nowMs());
    }

    private static boolean touchesTopics(FaultEvent event) {
        return switch (event) {
            case FaultEvent.Injected begun -> begun.place() == FaultEvent.Place.TOPIC;
            case FaultEvent.Ended over -> over.place() == FaultEvent.Place.TOPIC;
            case FaultEvent.AllHealed _ -> true;
        };
    }

    private static Health health(ClusterView view, Phase phase) {
        return switch (phase) {
            case STARTING -> Health.UNKNOWN;
            case FAILED, CLOSED -> Health.NONE;
            case READY -> view.brokersUp() == 0
                    ? Health.NONE
                    : view.nodes().stream().allMatch(n -> n.state() == NodeState.UP) ? Health.ALL : Health.SOME;
        };
    }

    private String summary(ClusterView view, Phase phase) {
        return switch (phase) {
            case STARTING -> view.progress();
            case FAILED -> ownLab.get() ? "failed to start" : "cannot be reached";
            case CLOSED -> "closed";
            case READY -> view.brokersUp() + "/" + view.brokers() + " brokers"
                    + (view.nodes().stream().anyMatch(n -> n.controller() && n.state() != NodeState.UP)
                            ? ", no controller"
                            : "");
        };
    }

    /** Where the cluster is in its life. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** How far its start has come, or why it failed; "" once it is ready. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Brokers that are up. */
    public ReadOnlyIntegerProperty brokersUpProperty() {
        return brokersUp.getReadOnlyProperty();
    }

    /** Brokers in all. */
    public ReadOnlyIntegerProperty brokersProperty() {
        return brokers.getReadOnlyProperty();
    }

    /** The chosen topic, "" for none; may be set at any time. */
    public StringProperty topicProperty() {
        return topics.topicProperty();
    }

    /** What the cluster says of the chosen topic; empty while that is not known. */
    public ReadOnlyObjectProperty<Optional<Topic>> factsProperty() {
        return topics.factsProperty();
    }

    /** The fewest in-sync replicas that a partition of the chosen topic has now; -1 while that is not known. */
    public ReadOnlyIntegerProperty inSyncMinimumProperty() {
        return topics.inSyncProperty();
    }

    /** Names of the cluster's topics, sorted. */
    public ObservableList<String> topicNames() {
        return topics.names();
    }

    /** Starts the lab's own cluster, in place of the one in use. */
    public void startLabCluster() {
        failure = Optional.empty();
        say.accept("Starting the lab cluster.");
        control.startLabCluster();
    }

    /** Shows the page of connections. */
    void openConnections() {
        control.openConnections();
    }

    /** Shows a log; what goes wrong is said. */
    void openLog(String file) {
        background.run(() -> {
            control.open(file);
            return file;
        }, opened -> say.accept("Opened " + opened), e -> say.accept(Words.of(file + " could not be opened", e)));
    }

    void say(String sentence) {
        say.accept(sentence);
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty ownLabProperty() {
        return ownLab.getReadOnlyProperty();
    }

    /** The cluster's state in a few words, for the top bar. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** Addresses for any other Kafka tool, "" while unknown. */
    ReadOnlyStringProperty bootstrapProperty() {
        return bootstrap.getReadOnlyProperty();
    }

    /** The log of the node that kept the cluster from starting, "" for none. */
    ReadOnlyStringProperty failureLogProperty() {
        return failureLog.getReadOnlyProperty();
    }

    TopicModel topics() {
        return topics;
    }

    LeverModel levers() {
        return levers;
    }

    NewTopicModel newTopic() {
        return newTopic;
    }
}
