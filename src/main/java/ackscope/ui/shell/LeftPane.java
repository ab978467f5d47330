package ackscope.ui.shell;

import ackscope.ui.base.Form;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Compose above Delivery; where there is no room for both, one of them under two tabs, and a problem marks its tab. */
final class LeftPane {
    private final Region compose;
    private final Region delivery;
    private final StackPane own = new StackPane();
    private final StackPane root = new StackPane();
    private final ToggleButton composeTab = tab("Compose");
    private final ToggleButton deliveryTab = tab("Delivery");
    private final SplitPane both = new SplitPane();
    private final StackPane one = new StackPane();
    private final VBox tabs;
    private boolean narrow;

    /** @param played takes the place of both for as long as it shows itself */
    LeftPane(Region compose, Region delivery, Region played) {
        this.compose = compose;
        this.delivery = delivery;
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton tab : List.of(composeTab, deliveryTab)) {
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> tab.setSelected(true));
        }
        HBox bar = new HBox(composeTab, deliveryTab);
        bar.getStyleClass().addAll("header-bar", "tab-strip");
        VBox.setVgrow(one, Priority.ALWAYS);
        tabs = new VBox(bar, one);
        composeTab.selectedProperty().subscribe(on -> Form.present(compose, on || !narrow));
        deliveryTab.selectedProperty().subscribe(on -> Form.present(delivery, on || !narrow));
        both.setOrientation(Orientation.VERTICAL);
        both.setId("left-split");
        root.getChildren().addAll(own, played);
        own.visibleProperty().bind(played.visibleProperty().not());
        composeTab.setSelected(true);
        wide();
    }

    private static ToggleButton tab(String title) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().add("tab-button");
        tab.setAccessibleText(title);
        return tab;
    }

    Region node() {
        return root;
    }

    SplitPane split() {
        return both;
    }

    void setNarrow(boolean now) {
        if (now == narrow) {
            return;
        }
        narrow = now;
        if (narrow) {
            both.getItems().clear();
            one.getChildren().setAll(compose, delivery);
            own.getChildren().setAll(tabs);
        } else {
            one.getChildren().clear();
            wide();
        }
        Form.present(compose, !narrow || composeTab.isSelected());
        Form.present(delivery, !narrow || deliveryTab.isSelected());
    }

    private void wide() {
        both.getItems().setAll(compose, delivery);
        both.setDividerPositions(0.4);
        own.getChildren().setAll(both);
    }

    /** Marks a tab whose panel has a problem. */
    void mark(boolean composeProblem, boolean deliveryProblem) {
        mark(composeTab, composeProblem);
        mark(deliveryTab, deliveryProblem);
    }

    private static void mark(ToggleButton tab, boolean problem) {
        if (problem != (tab.getGraphic() != null)) {
            FontIcon icon = new FontIcon("fth-alert-triangle");
            icon.getStyleClass().add("icon-warning");
            tab.setGraphic(problem ? icon : null);
            tab.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        }
    }

    void showCompose() {
        composeTab.setSelected(true);
    }
}
