package ackscope.ui.cluster;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The chosen topic in the top bar; opens the list of topics, the form for a new one, and the partitions of the chosen one. */
public final class TopicButton {
    private static final double LONGEST = 200;

    private final ClusterViewModel model;
    private final Button button = new Button();
    private final Label partitions = new Label();

    public TopicButton(ClusterViewModel model) {
        this.model = model;
        createView();
    }

    /** The button, 32 high in the top bar. */
    public Region node() {
        return button;
    }

    /** Leaves the number of partitions out, where room is scarce. */
    public void compact(boolean compact) {
        Form.present(partitions, !compact);
    }

    private void createView() {
        Label what = new Label("topic");
        what.getStyleClass().add("muted");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label();
        name.getStyleClass().add("strong");
        name.setMaxWidth(LONGEST);
        name.textProperty().bind(model.topicProperty().map(topic -> topic.isEmpty() ? "none" : topic));
        partitions.getStyleClass().add("muted");
        partitions.setMinWidth(Region.USE_PREF_SIZE);
        partitions.textProperty().bind(model.factsProperty()
                .map(facts -> facts.map(f -> Figures.counted(f.partitions(), "partition", "partitions")).orElse("")));
        button.setId("topic-button");
        button.getStyleClass().add("chooser");
        button.setGraphic(Popovers.face(what, name, partitions));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty()
                .bind(Bindings.concat("Topic: ", name.textProperty(), " ", partitions.textProperty()));
        button.setTooltip(new Tooltip("Choose or create a topic; its partitions"));
        TopicPanel panel = new TopicPanel(model);
        Popover popover = Popovers.below(panel.node());
        panel.onChosen(popover::hide);
        button.setOnAction(_ -> {
            Popovers.toggle(popover, button);
            if (popover.isShowing()) {
                model.topics().refresh();
                panel.opened();
            }
        });
    }
}
