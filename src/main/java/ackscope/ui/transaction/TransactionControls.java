package ackscope.ui.transaction;

import ackscope.core.transaction.Experiment;
import ackscope.ui.base.Form;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the tabs: where the readers stand, hold them, and the experiments. */
final class TransactionControls {
    private static final double ABOUT = 420;

    private final HBox root = Form.row();

    TransactionControls(TransactionViewModel model) {
        Label readers = new Label();
        readers.getStyleClass().addAll("muted", "small-text");
        readers.textProperty().bind(model.readersWordsProperty());
        readers.setMinWidth(0);
        FontIcon icon = new FontIcon("fth-pause");
        ToggleButton pause = new ToggleButton("Pause readers", icon);
        pause.setId("readers-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.setTooltip(new Tooltip("Holds both readers; what is written meanwhile comes when they go on"));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.selectedProperty().subscribe(on -> {
            icon.setIconLiteral(on ? "fth-play" : "fth-pause");
            pause.setText(on ? "Go on" : "Pause readers");
        });
        MenuButton menu = new MenuButton("Show on purpose", new FontIcon("fth-zap"));
        menu.setId("experiments");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        menu.setTooltip(tip);
        Experiment.ALL.forEach(experiment -> menu.getItems().add(item(experiment, model)));
        model.experimentObstacleProperty().subscribe(why -> {
            tip.setText(why.isEmpty()
                    ? "Experiments with producers of their own, on partition 0 of the topic"
                    : why);
            menu.getItems().forEach(i -> i.setDisable(!why.isEmpty()));
            menu.setAccessibleHelp(tip.getText());
        });
        root.setMinWidth(0);
        root.getChildren().addAll(readers, pause, menu);
    }

    HBox node() {
        return root;
    }

    private static CustomMenuItem item(Experiment experiment, TransactionViewModel model) {
        Label title = new Label(experiment.title());
        Label about = new Label(experiment.about());
        about.getStyleClass().addAll("muted", "small-text");
        about.setWrapText(true);
        about.setPrefWidth(ABOUT);
        about.setMinHeight(Region.USE_PREF_SIZE);
        CustomMenuItem item = new CustomMenuItem(new VBox(title, about) {
            // A menu asks for the height before it knows the width, and would leave room for one line of text.
            @Override
            protected double computePrefHeight(double width) {
                return super.computePrefHeight(ABOUT);
            }
        });
        item.setOnAction(_ -> model.start(experiment));
        return item;
    }
}
