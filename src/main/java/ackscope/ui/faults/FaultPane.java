package ackscope.ui.faults;

import ackscope.ui.base.Words;
import ackscope.core.fault.FaultKind;
import ackscope.ui.base.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One kind of fault in full: what it does, what to expect, its fields, what one should know before, and the button. */
final class FaultPane {
    static final double WIDTH = 408;
    private static final double HEIGHT = 396;

    private final FaultsViewModel model;
    private final ObservableValue<FaultKind> kind;
    private final String prefix;
    private final Map<String, FormView> forms = new HashMap<>();
    private final Label title = Words.of("", "section-title");
    private final Label cause = Words.of("", "muted", "small-text");
    private final Label does = Words.of("");
    private final Label expect = Words.of("");
    private final VBox fields = new VBox();
    private final Label note = Words.of("", "small-text");
    private final HBox noting = callout("callout-warning", "icon-warning", note);
    private final Label question = Words.of("", "small-text");
    private final HBox asking = callout("callout-failed", "icon-failed", question);
    private final Label trouble = Words.of("", "small-text", "text-failed");
    private final Button inject = new Button("Inject", new FontIcon("fth-zap"));
    private final Button delete = new Button("Delete", new FontIcon("fth-trash-2"));
    private final Button keep = new Button("Keep it");
    private final VBox answer = new VBox(6);
    private final VBox root = new VBox(8);

    /** @param prefix begins the ids of its controls */
    FaultPane(FaultsViewModel model, ObservableValue<FaultKind> kind, String prefix) {
        this.model = model;
        this.kind = kind;
        this.prefix = prefix;
        createView();
        bind();
    }

    Region node() {
        return root;
    }

    /** Puts the cursor where filling in begins. */
    void focus() {
        fields.lookupAll(".text-field").stream().findFirst().orElse(inject).requestFocus();
    }

    private void createView() {
        Label expected = new Label("What to expect");
        expected.getStyleClass().addAll("strong", "small-text");
        inject.setId(prefix + "-inject");
        inject.setMinWidth(Region.USE_PREF_SIZE);
        inject.setAccessibleText("Inject this fault");
        inject.setOnAction(_ -> inject());
        keep.setId(prefix + "-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(_ -> {
            model.keep();
            inject.requestFocus();
        });
        delete.setId(prefix + "-delete");
        delete.getStyleClass().add("danger");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setAccessibleText("Delete it; it cannot be brought back");
        delete.setOnAction(_ -> model.confirm());
        // Apart from Inject: a second click on that must not be an answer.
        answer.getChildren().addAll(asking, Form.row(delete, keep));
        trouble.setId(prefix + "-trouble");
        HBox.setHgrow(trouble, Priority.ALWAYS);
        VBox top = new VBox(8, new VBox(0, title, cause), does, new VBox(1, expected, expect), fields, noting);
        ScrollPane scroll = new ScrollPane(top);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        top.getStyleClass().add("fault-pane-words");
        root.setPrefSize(WIDTH, HEIGHT);
        root.setMinWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        root.getChildren().addAll(scroll, answer, Form.row(inject, trouble));
    }

    private void bind() {
        kind.subscribe(_ -> {
            model.dismiss();
            show();
        });
        model.contextProperty().subscribe(_ -> show());
        model.acksProperty().subscribe(_ -> tell());
        model.obstacleProperty().subscribe(_ -> tell());
        model.ownLabProperty().subscribe(_ -> tell());
        model.failureProperty().subscribe(_ -> tell());
        model.askingProperty().subscribe(_ -> tell());
        model.busyProperty().subscribe(_ -> tell());
    }

    private void show() {
        FaultKind now = kind.getValue();
        title.setText(capital(now.title()));
        cause.setText(now.group().title() + now.point().map(p -> ", " + p.title()).orElse(""));
        does.setText(now.does());
        expect.setText(now.expect());
        Optional<FormView> view = model.form(now).map(form -> forms.computeIfAbsent(now.id(), _ -> {
            form.faultProperty().subscribe(_ -> tell());
            form.problemProperty().subscribe(_ -> tell());
            return new FormView(form, prefix, this::inject);
        }));
        fields.getChildren().setAll(view.map(FormView::node).stream().toList());
        tell();
    }

    private void tell() {
        FaultKind now = kind.getValue();
        Optional<FaultForm> form = model.form(now);
        note.setText(String.join(" ", model.notes(now)));
        Form.present(noting, !note.getText().isEmpty());
        boolean asked = form.isPresent() && model.askingProperty().get().equals(form);
        question.setText(asked
                ? form.flatMap(f -> f.faultProperty().get()).map(FaultWords::question).orElse("")
                : "");
        boolean fresh = asked && !answer.isVisible();
        Form.present(answer, asked);
        if (fresh) {
            keep.requestFocus();
        }
        inject.setText(model.busyProperty().get() ? "Setting ..." : "Inject");
        String obstacle = model.obstacle(now);
        inject.setDisable(!obstacle.isEmpty() || model.busyProperty().get() || form.isEmpty() || asked);
        trouble.setText(!obstacle.isEmpty()
                ? obstacle
                : !model.failureProperty().get().isEmpty()
                        ? model.failureProperty().get()
                        : form.filter(f -> f.fields().stream().allMatch(x -> x.problemProperty().get().isEmpty()))
                                .map(f -> f.problemProperty().get()).orElse(""));
    }

    private void inject() {
        model.form(kind.getValue()).ifPresent(model::inject);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static HBox callout(String style, String icon, Label words) {
        FontIcon mark = new FontIcon("fth-alert-triangle");
        mark.getStyleClass().add(icon);
        HBox box = new HBox(8, mark, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        box.getStyleClass().add(style);
        return box;
    }
}
