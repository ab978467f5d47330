package ackscope.ui.shell;

import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.send.SendEngine;
import ackscope.ui.attempts.AttemptsView;
import ackscope.ui.attempts.AttemptsViewModel;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.MadeUpLab;
import ackscope.ui.base.MadeUpLives;
import ackscope.ui.flow.FlowView;
import ackscope.ui.flow.FlowViewModel;
import ackscope.ui.records.RecordDetailView;
import ackscope.ui.records.RecordStory;
import ackscope.ui.records.RecordsView;
import ackscope.ui.records.RecordsViewModel;
import ackscope.ui.records.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The record pane and the tables with made-up tries, to be looked at: arguments {@code light|dark}, {@code big|small}, {@code attempts}
 * for that table in front, {@code tall} for more of it.
 */
public final class AttemptsDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(AttemptsDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        List<String> args = getParameters().getRaw();
        boolean small = args.contains("small");
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        Path folder = Files.createTempDirectory("ackscope-demo");
        SendEngine engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        });
        List<RecordStory.Story> stories = new ArrayList<>(Stories.all().values());
        RecordsViewModel records = new RecordsViewModel(engine::run, (_, _, _) -> Optional.empty(),
                (id, _, _) -> Optional.of(stories.get((int) (id.number() % stories.size()))),
                Background.sameThread());
        AttemptsViewModel attempts = new AttemptsViewModel(Background.sameThread());
        FlowViewModel flow = new FlowViewModel();
        SplitPane middle = new SplitPane(new FlowView(flow, _ -> {
        }).node(), new RecordDetailView(records).node());
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.76);
        TabStrip tables = new TabStrip("tables");
        RecordsView recordsView = new RecordsView(records, _ -> {
        });
        AttemptsView attemptsView = new AttemptsView(attempts, _ -> {
        });
        tables.add("Records", new ReadOnlyStringWrapper("5,856"), recordsView.node(), recordsView.controls());
        tables.add("Attempts", attempts.countProperty(), attemptsView.node(), attemptsView.controls());
        tables.add("Log", new ReadOnlyStringWrapper(""), new Region(), new StackPane());
        middle.setMaxWidth(small ? 662 : 740);
        middle.setPrefHeight(small ? 433 : 566);
        middle.setMinHeight(args.contains("tall") ? 0 : Region.USE_PREF_SIZE);
        VBox.setVgrow(tables.node(), javafx.scene.layout.Priority.ALWAYS);
        VBox root = new VBox(middle, tables.node());
        root.getStyleClass().add("frame");
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), small);
        if (args.contains("tall")) {
            root.getChildren().removeFirst();
        }
        Scene scene = new Scene(root, small ? 1232 : 1368, small ? 640 : 790);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.setX(0);
        stage.setY(0);
        stage.show();

        MadeUpLab lab = new MadeUpLab(100, true, 12, Stories.BEGIN - 36_000);
        for (long t = Stories.BEGIN - 36_000; t <= Stories.BEGIN; t += 125) {
            flow.receive(lab.next(t));
        }
        FeedBatch news = MadeUpLives.news(Stories.BEGIN + 4_080, MadeUpLives.cases(1, Stories.BEGIN), 312, 2_318);
        attempts.receive(news);
        attempts.receive(news);
        List<ackscope.core.event.LabEvent> events = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            events.add(new RecordEvent.Sent(new RecordId(engine.run().id(), i, 0), "orders", 3, Stories.BEGIN));
        }
        records.receive(new FeedBatch(events, 0, List.of(), news.cluster(), news.nowMs()));
        if (args.contains("attempts") || args.contains("tall")) {
            tables.choose(1);
        }
    }
}
