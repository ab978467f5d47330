package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.Topics.NewTopic;
import ackscope.core.cluster.Topics.Topic;
import ackscope.ui.base.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ackscope.ui.base.PartitionCounts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The topics of the cluster in use, and the chosen one: its facts as the cluster tells them, its partitions as last seen. Answers that
 * come after another question was asked are dropped.
 */
final class TopicModel {
    private static final long ASK_AGAIN_MS = 3_000;

    private final ClusterControl control;
    private final Background background;
    private final Consumer<String> say;
    private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
    private final ReadOnlyObjectWrapper<Optional<Topic>> facts = new ReadOnlyObjectWrapper<>(this, "facts",
            Optional.empty());
    private final ReadOnlyIntegerWrapper inSync = new ReadOnlyIntegerWrapper(this, "inSync", -1);
    private final ReadOnlyBooleanWrapper listing = new ReadOnlyBooleanWrapper(this, "listing");
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<Partition> partitions = FXCollections.observableArrayList();
    private final ObservableList<String> namesSeen = FXCollections.unmodifiableObservableList(names);
    private final ObservableList<Partition> partitionsSeen = FXCollections.unmodifiableObservableList(partitions);
    private boolean ready;
    private PartitionCounts counts = PartitionCounts.NONE;
    private boolean told;
    private int cluster;
    private int question;
    private long askAgainMs;
    private boolean outdated;

    TopicModel(ClusterControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        topic.addListener(_ -> chosen());
    }

    StringProperty topicProperty() {
        return topic;
    }

    ReadOnlyObjectProperty<Optional<Topic>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty inSyncProperty() {
        return inSync.getReadOnlyProperty();
    }

    /** Whether the list is being asked for. */
    ReadOnlyBooleanProperty listingProperty() {
        return listing.getReadOnlyProperty();
    }

    ObservableList<String> names() {
        return namesSeen;
    }

    /** Partitions of the chosen topic by number, as last seen. */
    ObservableList<Partition> partitions() {
        return partitionsSeen;
    }

    /** @param cameUp whether the cluster became ready since the last call */
    void receive(ClusterView view, boolean cameUp, long nowMs) {
        if (view.phase() == Phase.STARTING) {
            // Another cluster: what the last one said of a topic of that name is not true of this one.
            facts.set(Optional.empty());
        }
        if (view.phase() != Phase.READY) {
            ready = false;
        } else if (cameUp || !ready) {
            ready = true;
            cluster++;
            control.watch(topic.get());
            list(cameUp);
            describe();
        }
        List<Partition> seen = view.topic().equals(topic.get()) ? view.partitions() : List.of();
        PartitionCounts before = counts;
        counts = counts.of(seen);
        if (counts != before && !partitions.equals(seen)) {
            partitions.setAll(seen);
        }
        inSync.set(counts.fewestInSync());
        boolean stale = facts.get().map(f -> !seen.isEmpty() && seen.size() != f.partitions())
                .orElse(!topic.get().isEmpty());
        if (ready && (stale || outdated) && view.brokersUp() > 0 && nowMs >= askAgainMs) {
            askAgainMs = nowMs + ASK_AGAIN_MS;
            describe();
        }
    }

    /** Something was done that may have changed the chosen topic's facts: they are asked for again with the next batch. */
    void outdate() {
        outdated = true;
        askAgainMs = 0;
    }

    private void chosen() {
        facts.set(Optional.empty());
        inSync.set(-1);
        partitions.clear();
        counts = PartitionCounts.NONE;
        told = false;
        control.watch(topic.get());
        if (ready) {
            describe();
        }
    }

    /** Asks for the list again. */
    void refresh() {
        if (ready) {
            list(false);
        }
    }

    private void list(boolean settle) {
        int asked = cluster;
        listing.set(true);
        background.run(() -> control.topics().names(), found -> {
            if (asked == cluster) {
                listing.set(false);
                listed(found, settle);
            }
        }, e -> {
            if (asked == cluster) {
                listing.set(false);
                say.accept(Words.of("The topics could not be listed", e));
            }
        });
    }

    private void listed(List<String> found, boolean settle) {
        if (!names.equals(found)) {
            names.setAll(found);
        }
        if (!settle || found.contains(topic.get())) {
            return;
        }
        String gone = topic.get();
        String next = found.isEmpty() ? "" : found.getFirst();
        topic.set(next);
        if (!gone.isEmpty()) {
            say.accept("Topic " + gone + " is not on this cluster; "
                    + (next.isEmpty() ? "no topic is chosen." : next + " was chosen instead."));
        }
    }

    private void describe() {
        String name = topic.get();
        if (name.isEmpty()) {
            return;
        }
        int asked = ++question;
        background.run(() -> control.topics().describe(name), found -> {
            if (asked == question && name.equals(topic.get())) {
                outdated = false;
                facts.set(found);
            }
        }, e -> {
            if (asked == question && !told) {
                told = true;
                say.accept(Words.of("Topic " + name + " could not be described", e));
            }
        });
    }

    /** Creates a topic and chooses it; what goes wrong stands in the form. */
    void create(NewTopicModel form, Runnable created) {
        if (form.creatingProperty().get() || !form.complete()) {
            return;
        }
        NewTopic wanted = form.topic();
        form.creatingProperty().set(true);
        background.run(() -> {
            control.topics().create(wanted);
            return wanted.name();
        }, name -> {
            form.creatingProperty().set(false);
            form.reset();
            say.accept("Topic " + name + " was created and chosen.");
            topic.set(name);
            refresh();
            created.run();
        }, e -> {
            form.creatingProperty().set(false);
            form.refused(Words.of("The topic was not created", e));
            refresh();
        });
    }
}
