package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.Lever;
import ackscope.ui.base.Form;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One node in the fault strip: its state in words, and a menu of its levers. A lever that cannot be pulled says why in its place. */
final class NodeSegment {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private static final String COMPACT = "compact";

    private final NodeModel node;
    private final LeverModel levers;
    private final MenuButton button = new MenuButton();
    private final Label since = new Label();
    private final Label id = new Label();

    NodeSegment(NodeModel node, LeverModel levers) {
        this.node = node;
        this.levers = levers;
        createView();
    }

    MenuButton node() {
        return button;
    }

    /** Says the state without its time, and the controller by its first letter, where room is scarce. */
    void compact(boolean compact) {
        Form.present(since, !compact);
        id.setText(node.controller() ? compact ? "C" : "Controller" : Integer.toString(node.id()));
        if (compact) {
            button.getStyleClass().add(COMPACT);
        } else {
            button.getStyleClass().remove(COMPACT);
        }
    }

    private void createView() {
        compact(false);
        id.getStyleClass().add("strong");
        Label words = new Label();
        words.getStyleClass().add("node-words");
        words.textProperty().bind(node.wordsProperty());
        since.getStyleClass().add("node-words");
        since.textProperty().bind(node.sinceProperty());
        HBox face = new HBox(5, id, new NodeMark(node.stateProperty(), node.busyProperty()), words, since);
        face.getStyleClass().add("segment-face");
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMouseTransparent(true);
        button.setId(node.slug() + "-menu");
        button.setGraphic(face);
        button.getStyleClass().add("node-segment");
        button.accessibleTextProperty()
                .bind(Bindings.concat(node.name(), ", ", node.wordsProperty(), " ", node.sinceProperty(), ". Levers"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(node.detailProperty());
        button.setTooltip(tooltip);
        node.levers().forEach(lever -> button.getItems().add(item(lever)));
        button.setOnShowing(_ -> levers.ask(node));
        node.stateProperty().subscribe(state -> {
            button.pseudoClassStateChanged(DOWN, state == NodeState.DEAD || state == NodeState.STOPPED);
            button.pseudoClassStateChanged(PAUSED, state == NodeState.PAUSED || state == NodeState.UNKNOWN);
        });
    }

    private MenuItem item(Lever lever) {
        FontIcon icon = new FontIcon(LeverWords.icon(lever));
        Label title = new Label(LeverWords.title(lever), icon);
        title.getStyleClass().add("lever-title");
        Label hint = new Label();
        hint.getStyleClass().add("lever-hint");
        hint.textProperty().bind(Bindings.createStringBinding(() -> node.busyProperty().get().isPresent()
                ? "Another lever is at work on it."
                : node.problem(lever).get().isEmpty()
                        ? LeverWords.expect(lever, node.controller())
                        : node.problem(lever).get(),
                node.problem(lever), node.busyProperty()));
        Node content = new VBox(1, title, hint);
        content.getStyleClass().add("lever");
        content.accessibleTextProperty().bind(Bindings.concat(LeverWords.title(lever), ". ", hint.textProperty()));
        CustomMenuItem item = new CustomMenuItem(content);
        item.setId(node.slug() + "-" + lever.name().toLowerCase(java.util.Locale.ROOT));
        item.getStyleClass().add("lever-item");
        item.disableProperty().bind(Bindings.createBooleanBinding(
                () -> node.busyProperty().get().isPresent() || !node.problem(lever).get().isEmpty(),
                node.problem(lever), node.busyProperty()));
        item.setOnAction(_ -> levers.pull(node, lever));
        return item;
    }
}
