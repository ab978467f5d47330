package ackscope.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one setting does, in the client's own words, and what is wrong with its value. */
final class SettingDetail {
    private final SettingsViewModel model;
    private final VBox box = new VBox(6);
    private final Label name = new Label();
    private final Label docs = new Label();
    private final Button reset = new Button("Back to the default");
    private final ProblemBox problems;
    private final ScrollPane scroll = new ScrollPane();
    private String key = "";

    SettingDetail(SettingsViewModel model) {
        this.model = model;
        problems = new ProblemBox(model, k -> k.equals(key), false);
        name.getStyleClass().addAll("mono", "strong");
        docs.setWrapText(true);
        docs.setMinHeight(Region.USE_PREF_SIZE);
        reset.getStyleClass().add("small");
        reset.setId("setting-reset");
        reset.setOnAction(_ -> model.reset(key));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(8, name, gap, reset);
        title.setAlignment(Pos.CENTER_LEFT);
        scroll.setContent(new VBox(6, problems.node(), docs));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("setting-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.getChildren().setAll(title, scroll);
        box.setMinHeight(150);
        box.setPrefHeight(150);
        box.setMaxHeight(150);
        model.typedProperty().addListener(_ -> enable());
    }

    Region node() {
        return box;
    }

    /** @param row what to describe; null for nothing */
    void show(SettingRow row) {
        key = row == null ? "" : row.name();
        name.setText(key);
        docs.setText(row == null ? "" : row.docs());
        scroll.setVvalue(0);
        problems.show();
        enable();
    }

    private void enable() {
        reset.setVisible(!key.isEmpty());
        reset.setDisable(!model.typedProperty().get().isSet(key));
    }
}
