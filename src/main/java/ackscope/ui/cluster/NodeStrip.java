package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One segment for each node of the lab, with its state and its levers; where there are no levers, why. */
public final class NodeStrip {
    private final ClusterViewModel model;
    private final HBox segments = new HBox();
    private final HBox root = new HBox();
    private final List<NodeSegment> shown = new ArrayList<>();
    private boolean compact;

    public NodeStrip(ClusterViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The segments, in one row. */
    public Region node() {
        return root;
    }

    /** Leaves the times out, or shows them. */
    public void compact(boolean now) {
        compact = now;
        shown.forEach(segment -> segment.compact(compact));
    }

    private void createView() {
        segments.getStyleClass().add("segments");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        BooleanBinding levers = model.ownLabProperty().and(model.phaseProperty().isEqualTo(Phase.READY));
        segments.visibleProperty().bind(levers);
        segments.managedProperty().bind(levers);
        Label instead = new Label();
        instead.setId("fault-strip-words");
        instead.getStyleClass().add("muted");
        instead.textProperty()
                .bind(Bindings.createStringBinding(this::instead, model.ownLabProperty(), model.phaseProperty()));
        instead.visibleProperty().bind(levers.not());
        instead.managedProperty().bind(levers.not());
        instead.setMinWidth(0);
        root.getStyleClass().add("node-strip");
        root.getChildren().addAll(segments, instead);
    }

    private String instead() {
        if (!model.ownLabProperty().get()) {
            return "This cluster is not the lab's own: Ackscope does not touch its nodes and wires. Only faults of the client"
                    + " itself can be set.";
        }
        return switch (model.phaseProperty().get()) {
            case STARTING -> "Break nodes, wires and settings here once the lab cluster is up.";
            case FAILED -> "The lab cluster failed to start, so there is nothing to break.";
            case CLOSED -> "The lab cluster is closed.";
            case READY -> "";
        };
    }

    private void bind() {
        model.levers().nodes().addListener((ListChangeListener<NodeModel>) _ -> fill());
        fill();
    }

    private void fill() {
        List<NodeModel> nodes = model.levers().nodes();
        shown.clear();
        nodes.forEach(node -> shown.add(new NodeSegment(node, model.levers())));
        List<MenuButton> buttons = shown.stream().map(NodeSegment::node).toList();
        IntStream.range(0, buttons.size()).forEach(i -> buttons.get(i).getStyleClass()
                .add(buttons.size() == 1
                        ? "only-pill"
                        : i == 0 ? "left-pill" : i == buttons.size() - 1 ? "right-pill" : "center-pill"));
        segments.getChildren().setAll(buttons);
        shown.forEach(segment -> segment.compact(compact));
    }
}
