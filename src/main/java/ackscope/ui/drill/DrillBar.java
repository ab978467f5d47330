package ackscope.ui.drill;

import ackscope.core.drill.DrillCause;
import ackscope.core.fault.FaultGroup;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.drill.DrillViewModel.State;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The bar above the console while a drill goes on there: what is asked, the answers, and the ways out. */
public final class DrillBar {
    private final DrillViewModel model;
    private final Label words = new Label();
    private final Label clock = Words.whole("", "strong");
    private final MenuButton answers = new MenuButton("Name the cause");
    private final Button giveUp = new Button("Give up");
    private final Button cancel = new Button("Cancel");
    private final Button see = new Button("See what tells it");
    private final HBox root;
    private boolean left;

    public DrillBar(DrillViewModel model) {
        this.model = model;
        Label title = Words.whole("Drill", "strong");
        words.setId("drill-words");
        words.setMinWidth(0);
        clock.setId("drill-clock");
        clock.setTooltip(
                new Tooltip("The seconds count from the beginning of the load, the points from that of the fault."
                        + " Naming the cause now is worth as many."));
        answers.setId("drill-answers");
        giveUp.setId("drill-give-up");
        giveUp.setOnAction(_ -> model.giveUp());
        cancel.setId("drill-cancel");
        cancel.setOnAction(_ -> model.cancel());
        see.setId("drill-see");
        see.getStyleClass().add("accent");
        see.setOnAction(_ -> {
            left = true;
            show(model.stateProperty().get());
            model.showDrill();
        });
        root = Form.row(title, words, Form.space(), clock, answers, giveUp, cancel, see);
        root.getChildren().stream().skip(3).forEach(c -> ((Region) c).setMinWidth(Region.USE_PREF_SIZE));
        root.setSpacing(10);
        root.getStyleClass().addAll("strip", "lesson-bar");
        root.setId("drill-bar");
        model.clockProperty().subscribe(now -> {
            clock.setText(now.map(DrillWords::clock).orElse(""));
            Form.present(clock, now.isPresent());
        });
        model.causesProperty().subscribe(_ -> offer());
        model.stateProperty().subscribe(state -> {
            left = left && !state.running();
            show(state);
        });
    }

    /** The bar, 40 high; not there while there is no drill. */
    public Region node() {
        return root;
    }

    private void offer() {
        answers.getItems().clear();
        for (FaultGroup group : FaultGroup.values()) {
            Menu menu = new Menu(group.title());
            for (DrillCause cause : model.in(group)) {
                MenuItem item = new MenuItem(cause.name());
                item.setMnemonicParsing(false);
                item.setId("drill-answer-" + cause.fault());
                item.setOnAction(_ -> model.answer(cause));
                menu.getItems().add(item);
            }
            answers.getItems().add(menu);
        }
    }

    private void show(State state) {
        boolean done = state.outcome().isPresent();
        Form.present(root, state.running() || (done && !left));
        words.setText(DrillWords.going(state));
        answers.setDisable(!state.open());
        giveUp.setDisable(!state.open());
        Form.present(answers, !done);
        Form.present(giveUp, !done);
        Form.present(cancel, !done);
        cancel.setDisable(!state.running());
        Form.present(see, done);
    }
}
