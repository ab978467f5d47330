package ackscope.ui.faults;

import ackscope.core.fault.FaultKind;
import ackscope.core.fault.FaultPoint;
import ackscope.ui.base.Form;
import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** Place, action, how and when, Inject: the quick way to a fault at a named point. A narrow strip folds the places into a menu. */
public final class QuickBar {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double LEAST = 92;
    private static final double LEGIBLE = 130;

    private final FaultsViewModel model;
    private final QuickModel quick;
    private final HBox points;
    private final MenuButton point = new MenuButton();
    private final MenuButton action = new MenuButton();
    private final Button details = new Button();
    private final Button inject = new Button("Inject");
    private final HBox root = new HBox();
    private Subscription form = Subscription.EMPTY;

    public QuickBar(FaultsViewModel model) {
        this.model = model;
        quick = model.quick();
        points = new Form.Segments<>("Inject", quick.pointProperty(), List.of(FaultPoint.values()),
                p -> FaultPane.capital(p.title())).node();
        createView();
        bind();
    }

    /** The controls, in one row. */
    public Region node() {
        return root;
    }

    /** Folds the places into a menu, or shows them side by side. */
    public void compact(boolean compact) {
        Form.present(points, !compact);
        Form.present(point, compact);
    }

    /** How wide it has to be for the places side by side and the rest legible, px. */
    public double fullWidth() {
        return points.prefWidth(-1) + Math.min(LEGIBLE, action.prefWidth(-1))
                + Math.min(LEGIBLE, details.prefWidth(-1)) + inject.prefWidth(-1)
                + 3 * root.getSpacing();
    }

    private void createView() {
        points.setMinWidth(Region.USE_PREF_SIZE);
        points.setId("quick-points");
        point.setId("quick-point");
        point.setPopupSide(Side.TOP);
        point.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (FaultPoint each : FaultPoint.values()) {
            RadioMenuItem item = new RadioMenuItem(FaultPane.capital(each.title()));
            item.setToggleGroup(group);
            item.setOnAction(_ -> quick.pointProperty().set(each));
            quick.pointProperty().subscribe(now -> item.setSelected(now == each));
            point.getItems().add(item);
        }
        action.setId("quick-action");
        action.setMinWidth(LEAST);
        action.setPopupSide(Side.TOP);
        // Filled when it opens, so that its words are those of the settings in use; one item keeps the menu openable.
        action.setOnShowing(_ -> fill());
        details.setId("quick-details");
        details.setMinWidth(LEAST);
        // Not a face of nodes: only a button's own words end in dots where there is no room.
        details.setGraphic(new FontIcon("fth-chevron-down"));
        details.setContentDisplay(ContentDisplay.RIGHT);
        details.getStyleClass().add("quick-details");
        inject.setId("quick-inject");
        inject.setMinWidth(Region.USE_PREF_SIZE);
        inject.setAccessibleText("Inject the chosen fault");
        inject.setTooltip(new Tooltip("Set the chosen fault"));
        inject.setOnAction(_ -> model.form(quick.kindProperty().get()).ifPresent(model::inject));
        FaultPane pane = new FaultPane(model, quick.kindProperty(), "quick-form");
        Popover popover = Popovers.above(pane.node(), false);
        popover.setOnHidden(_ -> model.dismiss());
        // The result is below it.
        model.injectedProperty().subscribe(_ -> popover.hide());
        details.setOnAction(_ -> Popovers.toggle(popover, details));
        root.getStyleClass().add("quick-bar");
        root.getChildren().addAll(points, point, action, details, inject);
        compact(false);
    }

    private void bind() {
        quick.pointProperty().subscribe(now -> {
            point.setText(FaultPane.capital(now.title()));
            point.setAccessibleText("Inject: " + now.title());
            point.setTooltip(new Tooltip(now.words()));
        });
        quick.kindProperty().subscribe(_ -> show());
        model.contextProperty().subscribe(_ -> show());
        model.obstacleProperty().subscribe(_ -> offer());
        model.busyProperty().subscribe(_ -> offer());
    }

    private void show() {
        FaultKind kind = quick.kindProperty().get();
        action.setText(FaultPane.capital(kind.title()));
        action.setAccessibleText("Action: " + kind.title());
        action.setTooltip(tip(kind.title() + ": " + kind.does() + "\n\n" + kind.expect()));
        fill();
        form.unsubscribe();
        Optional<FaultForm> now = model.form(kind);
        form = now.map(f -> f.summaryProperty().subscribe(words -> tell(f, words))).orElse(Subscription.EMPTY);
        if (now.isEmpty()) {
            details.setText("");
        }
        offer();
    }

    private void tell(FaultForm now, String words) {
        boolean wrong = !now.problemProperty().get().isEmpty();
        details.setText(words);
        details.setAccessibleText("How and when: " + words);
        details.pseudoClassStateChanged(WRONG, wrong);
        details.setTooltip(tip(wrong
                ? now.problemProperty().get()
                : now.faultProperty().get().map(f -> f.label().title()).orElse("")));
    }

    private void offer() {
        inject.setDisable(!model.obstacleProperty().get().isEmpty() || model.busyProperty().get());
        details.setDisable(model.contextProperty().get().isEmpty());
    }

    private void fill() {
        action.getItems().setAll(quick.kinds().stream().map(this::item).toList());
    }

    private MenuItem item(FaultKind kind) {
        boolean chosen = kind.equals(quick.kindProperty().get());
        Label title = new Label(FaultPane.capital(kind.title()), new FontIcon(chosen ? "fth-check" : "fth-zap"));
        title.getStyleClass().add("lever-title");
        List<String> notes = model.notes(kind);
        Label hint = new Label(notes.isEmpty() ? kind.does() : kind.does() + "\n" + String.join(" ", notes));
        hint.getStyleClass().add("lever-hint");
        hint.setWrapText(true);
        VBox content = new Measured(title, hint);
        content.getStyleClass().add("lever");
        content.setAccessibleText(kind.title() + ". " + hint.getText());
        CustomMenuItem item = new CustomMenuItem(content);
        item.setId("quick-" + kind.id());
        item.getStyleClass().add("lever-item");
        item.setOnAction(_ -> quick.kindProperty().set(kind));
        return item;
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(FaultPane.WIDTH);
        return tip;
    }

    /** A menu asks how high its items are without naming a width; words over several lines would be cut. */
    private static final class Measured extends VBox {
        private Measured(Label title, Label hint) {
            super(1, title, hint);
            setPrefWidth(FaultPane.WIDTH);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(FaultPane.WIDTH);
        }
    }
}
