package ackscope.ui.flow;

import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the broker station: a card for each broker, with the badge of what was done to it, and the ISR in words. */
final class BrokersView extends VBox {
    private static final PseudoClass LEADER = PseudoClass.getPseudoClass("leader");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    /** From this height on there is room for four lines, px. */
    private static final double ROOMY = 84;

    private final HBox cards = new HBox(6);
    private final List<Card> shown = new ArrayList<>();
    private final BrokerFooter footer = new BrokerFooter();
    private BrokerState state = new BrokerState("", List.of(), "", "", Stress.CALM, FaultBadge.NONE);

    BrokersView() {
        getStyleClass().add("brokers");
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().addAll(cards, footer);
    }

    void show(BrokerState next) {
        if (next.equals(state)) {
            return;
        }
        state = next;
        while (shown.size() < next.cards().size()) {
            Card card = new Card();
            HBox.setHgrow(card, Priority.ALWAYS);
            shown.add(card);
            cards.getChildren().add(card);
        }
        while (shown.size() > next.cards().size()) {
            cards.getChildren().remove(shown.removeLast());
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(next.cards().get(i));
        }
        footer.show(next);
    }

    /** One broker. */
    private static final class Card extends StackPane {
        private final Label title = new Label();
        private final Label role = new Label();
        private final Label sync = new Label();
        private final Label badge = new Label("", new FontIcon("fth-zap"));
        private final VBox box = new VBox(title, badge, role, sync);
        private String roleTone = "";
        private String syncTone = "";

        Card() {
            setMinWidth(0);
            setPrefWidth(90);
            box.getStyleClass().add("broker-card");
            title.getStyleClass().add("broker-title");
            role.getStyleClass().add("broker-line");
            sync.getStyleClass().add("broker-line");
            badge.getStyleClass().add("fault-badge");
            badge.setMouseTransparent(true);
            badge.setMinWidth(0);
            getChildren().add(box);
            heightProperty().subscribe(_ -> fit());
        }

        void show(BrokerCard card) {
            title.setText("Broker " + card.id());
            role.setText(card.role());
            role.setGraphic(graphic(card));
            sync.setText(card.sync());
            role.getStyleClass().remove(roleTone);
            sync.getStyleClass().remove(syncTone);
            roleTone = card.roleTone().styleClass();
            syncTone = card.syncTone().styleClass();
            role.getStyleClass().add(roleTone);
            sync.getStyleClass().add(syncTone);
            box.pseudoClassStateChanged(LEADER, card.leader());
            box.pseudoClassStateChanged(HELD, card.look() == BrokerCard.Look.HELD);
            box.pseudoClassStateChanged(DOWN, card.look() == BrokerCard.Look.DOWN);
            badge.setText(card.badge());
            fit();
        }

        /** In a low card the badge stands where the ISR would. */
        private void fit() {
            boolean badged = !badge.getText().isEmpty();
            Form.present(badge, badged);
            Form.present(sync, !badged || getHeight() >= ROOMY);
        }

        private static javafx.scene.Node graphic(BrokerCard card) {
            if (card.leader() && card.role().equals(BrokerWords.LEADER)) {
                FontIcon star = new FontIcon("fth-star");
                star.getStyleClass().add("icon-accent");
                return star;
            }
            return switch (card.look()) {
                case UP -> null;
                case HELD -> new OutcomeMark(OutcomeMark.Kind.RETRYING, 10);
                case DOWN -> new OutcomeMark(OutcomeMark.Kind.FAILED, 10);
            };
        }
    }
}
