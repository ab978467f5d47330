package ackscope.ui.faults;

import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Parameter;
import ackscope.core.fault.Trigger;
import ackscope.core.fault.TriggerKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A fault of one kind being filled in: its parameters, its trigger, and one client if it is kept to one. What is typed stays. */
final class FaultForm {
    private static final String BROKER = "broker";
    private static final String FOLLOWER = "follower";

    private final FaultKind kind;
    private final List<FieldModel> fields;
    private final ObjectProperty<TriggerKind> trigger = new SimpleObjectProperty<>(this, "trigger");
    private final Map<TriggerKind, List<FieldModel>> ofTriggers = new HashMap<>();
    private final ObservableList<FieldModel> triggerFields = FXCollections.observableArrayList();
    private final StringProperty client = new SimpleStringProperty(this, "client", "");
    private final ReadOnlyObjectWrapper<Optional<Fault>> fault = new ReadOnlyObjectWrapper<>(this, "fault",
            Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private FaultContext context;

    FaultForm(FaultKind kind, FaultContext context) {
        this.kind = kind;
        this.context = context;
        fields = fields(kind.parameters(context));
        trigger.set(kind.triggers().getFirst());
        trigger.subscribe(chosen -> {
            triggerFields.setAll(ofTriggers.computeIfAbsent(chosen, c -> fields(c.parameters())));
            build();
        });
        client.addListener(_ -> build());
    }

    private List<FieldModel> fields(List<Parameter> parameters) {
        return parameters.stream().map(p -> new FieldModel(p, this::build)).toList();
    }

    FaultKind kind() {
        return kind;
    }

    /** The same as long as the form lives. */
    List<FieldModel> fields() {
        return fields;
    }

    /** One of the kind's triggers. */
    ObjectProperty<TriggerKind> triggerProperty() {
        return trigger;
    }

    /** What the chosen trigger wants to know. */
    ObservableList<FieldModel> triggerFields() {
        return triggerFields;
    }

    /** The client id that it is kept to, "" for every client. */
    StringProperty clientProperty() {
        return client;
    }

    /** The fault as filled in; empty while something is wrong. */
    ReadOnlyObjectProperty<Optional<Fault>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The first thing that is wrong, in words; "" when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is filled in, in a few words, the target first: "broker 2 · 500 ms, until undone". */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Takes the choices and defaults of another state of the cluster. */
    void update(FaultContext now) {
        context = now;
        List<Parameter> parameters = kind.parameters(now);
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).update(parameters.get(i));
        }
        build();
    }

    private void build() {
        // The constructor is not through yet.
        if (trigger.get() == null || fields == null) {
            return;
        }
        Optional<String> wrong = Stream.concat(fields.stream(), triggerFields.stream())
                .map(f -> f.problemProperty().get()).filter(p -> !p.isEmpty()).findFirst();
        Optional<Fault> built = Optional.empty();
        String why = wrong.orElse("");
        if (wrong.isEmpty()) {
            try {
                Trigger when = trigger.get().build(values(triggerFields)).of(client.get().strip());
                built = Optional.of(kind.build(context, values(fields), when));
            } catch (FaultException e) {
                why = e.getMessage();
            }
        }
        problem.set(why);
        fault.set(built);
        summary.set(built.map(this::words).orElse("has a wrong value"));
    }

    private static Map<String, String> values(List<FieldModel> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field.id(), field.value()));
        return values;
    }

    private String words(Fault built) {
        List<String> words = new ArrayList<>(
                fields.stream().filter(f -> !f.id().equals(BROKER) && !f.id().equals(FOLLOWER) && f.telling())
                        .map(FieldModel::words).filter(w -> !w.isEmpty()).toList());
        if (trigger.get() == TriggerKind.UNTIL_UNDONE) {
            words.add(trigger.get().title());
        }
        String when = built.trigger().words();
        if (!when.isEmpty()) {
            words.add(when);
        }
        String rest = String.join(", ", words);
        String target = target();
        return target.isEmpty() ? rest : rest.isEmpty() ? target : target + " · " + rest;
    }

    private String target() {
        List<String> words = new ArrayList<>();
        for (FieldModel field : fields) {
            boolean all = field.value().equals(FaultContext.ALL);
            if (field.id().equals(BROKER)) {
                words.add(all ? "all brokers" : "broker " + field.value());
            } else if (field.id().equals(FOLLOWER)) {
                words.add(all ? "all followers" : "follower " + field.value());
            }
        }
        return String.join(", ", words);
    }
}
