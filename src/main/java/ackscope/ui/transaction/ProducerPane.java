package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The producer's state, what may be asked of it, and what it waits for. */
final class ProducerPane {
    private static final String SUGGESTED = "ackscope-tx";
    private static final double WIDTH = 476;
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    private final TransactionViewModel model;
    private final ScrollPane root;

    ProducerPane(TransactionViewModel model) {
        this.model = model;
        VBox page = new VBox(5, new StateDiagram(model.stateProperty()).node(), calls(), needsId(), words());
        page.getStyleClass().add("transaction-producer");
        root = new ScrollPane(page);
        root.setId("transaction-producer");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        root.setMinHeight(0);
    }

    Region node() {
        return root;
    }

    private HBox calls() {
        HBox row = Form.row();
        model.moves().forEach(move -> row.getChildren().add(button(move)));
        Button cancel = new Button("Give up", new FontIcon("fth-x"));
        cancel.setId("transaction-cancel");
        cancel.setTooltip(
                new Tooltip("Waits no longer: the producer is closed, and whether a commit took place stays open"));
        cancel.setOnAction(_ -> model.cancel());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.getStyleClass().add("small");
        model.waitingProperty().subscribe(text -> Form.present(cancel, !text.isEmpty()));
        Label deadline = new Label();
        deadline.setId("transaction-deadline");
        deadline.getStyleClass().addAll("small-text", "muted");
        deadline.setMinWidth(0);
        deadline.textProperty().bind(model.deadlineProperty().map(Figures::unbroken));
        row.getChildren().addAll(Form.space(), deadline, cancel);
        // Without an id none of them can be made, and a low panel has room for the one thing to do.
        model.needsIdProperty().subscribe(needed -> Form.present(row, !needed));
        return row;
    }

    /** A button that is not offered tells why: a disabled one has no tooltip of its own, so what is around it has. */
    private StackPane button(MoveModel move) {
        Button button = new Button(TransactionWords.button(move.call()));
        button.setId("transaction-" + TransactionWords.button(move.call()).toLowerCase(java.util.Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.call(move.call()));
        button.disableProperty().bind(move.offeredProperty().not());
        move.nextProperty().subscribe(next -> button.pseudoClassStateChanged(NEXT, next));
        button.getStyleClass().addAll("small", "transaction-call");
        StackPane around = new StackPane(button);
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        move.whyProperty().subscribe(why -> {
            tip.setText(why.isEmpty() ? what(move.call()) : why);
            button.setAccessibleHelp(tip.getText());
        });
        Tooltip.install(around, tip);
        return around;
    }

    private static String what(Call call) {
        return switch (call) {
            case BEGIN -> "beginTransaction: what you send from then on belongs to it";
            case COMMIT -> "commitTransaction: readers of committed records see all of it";
            case ABORT -> "abortTransaction: readers of committed records see nothing of it";
            case REPLACE -> "Closes this producer and opens another with the same transactional.id";
            case SEND -> "";
        };
    }

    private Region needsId() {
        Label why = new Label("The producer has no transactional.id, so it has no transactions.");
        why.getStyleClass().add("small-text");
        why.setMinWidth(Region.USE_PREF_SIZE);
        TextField id = new TextField(SUGGESTED);
        id.setId("transactional-id");
        id.setPrefColumnCount(11);
        id.setMinWidth(90);
        id.setAccessibleText("transactional.id");
        Button set = new Button("Set it");
        set.setId("transactional-id-set");
        set.setMinWidth(Region.USE_PREF_SIZE);
        set.setTooltip(new Tooltip("Sets transactional.id in the delivery settings"));
        set.setOnAction(_ -> model.setTransactionalId(id.getText()));
        id.setOnAction(_ -> model.setTransactionalId(id.getText()));
        VBox box = new VBox(4, why, Form.row(id, set));
        model.needsIdProperty().subscribe(needed -> Form.present(box, needed));
        return box;
    }

    private VBox words() {
        // What went wrong says more than where the producer is, and a low panel has room for one of them.
        Label headline = line(model.headlineProperty().flatMap(
                where -> model.troubleProperty().map(what -> what.isEmpty() ? where : "")));
        headline.getStyleClass().add("strong");
        headline.setId("transaction-headline");
        Label contents = line(model.contentsProperty().map(Figures::unbroken));
        contents.setId("transaction-contents");
        ProgressBar left = new ProgressBar();
        left.getStyleClass().add("transaction-left");
        left.setMaxWidth(Double.MAX_VALUE);
        left.setPrefHeight(4);
        left.setMinHeight(4);
        model.timeLeftProperty().subscribe(share -> {
            Form.present(left, share.doubleValue() >= 0);
            left.setProgress(Math.max(0, share.doubleValue()));
        });
        Label waiting = line(model.waitingProperty().map(Figures::unbroken));
        waiting.getStyleClass().add("text-retrying");
        Label trouble = line(model.troubleProperty());
        trouble.getStyleClass().add("text-failed");
        trouble.setId("transaction-trouble");
        VBox words = new VBox(3, left, headline, trouble, waiting, contents);
        words.setAlignment(Pos.TOP_LEFT);
        // With no id there is nothing to tell, and the room is needed for what to do about it.
        model.needsIdProperty().subscribe(needed -> Form.present(words, !needed));
        return words;
    }

    private static Label line(ObservableValue<String> text) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("small-text");
        text.subscribe(now -> {
            label.setText(now);
            Form.present(label, now != null && !now.isEmpty());
        });
        return label;
    }
}
