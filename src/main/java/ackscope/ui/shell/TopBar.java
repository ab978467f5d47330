package ackscope.ui.shell;

import ackscope.core.settings.Guarantee;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cluster, topic and preset, what they promise in a sentence, and Send. */
final class TopBar {
    private static final String SEND = "Send what is composed (Ctrl+Enter)";

    private final HBox root;
    private final Label guarantee = new Label();
    private final Button send = new Button("Send", new FontIcon("fth-send"));
    /** A button that is disabled shows no tooltip, so what stands around it does. */
    private final HBox sending = new HBox(send);
    private final Tooltip why = new Tooltip(SEND);
    private final List<Region> own;
    private final Label played = Words.whole("", "strong");
    private boolean narrow;

    /**
     * @param cluster chooses one
     * @param own     the console's other choices, which do not count while something is played
     * @param promise of the settings in use
     */
    TopBar(Region cluster, List<Region> own, ObservableValue<Guarantee> promise, Runnable onSend) {
        guarantee.setId("guarantee");
        guarantee.setWrapText(true);
        guarantee.setMinWidth(0);
        guarantee.setMaxHeight(36);
        guarantee.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(guarantee, Priority.ALWAYS);
        promise.subscribe(this::show);
        Label keys = new Label("Ctrl+⏎");
        keys.getStyleClass().add("key-hint");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        send.setId("send");
        send.getStyleClass().add("accent");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setTooltip(why);
        Tooltip.install(sending, why);
        sending.setAlignment(Pos.CENTER);
        sending.setMinWidth(Region.USE_PREF_SIZE);
        send.setAccessibleText("Send");
        send.setOnAction(_ -> onSend.run());
        root = new HBox(8);
        root.getStyleClass().add("top-bar");
        this.own = List.copyOf(own);
        played.setId("played-topic");
        Form.present(played, false);
        root.getChildren().add(cluster);
        root.getChildren().addAll(own);
        root.getChildren().add(played);
        for (Region choice : root.getChildren().stream().map(Region.class::cast).toList()) {
            choice.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label promised = new Label("Guarantee");
        promised.getStyleClass().add("muted");
        promised.setMinWidth(Region.USE_PREF_SIZE);
        root.getChildren().addAll(promised, guarantee, keys, sending);
    }

    Region node() {
        return root;
    }

    /** @param obstacle why nothing can be sent now, in words, or "": then sending is offered */
    void offer(String obstacle) {
        send.setDisable(!obstacle.isEmpty());
        why.setText(obstacle.isEmpty() ? SEND : obstacle);
        send.setAccessibleHelp(obstacle);
    }

    /** @param topic that what is played sends to, or "" while nothing is */
    void playing(String topic) {
        own.forEach(choice -> Form.present(choice, topic.isEmpty()));
        Form.present(played, !topic.isEmpty());
        played.setText("topic " + topic);
    }

    void setNarrow(boolean now, Guarantee promise) {
        if (now != narrow) {
            narrow = now;
            show(promise);
        }
    }

    private void show(Guarantee promise) {
        if (promise != null) {
            guarantee.setText(narrow ? promise.shortText() : promise.text());
            guarantee.setTooltip(new Tooltip(promise.text() + "\n\n" + promise.detail()));
        }
    }
}
