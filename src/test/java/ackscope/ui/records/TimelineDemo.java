package ackscope.ui.records;

import ackscope.ui.shell.Theme;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

/** Every kind of timeline side by side, to be looked at: arguments {@code light|dark}, {@code big|small}. */
public final class TimelineDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(TimelineDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        boolean small = args.contains("small");
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        GridPane grid = new GridPane(24, 6);
        grid.getStyleClass().add("panel");
        int i = 0;
        for (var entry : Stories.all().entrySet()) {
            AttemptTimeline timeline = new AttemptTimeline();
            timeline.node().setPrefSize(small ? 600 : 680, small ? 60 : 84);
            timeline.show(TimelineBuilder.of(entry.getValue(), Stories.BEGIN + 4_080));
            grid.add(new Label(entry.getKey()), i % 2, i / 2 * 2);
            grid.add(timeline.node(), i % 2, i / 2 * 2 + 1);
            i++;
        }
        Scene scene = new Scene(grid, small ? 1280 : 1440, small ? 620 : 780);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }
}
