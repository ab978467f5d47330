package ackscope.ui.faults;

import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip's title, which opens the catalogue of all faults. */
public final class FaultsMenu {
    private final Button button = new Button();

    public FaultsMenu(FaultsViewModel model) {
        CatalogueView catalogue = new CatalogueView(model);
        Label title = new Label("Faults");
        title.getStyleClass().add("panel-title");
        button.setId("faults-menu");
        button.getStyleClass().addAll("quiet", "faults-menu");
        button.setGraphic(Popovers.face(new FontIcon("fth-zap"), title));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText("Faults: all that can be broken, by cause");
        button.setTooltip(new Tooltip("All faults, by the cause that they stand for"));
        Popover popover = Popovers.above(catalogue.node(), false);
        popover.setOnShown(_ -> catalogue.opened());
        popover.setOnHidden(_ -> model.dismiss());
        // The result is below it.
        model.injectedProperty().subscribe(_ -> popover.hide());
        button.setOnAction(_ -> Popovers.toggle(popover, button));
    }

    /** The button. */
    public Region node() {
        return button;
    }
}
