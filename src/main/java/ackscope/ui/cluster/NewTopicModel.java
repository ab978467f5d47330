package ackscope.ui.cluster;

import ackscope.core.cluster.Topics.NewTopic;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for a new topic, checked as it is typed; messages stand under the fields, and nothing typed is lost. */
final class NewTopicModel {

    /** A field; OUTCOME is the answer of the cluster. */
    enum Field {
        NAME, PARTITIONS, REPLICATION, MIN_INSYNC, MAX_BYTES, OUTCOME
    }

    private static final int PARTITIONS = 6;
    private static final int REPLICATION = 3;
    /** Kafka's default of max.message.bytes (ServerLogConfigs.MAX_MESSAGE_BYTES_DEFAULT). */
    private static final int MAX_BYTES = 1_048_588;
    /** A batch's header alone is 61 bytes (DefaultRecordBatch.RECORD_BATCH_OVERHEAD), an empty record 7 more. */
    private static final int LEAST_BYTES = 68;

    private final List<String> existing;
    private final IntSupplier brokers;
    private final IntSupplier mostPartitions;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final BooleanProperty creating = new SimpleBooleanProperty(this, "creating");
    private boolean complain;

    /**
     * @param existing       names of the topics there are, live
     * @param brokers        brokers of the cluster, 0 while unknown
     * @param mostPartitions how many partitions it can bear
     */
    NewTopicModel(List<String> existing, IntSupplier brokers, IntSupplier mostPartitions) {
        this.existing = existing;
        this.brokers = brokers;
        this.mostPartitions = mostPartitions;
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
            problems.put(field, new ReadOnlyStringWrapper(this, "problem of " + field, ""));
        }
        reset();
        texts.values().forEach(text -> text.addListener(_ -> check()));
    }

    /** What is typed into a field. */
    StringProperty text(Field field) {
        return texts.get(field);
    }

    /** What is wrong with a field, "" for nothing. */
    ReadOnlyStringProperty problem(Field field) {
        return problems.get(field).getReadOnlyProperty();
    }

    /** Whether the cluster is at it. */
    BooleanProperty creatingProperty() {
        return creating;
    }

    /** Puts in what suits the cluster, and no name. */
    void reset() {
        complain = false;
        int replication = brokers.getAsInt() == 0 ? REPLICATION : Math.min(REPLICATION, brokers.getAsInt());
        texts.get(Field.NAME).set("");
        texts.get(Field.PARTITIONS).set(Integer.toString(PARTITIONS));
        texts.get(Field.REPLICATION).set(Integer.toString(replication));
        texts.get(Field.MIN_INSYNC).set(Integer.toString(Math.max(1, replication - 1)));
        texts.get(Field.MAX_BYTES).set(Figures.count(MAX_BYTES));
        check();
    }

    /** Whether everything can be sent to the cluster; from now on an empty name is complained about too. */
    boolean complete() {
        complain = true;
        check();
        return problems.values().stream().allMatch(problem -> problem.get().isEmpty());
    }

    /** What was typed. Only after {@link #complete()} said yes. */
    NewTopic topic() {
        return new NewTopic(texts.get(Field.NAME).get(), number(Field.PARTITIONS), number(Field.REPLICATION),
                number(Field.MIN_INSYNC),
                number(Field.MAX_BYTES));
    }

    /** Shows what the cluster said. */
    void refused(String words) {
        problems.get(Field.OUTCOME).set(words);
    }

    private int number(Field field) {
        return Math.toIntExact(Numbers.whole(texts.get(field).get()).orElseThrow());
    }

    private void check() {
        problems.get(Field.OUTCOME).set("");
        String name = texts.get(Field.NAME).get();
        problems.get(Field.NAME).set(name.isEmpty() && !complain ? "" : TopicName.problem(name, existing));
        set(Field.PARTITIONS, 1, mostPartitions.getAsInt(), "A partition is a log of its own on every replica.");
        int brokersNow = brokers.getAsInt();
        set(Field.REPLICATION, 1, brokersNow == 0 ? Short.MAX_VALUE : brokersNow,
                brokersNow == 0 ? "" : "The cluster has " + Figures.counted(brokersNow, "broker.", "brokers."));
        long replication = Numbers.whole(texts.get(Field.REPLICATION).get()).orElse(1);
        set(Field.MIN_INSYNC, 1, Math.max(1, replication),
                "With more than there are replicas nothing could be written with acks=all.");
        set(Field.MAX_BYTES, LEAST_BYTES, Integer.MAX_VALUE, "Smaller than that not even an empty record fits.");
    }

    private void set(Field field, long least, long most, String why) {
        OptionalLong typed = Numbers.whole(texts.get(field).get());
        String wrong = typed.isEmpty()
                ? "A whole number is wanted here."
                : typed.getAsLong() < least || typed.getAsLong() > most
                        ? (least == most
                                ? "Only " + least + " is possible. "
                                : Figures.count(least) + " to " + Figures.count(most) + ". ") + why
                        : "";
        problems.get(field).set(wrong.strip());
    }
}
