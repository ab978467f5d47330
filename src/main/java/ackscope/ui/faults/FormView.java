package ackscope.ui.faults;

import ackscope.core.fault.Parameter;
import ackscope.core.fault.Parameter.Choice;
import ackscope.core.fault.TriggerKind;
import ackscope.ui.base.Form;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The fields of a fault, one below the other, each with its problem under it. Enter in a field is as good as the button. */
final class FormView {
    private static final double LABEL = 124;
    private static final double NUMBER = 96;
    private static final double CHOICE = 244;

    private final FaultForm form;
    private final String prefix;
    private final Runnable enter;
    private final VBox root = new VBox(6);
    private final VBox ofTrigger = new VBox(6);
    private final Map<FieldModel, Node> rows = new HashMap<>();

    /** @param prefix begins the ids of the controls */
    FormView(FaultForm form, String prefix, Runnable enter) {
        this.form = form;
        this.prefix = prefix;
        this.enter = enter;
        createView();
    }

    Region node() {
        return root;
    }

    private void createView() {
        form.fields().forEach(field -> root.getChildren().add(row(field)));
        if (form.kind().triggers().size() > 1) {
            root.getChildren().addAll(labelled("When", trigger()), ofTrigger);
            form.triggerFields().addListener((ListChangeListener<FieldModel>) _ -> fillTrigger());
            fillTrigger();
        }
        if (form.kind().perClient()) {
            TextField client = text("client-id", "Only this client id");
            client.setPromptText("every client");
            client.textProperty().bindBidirectional(form.clientProperty());
            root.getChildren().add(labelled("Only client id", client));
        }
    }

    private void fillTrigger() {
        ofTrigger.getChildren()
                .setAll(form.triggerFields().stream().map(f -> rows.computeIfAbsent(f, this::row)).toList());
        Form.present(ofTrigger, !ofTrigger.getChildren().isEmpty());
    }

    private ComboBox<TriggerKind> trigger() {
        ComboBox<TriggerKind> box = new ComboBox<>();
        box.setId(prefix + "-trigger");
        box.setAccessibleText("When it strikes");
        box.setPrefWidth(CHOICE);
        box.getItems().setAll(form.kind().triggers());
        box.setConverter(words(TriggerKind::title));
        box.valueProperty().bindBidirectional(form.triggerProperty());
        return box;
    }

    private Node row(FieldModel field) {
        Parameter parameter = field.parameterProperty().get();
        Node control = switch (parameter.type()) {
            case NUMBER, DECIMAL -> number(field, parameter);
            case TEXT -> {
                TextField typed = text(parameter.id(), parameter.label());
                typed.textProperty().bindBidirectional(field.textProperty());
                yield typed;
            }
            case CHOICE -> choice(field, parameter);
        };
        return new VBox(2, labelled(parameter.label(), control), Form.problem(field.problemProperty(), LABEL));
    }

    private static Node labelled(String label, Node control) {
        Label name = new Label(label);
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        name.setMinWidth(LABEL - Form.GAP);
        name.setPrefWidth(LABEL - Form.GAP);
        name.setLabelFor(control);
        return Form.row(name, control);
    }

    private Node number(FieldModel field, Parameter parameter) {
        TextField typed = text(parameter.id(), parameter.label());
        typed.setPrefWidth(NUMBER);
        typed.textProperty().bindBidirectional(field.textProperty());
        Label unit = new Label();
        Label range = new Label();
        range.getStyleClass().addAll("muted", "small-text");
        field.parameterProperty().subscribe(now -> {
            unit.setText(now.unit());
            range.setText(field.range());
            typed.setAccessibleText(now.label() + (now.unit().isEmpty() ? "" : ", " + now.unit()) + ", "
                    + field.range());
        });
        Form.present(unit, !parameter.unit().isEmpty());
        return Form.row(typed, unit, range);
    }

    private TextField text(String id, String what) {
        TextField typed = new TextField();
        typed.setId(prefix + "-" + id);
        typed.setAccessibleText(what);
        typed.setPrefWidth(CHOICE);
        typed.setOnAction(_ -> enter.run());
        return typed;
    }

    private Node choice(FieldModel field, Parameter parameter) {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId(prefix + "-" + parameter.id());
        box.setAccessibleText(parameter.label());
        box.setPrefWidth(CHOICE);
        box.setConverter(words(Choice::label));
        box.setCellFactory(_ -> new ChoiceCell());
        field.parameterProperty().subscribe(now -> {
            if (!box.getItems().equals(now.choices())) {
                // Emptying the list would clear the choice, and with it what the person chose.
                String kept = field.textProperty().get();
                box.getItems().setAll(now.choices());
                select(box, kept);
            }
        });
        field.textProperty().subscribe(value -> select(box, value));
        box.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                field.textProperty().set(chosen.value());
            }
        });
        return box;
    }

    private static void select(ComboBox<Choice> box, String value) {
        box.getItems().stream().filter(c -> c.value().equals(value)).findFirst().ifPresent(box::setValue);
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    /** A choice, with the group that it belongs to beside it. */
    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label name = new Label();
        private final Label group = new Label();
        private final HBox face = new HBox(16, name, new Region(), group);

        private ChoiceCell() {
            HBox.setHgrow(face.getChildren().get(1), Priority.ALWAYS);
            face.setAlignment(Pos.CENTER_LEFT);
            group.getStyleClass().addAll("muted", "small-text");
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            setGraphic(empty || choice == null ? null : face);
            if (!empty && choice != null) {
                name.setText(choice.label());
                group.setText(choice.group());
            }
        }
    }
}
