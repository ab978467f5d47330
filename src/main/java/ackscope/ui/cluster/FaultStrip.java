package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView.Phase;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip of faults: one segment for each node of the lab, and the way back to health. A narrow window leaves the times out. */
public final class FaultStrip {
    private static final double COMPACT_BELOW = 1300;

    private final ClusterViewModel model;
    private final HBox segments = new HBox();
    private final HBox root = new HBox();
    private final List<NodeSegment> shown = new ArrayList<>();
    private boolean compact;

    public FaultStrip(ClusterViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The strip, 42 high. */
    public Region node() {
        return root;
    }

    private void createView() {
        Label title = new Label("Faults", new FontIcon("fth-zap"));
        title.getStyleClass().addAll("panel-title", "fault-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        segments.getStyleClass().add("segments");
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
        Button heal = heal();
        heal.visibleProperty().bind(levers);
        heal.managedProperty().bind(levers);
        root.getStyleClass().addAll("strip", "fault-strip");
        root.getChildren().addAll(title, segments, instead, Form.space(), down(), heal);
    }

    private String instead() {
        if (!model.ownLabProperty().get()) {
            return "Levers exist on the lab's own cluster only: Ackscope does not touch the nodes of another cluster.";
        }
        return switch (model.phaseProperty().get()) {
            case STARTING -> "Kill, stop, pause and restart nodes here once the lab cluster is up.";
            case FAILED -> "The lab cluster failed to start, so there is no node to break.";
            case CLOSED -> "The lab cluster is closed.";
            case READY -> "";
        };
    }

    private Label down() {
        Label down = new Label(null, new FontIcon("fth-zap"));
        down.getStyleClass().add("down-badge");
        down.setMinWidth(Region.USE_PREF_SIZE);
        down.textProperty()
                .bind(model.levers().downProperty().map(n -> Figures.counted(n.intValue(), "node down", "nodes down")));
        BooleanBinding some = model.levers().downProperty().greaterThan(0).and(segments.visibleProperty());
        down.visibleProperty().bind(some);
        down.managedProperty().bind(some);
        return down;
    }

    private Button heal() {
        Label key = new Label("Ctrl H");
        key.getStyleClass().add("key-hint");
        HBox face = Form.row(new FontIcon("fth-heart"), new Label("Heal all"), key);
        Button heal = new Button(null, face);
        heal.setId("heal-all");
        heal.setMinWidth(Region.USE_PREF_SIZE);
        heal.setAccessibleText("Heal all, Control H");
        heal.setTooltip(new Tooltip("Resume what is paused, start what is stopped or dead"));
        heal.setOnAction(_ -> model.healAll());
        return heal;
    }

    private void bind() {
        root.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() > 0 && width.doubleValue() < COMPACT_BELOW;
            if (narrow != compact) {
                compact = narrow;
                shown.forEach(segment -> segment.compact(compact));
            }
        });
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
