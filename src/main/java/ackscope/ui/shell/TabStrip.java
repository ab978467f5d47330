package ackscope.ui.shell;

import ackscope.ui.base.Form;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Tabs whose bar also holds the chosen tab's own controls at its right end. */
final class TabStrip {
    /** Of a count of six digits, so that tabs do not move while it grows, px. */
    private static final double COUNT_ROOM = 56;

    private final ToggleGroup group = new ToggleGroup();
    private final HBox bar = Form.row();
    private final HBox buttons = new HBox();
    private final StackPane controls = new StackPane();
    private final StackPane content = new StackPane();
    private final VBox root;
    private final List<ToggleButton> tabs = new ArrayList<>();

    TabStrip(String id) {
        bar.setId(id);
        bar.getStyleClass().addAll("header-bar", "tab-strip");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        controls.setMinWidth(0);
        bar.getChildren().addAll(buttons, Form.space(), controls);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        root = new VBox(bar, content);
    }

    Region node() {
        return root;
    }

    /**
     * Adds a tab; the first one is chosen.
     *
     * @param badge a small word beside the title, "" for none
     * @param badgeStyles further style classes of the badge
     */
    void add(String title, ObservableValue<String> badge, Node page, Node ownControls, String... badgeStyles) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().add("tab-button");
        tab.setToggleGroup(group);
        tab.setAccessibleText(title);
        // Whatever a tab's controls want, its name can be read.
        tab.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.getStyleClass().add("count-badge");
        count.getStyleClass().addAll(badgeStyles);
        StackPane room = new StackPane(count);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(badgeStyles.length == 0 ? COUNT_ROOM : 0);
        badge.subscribe(text -> {
            count.setText(text);
            tab.setGraphic(text.isEmpty() ? null : room);
        });
        tab.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        tab.setOnAction(_ -> tab.setSelected(true));
        tab.selectedProperty().subscribe(on -> {
            Form.present(page, on);
            Form.present(ownControls, on);
        });
        content.getChildren().add(page);
        controls.getChildren().add(ownControls);
        buttons.getChildren().add(tab);
        tabs.add(tab);
        if (tabs.size() == 1) {
            tab.setSelected(true);
        }
    }

    /** Whether the tab at this place is chosen. */
    boolean isChosen(int index) {
        return tabs.get(index).isSelected();
    }

    /** Chooses a tab by its place. */
    void choose(int index) {
        tabs.get(index).setSelected(true);
    }
}
