package ackscope.ui.breaker;

import ackscope.ui.base.Words;
import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.ui.base.Form;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The outbox: what it holds, giving it back at a pace, throwing it away after a question, and its limits. */
final class OutboxPanel {
    private final BreakerViewModel model;
    private final VBox root = new VBox(6);
    private final Label held = new Label("", new FontIcon("fth-inbox"));
    private final ProgressBar full = new ProgressBar(0);
    private final Label history = Words.of("", "muted", "small-text");
    private final Label doubled = Words.of("", "muted", "small-text");
    private final Button replay = new Button("Replay now", new FontIcon("fth-play"));
    private final Button discard = new Button("Throw away…", new FontIcon("fth-trash-2"));
    private final Label question = new Label();
    private final Button yes = new Button("Throw away");
    private final Button no = new Button("Keep");
    private final HBox ask = Form.row(yes, no);
    private final HBox buttons = Form.row();

    OutboxPanel(BreakerViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    Region node() {
        return root;
    }

    private void createView() {
        BreakerForm form = model.form();
        full.getStyleClass().add("outbox-bar");
        full.setMaxWidth(Double.MAX_VALUE);
        held.setId("outbox-held");
        replay.setId("outbox-replay");
        replay.setTooltip(
                new Tooltip("Give what is held to the producer again, in order, while the breaker lets it through"));
        discard.setId("outbox-discard");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.getStyleClass().add("text-failed");
        yes.setId("outbox-discard-yes");
        yes.getStyleClass().add("danger");
        no.setId("outbox-discard-no");
        CheckBox byItself = new CheckBox("By itself, as tries and once closed");
        byItself.setId("outbox-by-itself");
        byItself.getStyleClass().add("small-text");
        byItself.selectedProperty().bindBidirectional(form.replayOnCloseProperty());
        Node pace = new NumberField(form, Field.REPLAY_RATE, "/s", "Pace of the replay, records a second", 84).node();
        buttons.getChildren().addAll(replay, Words.whole("at", "small-text"), pace, Form.space(), discard);
        HBox limits = Form.row(Words.whole("Takes", "small-text"),
                new NumberField(form, Field.OUTBOX_RECORDS, "", "Records that the outbox takes", 84).node(),
                Words.whole("records,", "small-text"),
                new NumberField(form, Field.OUTBOX_MEGABYTES, "MiB", "Size of the outbox's file, MiB", 76).node());
        root.getChildren().addAll(RuleForm.title("Outbox for what it turns away"), held, full, history,
                buttons, problem(Field.REPLAY_RATE),
                new VBox(4, question, ask), byItself, limits, problem(Field.OUTBOX_RECORDS),
                problem(Field.OUTBOX_MEGABYTES), doubled);
        root.getChildren()
                .add(Words.of("What was reported failed before the breaker opened is not in here: it had its"
                        + " report. When the outbox is full, sending stops; nothing is dropped.", "muted",
                        "small-text"));
        for (Region small : List.of(replay, discard, yes, no)) {
            small.getStyleClass().add("small");
        }
        asking(false);
    }

    private Node problem(Field field) {
        return Form.problem(model.form().problemProperty(field), 0);
    }

    private void bind() {
        replay.setOnAction(_ -> model.replay());
        discard.setOnAction(_ -> {
            asking(true);
            no.requestFocus();
        });
        no.setOnAction(_ -> asking(false));
        yes.setOnAction(_ -> {
            asking(false);
            model.discard();
        });
        model.outboxProperty().subscribe(this::show);
    }

    private void show(OutboxState now) {
        boolean empty = now.count() == 0;
        held.setText(now.held());
        full.setProgress(now.share());
        history.setText(now.history());
        doubled.setText(now.doubled());
        question.setText(now.question());
        replay.setDisable(empty);
        discard.setDisable(empty);
        if (empty) {
            asking(false);
        }
    }

    private void asking(boolean now) {
        Form.present(question, now);
        Form.present(ask, now);
        Form.present(question.getParent(), now);
        Form.present(buttons, !now);
        // Its room is lent to the question, so that nothing else moves.
        Form.present(doubled, !now);
    }
}
