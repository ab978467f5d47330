package ackscope.ui.cluster;

import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The cluster in the top bar: its name and state; opens what there is to know of it, and the way to another one. */
public final class ClusterButton {
    private static final double LONGEST_NAME = 180;
    private static final double LONGEST_STATE = 230;

    private final ClusterViewModel model;
    private final Button button = new Button();

    public ClusterButton(ClusterViewModel model) {
        this.model = model;
        createView();
    }

    /** The button, 32 high in the top bar. */
    public Region node() {
        return button;
    }

    private void createView() {
        Region dot = new Region();
        dot.getStyleClass().add("state-dot");
        Label name = new Label();
        name.getStyleClass().add("strong");
        name.setMaxWidth(LONGEST_NAME);
        name.textProperty().bind(model.nameProperty());
        Label state = new Label();
        state.setMaxWidth(LONGEST_STATE);
        state.textProperty().bind(model.summaryProperty());
        button.setId("cluster-button");
        button.getStyleClass().add("chooser");
        button.setGraphic(Popovers.face(dot, name, state));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty()
                .bind(Bindings.concat("Cluster: ", model.nameProperty(), ", ", model.summaryProperty()));
        button.setTooltip(new Tooltip("Nodes, bootstrap address, logs; another cluster"));
        model.healthProperty().subscribe(health -> {
            List<String> styles = switch (health) {
                case UNKNOWN -> List.of("state-dot");
                case ALL -> List.of("state-dot", "up");
                case SOME -> List.of("state-dot", "some");
                case NONE -> List.of("state-dot", "down");
            };
            dot.getStyleClass().setAll(styles);
            state.getStyleClass().setAll("label", switch (health) {
                case UNKNOWN, ALL -> "muted";
                case SOME -> "text-retrying";
                case NONE -> "text-failed";
            });
        });
        Popover[] popover = {null};
        popover[0] = Popovers.below(new ClusterPanel(model, () -> popover[0].hide()).node());
        button.setOnAction(_ -> Popovers.toggle(popover[0], button));
    }
}
