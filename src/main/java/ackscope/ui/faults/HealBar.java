package ackscope.ui.faults;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many faults act, which opens the list of them; and the way back to health, with its progress. */
public final class HealBar {
    private static final double TURNING = 14;

    private final FaultsViewModel model;
    private final Label words = new Label("Heal all");
    private final Button active = new Button(null, new FontIcon("fth-zap"));
    private final Label key = new Label("Ctrl H");
    private final Button heal = new Button();
    private final HBox root = new HBox();

    public HealBar(FaultsViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The controls, in one row. */
    public Region node() {
        return root;
    }

    /** Leaves the key's name out, or shows it. */
    public void compact(boolean compact) {
        Form.present(key, !compact);
    }

    private void createView() {
        words.setId("heal-words");
        active.setId("faults-active");
        active.getStyleClass().add("active-badge");
        active.setMinWidth(Region.USE_PREF_SIZE);
        active.setTooltip(new Tooltip("The faults that act now, and how to undo each"));
        ActiveList list = new ActiveList(model);
        Popover popover = Popovers.above(list.node(), true);
        popover.setOnShown(_ -> list.opened());
        active.setOnAction(_ -> {
            list.opening();
            Popovers.toggle(popover, active);
        });
        key.getStyleClass().add("key-hint");
        heal.setId("heal-all");
        heal.setMinWidth(Region.USE_PREF_SIZE);
        heal.setTooltip(
                new Tooltip("Undo every fault, bring back every node, and wait until every partition has its full"
                        + " ISR. Deleted records stay deleted."));
        heal.setOnAction(_ -> model.healAll());
        root.getStyleClass().add("heal-bar");
        root.getChildren().addAll(active, heal);
    }

    private void bind() {
        model.healing().wordsProperty().subscribe(_ -> tell());
        model.healing().healingProperty().subscribe(_ -> tell());
        model.active().addListener((ListChangeListener<ActiveModel>) _ -> count());
        count();
        heal.visibleProperty().bind(model.breakableProperty().or(Bindings.isNotEmpty(model.active())));
        heal.managedProperty().bind(heal.visibleProperty());
    }

    private void tell() {
        boolean on = model.healing().healingProperty().get();
        String said = model.healing().wordsProperty().get();
        words.setText(on ? "Healing ..." : said.isEmpty() ? "Heal all" : FaultPane.capital(said));
        heal.setGraphic(Form.row(on ? turning() : icon(!said.isEmpty()), words, key));
        heal.setAccessibleText((on ? "Healing: " : "Heal all, Control H. ") + said);
    }

    private static Node icon(boolean healed) {
        FontIcon icon = new FontIcon(healed ? "fth-check-circle" : "fth-heart");
        if (healed) {
            icon.getStyleClass().add("icon-healed");
        }
        return icon;
    }

    private static Node turning() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMinSize(TURNING, TURNING);
        turning.setMaxSize(TURNING, TURNING);
        return turning;
    }

    private void count() {
        int count = model.active().size();
        active.setText(count + " active");
        active.setAccessibleText(Figures.counted(count, "fault acts", "faults act") + ". Show the list");
        Form.present(active, count > 0);
    }
}
