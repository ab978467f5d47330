package ackscope.ui.compose;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.ComposeException.Field;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.send.Progress;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Numbers;
import ackscope.ui.base.Receiver;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What is being composed, checked as it is typed, and the commands that send it. A message stands under the field that it belongs to;
 * while there is one nothing is sent and nothing typed is lost.
 */
public final class ComposeViewModel implements Receiver {

    /** How many records one press of Send makes. */
    public enum Mode {
        ONE, MANY, LOAD
    }

    /** One send action of the past. */
    public record Past(long atMs, Mode mode, RecordDraft draft, LoadPlan plan) {
    }

    private static final int REMEMBERED = 100;
    private static final String DEFAULT_VALUE = "{\"order\":${n},\"at\":${now},\"qty\":${int 1..9}}";

    private final Sending sending;
    private final LongSupplier clockMs;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.ONE);
    private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
    private final IntegerProperty partitions = new SimpleIntegerProperty(this, "partitions", 0);
    private final BooleanProperty keysChoose = new SimpleBooleanProperty(this, "keysChoose", true);
    private final PayloadModel key = new PayloadModel();
    private final PayloadModel value = new PayloadModel();
    private final ObservableList<HeaderModel> headers = FXCollections.observableArrayList();
    private final StringProperty partition = new SimpleStringProperty(this, "partition", "");
    private final StringProperty timestamp = new SimpleStringProperty(this, "timestamp", "");
    private final LoadModel load = new LoadModel();
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper(this, "preview", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper progressWords = new ReadOnlyStringWrapper(this, "progressWords", "");
    private final ReadOnlyBooleanWrapper stopOffered = new ReadOnlyBooleanWrapper(this, "stopOffered", true);
    private final ReadOnlyBooleanWrapper cancelOffered = new ReadOnlyBooleanWrapper(this, "cancelOffered");
    private final ObservableList<Past> history = FXCollections.observableArrayList();
    private long actions;
    private long lastNext;
    private String saidObstacle = "";

    public ComposeViewModel(Sending sending, LongSupplier clockMs) {
        this.sending = sending;
        this.clockMs = clockMs;
        for (Field field : Field.values()) {
            problems.put(field, new ReadOnlyStringWrapper(this, "problem of " + field, ""));
        }
        key.set(Payload.string("order-${n%480}"));
        value.set(new Payload(PayloadType.JSON, DEFAULT_VALUE, false));
        InvalidationListener check = _ -> check();
        for (PayloadModel payload : List.of(key, value)) {
            payload.textProperty().addListener(check);
            payload.typeProperty().addListener(check);
            payload.nullProperty().addListener(check);
        }
        List.of(mode, topic, partitions, keysChoose, partition, timestamp, headers, load.manyProperty(),
                load.rateProperty(), load.countProperty(),
                load.randomProperty(), load.sizeProperty(), load.keysProperty(), load.seedProperty(),
                load.perTransactionProperty(), load.abortEveryProperty())
                .forEach(o -> o.addListener(check));
        check();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** The topic that records go to; set from the top bar. */
    public StringProperty topicProperty() {
        return topic;
    }

    /** Partitions of the topic, 0 while unknown. */
    public IntegerProperty partitionsProperty() {
        return partitions;
    }

    /** Whether the client's built-in partitioner chooses by the key's hash. */
    public BooleanProperty keysChooseProperty() {
        return keysChoose;
    }

    PayloadModel key() {
        return key;
    }

    PayloadModel value() {
        return value;
    }

    ObservableList<HeaderModel> headers() {
        return headers;
    }

    /** Forced partition, or blank: the partitioner chooses. */
    StringProperty partitionProperty() {
        return partition;
    }

    /** Forced timestamp in ms since the epoch, or blank. */
    StringProperty timestampProperty() {
        return timestamp;
    }

    LoadModel load() {
        return load;
    }

    /** The message under a field, "" for none. */
    public ReadOnlyStringProperty problem(Field field) {
        return problems.get(field).getReadOnlyProperty();
    }

    /** Where the key will go, in words. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Whether a send action is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** 0 to 1, or -1 while no end is known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty progressWordsProperty() {
        return progressWords.getReadOnlyProperty();
    }

    /** Whether what is under way may be stopped here; else it belongs to what is played. */
    public ReadOnlyBooleanProperty stopOfferedProperty() {
        return stopOffered.getReadOnlyProperty();
    }

    /** Whether the wait for reports can be given up. */
    public ReadOnlyBooleanProperty cancelOfferedProperty() {
        return cancelOffered.getReadOnlyProperty();
    }

    /** Past send actions, newest first. */
    public ObservableList<Past> history() {
        return FXCollections.unmodifiableObservableList(history);
    }

    /** A header changed in a way that the list does not tell. */
    void headersEdited() {
        check();
    }

    /** Sends what is composed. Returns false, with a message in place, when it cannot. */
    public boolean send() {
        String obstacle = sending.obstacle();
        if (!obstacle.isEmpty()) {
            saidObstacle = obstacle;
            problems.get(Field.LOAD).set(obstacle);
            return false;
        }
        RecordSource source;
        try {
            source = source();
        } catch (ComposeException e) {
            show(e);
            return false;
        }
        if (!sending.agreed(source)) {
            return false;
        }
        remember(source);
        actions++;
        sending.send(source);
        busy.set(true);
        return true;
    }

    private void remember(RecordSource source) {
        history.addFirst(new Past(clockMs.getAsLong(), mode.get(), source.draft(), source.plan()));
        if (history.size() > REMEMBERED) {
            history.removeLast();
        }
    }

    /** What is in the form goes into the history before something else takes its place, unless it is there already. */
    private void keepForm() {
        try {
            RecordSource now = source();
            if (history.stream().noneMatch(past -> past.draft().equals(now.draft()) && past.mode() == mode.get())) {
                remember(now);
            }
        } catch (ComposeException e) {
            // What is not valid cannot be sent again either; the fields keep their own undo.
        }
    }

    /** Puts a past action back into the form. */
    public void recall(Past past) {
        keepForm();
        if (!past.draft().topic().equals(topic.get())) {
            sending.choose(past.draft().topic());
        }
        key.set(past.draft().key());
        value.set(past.draft().value());
        headers.setAll(past.draft().headers().stream().map(HeaderModel::new).toList());
        partition
                .set(past.draft().partition().isPresent() ? Integer.toString(past.draft().partition().getAsInt()) : "");
        timestamp.set(
                past.draft().timestampMs().isPresent() ? Long.toString(past.draft().timestampMs().getAsLong()) : "");
        mode.set(past.mode());
        if (past.mode() == Mode.MANY) {
            load.manyProperty().set(Long.toString(past.plan().count().orElse(1)));
        } else if (past.mode() == Mode.LOAD) {
            load.set(past.plan());
        }
    }

    /** Stops the action, if it is one of this form; the second press gives up waiting for what is on its way. */
    public void stop() {
        stopOffered.set(sending.mine());
        if (!stopOffered.get()) {
            return;
        }
        if (cancelOffered.get()) {
            sending.cancel();
        } else {
            sending.stop();
        }
    }

    @Override
    public void receive(FeedBatch batch) {
        Progress now = sending.progress();
        busy.set(now.busy());
        stopOffered.set(sending.mine());
        cancelOffered.set(now.phase() == Progress.Phase.DRAINING || now.phase() == Progress.Phase.CLOSING);
        progress.set(!now.busy()
                ? 0
                : now.count().isEmpty() ? -1 : Math.min(1, now.done() / (double) now.count().getAsLong()));
        progressWords.set(ProgressWords.of(now));
        String obstacle = problems.get(Field.LOAD).get();
        if (!obstacle.isEmpty() && obstacle.equals(saidObstacle) && sending.obstacle().isEmpty()) {
            check();
        } else if (!now.busy() && sending.next() != lastNext) {
            lastNext = sending.next();
            preview.set(whereTo());
        }
    }

    private RecordSource source() throws ComposeException {
        LoadPlan plan = switch (mode.get()) {
            case ONE -> LoadModel.one(ownSeed(), sending.next());
            case MANY -> load.many(ownSeed(), sending.next());
            case LOAD -> load.load();
        };
        return RecordSource.of(draft(), plan, sending.stampsTyped(), clockMs);
    }

    /**
     * The record as composed.
     *
     * @throws ComposeException in words when its partition or time is none
     */
    public RecordDraft draft() throws ComposeException {
        return new RecordDraft(topic.get(), key.payload(), value.payload(),
                headers.stream().map(HeaderModel::header).toList(),
                forcedPartition(), forcedTimestamp());
    }

    /** Each action draws its own values, so that two records sent by hand do not share a UUID. */
    private long ownSeed() {
        return clockMs.getAsLong() * 1_000 + actions;
    }

    private OptionalInt forcedPartition() throws ComposeException {
        if (partition.get().isBlank()) {
            return OptionalInt.empty();
        }
        OptionalLong typed = Numbers.whole(partition.get());
        if (typed.isEmpty() || typed.getAsLong() < 0 || typed.getAsLong() > Integer.MAX_VALUE) {
            throw new ComposeException(Field.PARTITION, "A partition is a whole number from 0 on, or Auto.");
        }
        if (partitions.get() > 0 && typed.getAsLong() >= partitions.get()) {
            throw new ComposeException(Field.PARTITION, topic.get() + " has partitions 0 to " + (partitions.get() - 1)
                    + ". The client would wait max.block.ms for number " + typed.getAsLong() + ", then fail.");
        }
        return OptionalInt.of((int) typed.getAsLong());
    }

    private OptionalLong forcedTimestamp() throws ComposeException {
        if (timestamp.get().isBlank()) {
            return OptionalLong.empty();
        }
        OptionalLong typed = Numbers.whole(timestamp.get());
        if (typed.isEmpty() || typed.getAsLong() < 0) {
            throw new ComposeException(Field.TIMESTAMP,
                    "A timestamp is ms since 1970, such as 1767225600000; empty is the time of sending.");
        }
        return typed;
    }

    private void check() {
        try {
            problems.values().forEach(p -> p.set(""));
            source();
        } catch (ComposeException e) {
            if (e.field() != Field.TOPIC) {
                show(e);
            }
        }
        preview.set(whereTo());
    }

    private void show(ComposeException e) {
        problems.get(e.field()).set(e.getMessage());
    }

    private String whereTo() {
        boolean loads = mode.get() == Mode.LOAD;
        return new PartitionPreview(partitions.get(), !partition.get().isBlank(), keysChoose.get(),
                loads ? load.keySpread() : 0,
                loads ? 0 : sending.next()).of(key.payload());
    }
}
