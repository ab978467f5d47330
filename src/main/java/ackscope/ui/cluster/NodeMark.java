package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.Lever;
import ackscope.ui.base.OutcomeMark;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A node's state as a shape of its own in its colour, so that it can be told without seeing colours; turns while a lever is at work. */
final class NodeMark extends StackPane {
    private static final double SIZE = 12;

    NodeMark(ObservableValue<NodeState> state, ObservableValue<Optional<Lever>> busy) {
        getStyleClass().add("node-mark");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
        state.subscribe(_ -> show(state.getValue(), busy.getValue()));
        busy.subscribe(_ -> show(state.getValue(), busy.getValue()));
    }

    private void show(NodeState state, Optional<Lever> busy) {
        getChildren().setAll(busy.isPresent() ? turning() : mark(state));
    }

    private static Node turning() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMinSize(SIZE, SIZE);
        turning.setMaxSize(SIZE, SIZE);
        return turning;
    }

    private static Node mark(NodeState state) {
        return switch (state) {
            case UP -> dot("up");
            case STARTING -> new OutcomeMark(OutcomeMark.Kind.WAITING, 10);
            case PAUSED -> icon("fth-pause", "icon-warning");
            case STOPPED -> icon("fth-square", "icon-failed");
            case DEAD -> new OutcomeMark(OutcomeMark.Kind.FAILED, 11);
            case UNKNOWN -> new OutcomeMark(OutcomeMark.Kind.UNKNOWN, 11);
        };
    }

    private static Region dot(String style) {
        Region dot = new Region();
        dot.getStyleClass().addAll("state-dot", style);
        return dot;
    }

    private static Node icon(String name, String style) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().add(style);
        return icon;
    }
}
