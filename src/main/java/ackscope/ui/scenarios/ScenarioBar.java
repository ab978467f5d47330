package ackscope.ui.scenarios;

import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Words;
import ackscope.ui.scenarios.ScenariosViewModel.Play;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar above the console while a scenario is played there, and with what came of it until it is closed. */
public final class ScenarioBar {
    private static final double BAR = 150;

    private final ScenariosViewModel model;
    private final Label title = Words.whole("", "strong");
    private final PlayingRow row;
    private final Button more = new Button("See what came of it");
    private final Button close = Form.quiet("fth-x", "Close this bar");
    private final HBox root;

    public ScenarioBar(ScenariosViewModel model) {
        this.model = model;
        row = new PlayingRow("scenario-bar", BAR, model.progressProperty(), model::cancel);
        more.setId("scenario-more");
        more.getStyleClass().add("accent");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> model.showScenarios());
        close.setId("scenario-close");
        close.setOnAction(_ -> model.dismiss());
        HBox line = Form.row(title, row.bar(), row.words(), Form.space(), row.cancel(), more, close);
        line.setSpacing(10);
        line.getStyleClass().add("strip");
        HBox.setHgrow(line, Priority.ALWAYS);
        root = new HBox(line);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().add("lesson-bar");
        root.setId("scenario-bar");
        model.playProperty().subscribe(_ -> show());
        model.progressProperty().subscribe(_ -> show());
    }

    /** The bar; not there while no scenario was played. */
    public Region node() {
        return root;
    }

    private void show() {
        Optional<Play> play = model.playProperty().get();
        boolean goesOn = model.progressProperty().get().isPresent();
        Form.present(root, play.isPresent());
        Form.present(row.bar(), goesOn);
        Form.present(row.cancel(), goesOn);
        Form.present(more, !goesOn && play.flatMap(Play::asExpected).isPresent());
        Form.present(close, !goesOn);
        row.words().getStyleClass().removeAll("text-acked", "text-failed");
        play.ifPresent(now -> {
            title.setText("Scenario: " + now.scenario().title());
            if (!goesOn) {
                row.words().setText(now.outcome());
                now.asExpected()
                        .ifPresent(well -> row.words().getStyleClass().add(well ? "text-acked" : "text-failed"));
            }
        });
    }
}
