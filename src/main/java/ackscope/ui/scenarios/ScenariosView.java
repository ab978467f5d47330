package ackscope.ui.scenarios;

import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button under which scenarios are chosen and played. */
public final class ScenariosView {
    private final ScenariosViewModel model;
    private final Button button = new Button("Play a scenario…", new FontIcon("fth-play"));
    private final Popover popover;

    public ScenariosView(ScenariosViewModel model) {
        this.model = model;
        popover = Popovers.belowRight(new ScenarioPane(model).node());
        // It is played in the console, which is shown then.
        model.progressProperty().subscribe(p -> {
            if (p.isPresent()) {
                popover.hide();
            }
        });
        button.setId("play-scenario");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (!popover.isShowing()) {
                model.refresh();
            }
            Popovers.toggle(popover, button);
        });
    }

    /** The button. */
    public Button node() {
        return button;
    }

    /** Takes a scenario's file and shows it, or what is wrong with it. The page that the button is on must be chosen. */
    public void take(Path file) {
        model.take(file, this::open);
    }

    /** Opens the choice. The page that the button is on must be chosen. */
    public void choose() {
        model.refresh();
        open();
    }

    private void open() {
        if (!popover.isShowing()) {
            // The page may not have been laid out since it was chosen, and the pop-over goes by the button's place.
            button.getScene().getRoot().applyCss();
            button.getScene().getRoot().layout();
            Popovers.toggle(popover, button);
        }
    }
}
