package ackscope.ui.shell;

import ackscope.core.cluster.ClusterView;
import ackscope.core.run.MadeUpRuns;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.runs.FakeRuns;
import ackscope.ui.runs.RunsView;
import ackscope.ui.runs.RunsViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The page of runs with made-up ones, to be looked at. Arguments: {@code light|dark}, {@code small}, {@code one|two|twin}, and a PNG file to
 * write and end.
 */
public final class RunsDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(RunsDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) throws Exception {
        List<String> args = getParameters().getRaw();
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        FakeRuns control = new FakeRuns(Files.createTempDirectory("runs-demo"));
        control.files().save(MadeUpRuns.lost());
        control.files().save(MadeUpRuns.safe()
                .named("Twin: Idempotence off and on when answers are dropped, enable.idempotence=true"));
        control.goesOn(MadeUpRuns.run("20260715-120300-000-run4", "Lesson: What does an ack promise?, acks=1",
                MadeUpRuns.NOON + 180_000, Map.of("acks", "1"), MadeUpRuns.audit(51, Map.of())));
        RunsViewModel model = new RunsViewModel(control, Background.sameThread(), System.out::println);
        Region page = new RunsView(model).node();
        boolean small = args.contains("small");
        Scene scene = new Scene(page, small ? 1232 : 1364, small ? 650 : 828);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.show();
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
        ListView<?> list = (ListView<?>) page.lookup("#runs-list");
        if (args.contains("two")) {
            list.getSelectionModel().select(1);
        } else {
            list.getSelectionModel().clearAndSelect(1);
        }
        if (args.contains("twin")) {
            ((Button) page.lookup("#run-twin")).fire();
        }
        args.stream().filter(a -> a.endsWith(".png")).findFirst().ifPresent(file -> {
            PauseTransition settled = new PauseTransition(Duration.seconds(1));
            settled.setOnFinished(_ -> {
                WindowPicture.save(stage, Path.of(file));
                Platform.exit();
            });
            settled.play();
        });
    }
}
