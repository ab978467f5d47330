package ackscope.ui.alerts;

import ackscope.ui.base.Balloon;
import ackscope.ui.base.Form;
import atlantafx.base.controls.Popover.ArrowLocation;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the tabs: whether to be told, and the rules in a pop-over. */
final class AlertControls {
    private final HBox root = Form.row();

    AlertControls(AlertsViewModel model) {
        FontIcon bell = new FontIcon();
        ToggleButton tell = new ToggleButton("", bell);
        tell.setId("alerts-notify");
        tell.selectedProperty().bindBidirectional(model.notifyingProperty());
        tell.selectedProperty().subscribe(on -> {
            bell.setIconLiteral(on ? "fth-bell" : "fth-bell-off");
            tell.setText(on ? "Notices on" : "Notices off");
        });
        tell.setTooltip(
                new Tooltip("A notice in the window's last line when an alert is raised while you do not look here;"
                        + " at most one in " + AlertBell.QUIET_MS / 1000 + " s"));
        tell.setAccessibleText("Tell alerts by a notice");
        Button rules = new Button("Rules", new FontIcon("fth-sliders"));
        rules.setId("alerts-rules");
        rules.setTooltip(new Tooltip("What raises an alert: thresholds and times, each rule on or off"));
        Balloon panel = new Balloon(new RulesView(model).node());
        rules.setOnAction(_ -> panel.toggle(rules, ArrowLocation.BOTTOM_RIGHT));
        root.getChildren().addAll(tell, rules);
    }

    HBox node() {
        return root;
    }
}
