package ackscope.ui.shell;

import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Topics;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.cluster.ClusterControl;
import ackscope.ui.cluster.ClusterViewModel;
import ackscope.ui.cluster.NodeStrip;
import ackscope.ui.faults.FakeFaults;
import ackscope.ui.faults.FaultsMenu;
import ackscope.ui.faults.FaultsViewModel;
import ackscope.ui.faults.HealBar;
import ackscope.ui.faults.QuickBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * The fault strip in every state on a board that only lists what is set, photographed one after another into a folder: arguments folder,
 * {@code dark} or {@code light}, width, height.
 */
public final class FaultsDemo extends Application {
    private static final int STEP_MS = 900;

    private final FakeFaults board = new FakeFaults();
    private final FaultsViewModel faults = new FaultsViewModel(board, Background.sameThread(), System.out::println);
    private final ClusterViewModel cluster = new ClusterViewModel(new NoLevers(board), Background.sameThread(),
            System.out::println);
    private final List<Runnable> steps = new ArrayList<>();
    private Stage stage;
    private Path folder;
    private String suffix;

    /** On the class path the main class may not be the application itself. */
    public static final class Run {
        public static void main(String[] args) {
            launch(FaultsDemo.class, args);
        }
    }

    @Override
    public void start(Stage shown) {
        stage = shown;
        List<String> args = getParameters().getRaw();
        folder = Path.of(args.getFirst());
        suffix = args.get(1) + "-" + args.get(2);
        Theme theme = new Theme();
        theme.choiceProperty().set(args.get(1).equals("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        int width = Integer.parseInt(args.get(2));
        int height = Integer.parseInt(args.get(3));
        BorderPane root = new BorderPane();
        root.getStyleClass().add("frame");
        root.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("narrow"), width < 1360);
        VBox below = new VBox(
                new FaultStrip(new FaultsMenu(faults), new Button(), new NodeStrip(cluster), new QuickBar(faults),
                        new HealBar(faults), faults.breakableProperty()).node());
        below.setMinHeight(height * 0.31);
        root.setBottom(below);
        // As wide as beside the rail.
        Scene scene = new Scene(root, width - (width < 1360 ? 48 : 72), height);
        theme.apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        faults.acksProperty().set("all");
        cluster.topicProperty().set("orders");
        script();
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(STEP_MS), _ -> {
            if (steps.isEmpty()) {
                Platform.exit();
            } else {
                steps.removeFirst().run();
            }
        }));
        clock.setCycleCount(steps.size() + 1);
        clock.play();
    }

    private void script() {
        step(() -> feed(125), "1-ready");
        step(() -> fire("#faults-menu"), "2-catalogue");
        step(() -> type("#fault-search", "delay"), "3-search");
        step(() -> {
            type("#fault-search", "replace the answer");
            faults.acksProperty().set("0");
        }, "4-acks-none");
        step(() -> {
            type("#fault-search", "delete and");
            fire("#catalogue-inject");
        }, "5-question");
        step(() -> {
            type("#fault-search", "random");
            fire("#faults-menu");
            ((MenuButton) find("#quick-action")).show();
        }, "6-actions");
        step(() -> {
            ((MenuButton) find("#quick-action")).hide();
            faults.acksProperty().set("all");
            fire("#quick-details");
        }, "7-details");
        step(() -> type("#quick-form-ms", "0"), "8-details-wrong");
        step(() -> {
            type("#quick-form-ms", "800");
            fire("#quick-details");
            fire("#quick-inject");
            feed(3_000);
            fire("#faults-menu");
            type("#fault-search", "kill a broker");
            fire("#catalogue-inject");
            fire("#faults-menu");
            type("#fault-search", "min.insync");
            fire("#catalogue-inject");
            feed(2_200);
            fire("#faults-active");
        }, "9-active");
        step(() -> {
            fire("#faults-active");
            fire("#heal-all");
            feed(125);
        }, "10-healed");
        step(() -> {
            board.leaveLab();
            feed(9_000);
            fire("#faults-menu");
        }, "11-foreign");
    }

    private void feed(long ms) {
        FeedBatch batch = board.after(ms);
        faults.receive(batch);
        cluster.receive(batch);
    }

    private void step(Runnable change, String picture) {
        steps.add(change);
        steps.add(() -> WindowPicture.save(stage, folder.resolve(picture + "-" + suffix + ".png")));
    }

    private static Node find(String id) {
        return Window.getWindows().stream().map(w -> w.getScene().getRoot().lookup(id)).filter(n -> n != null)
                .findFirst().orElseThrow(() -> new IllegalStateException(id));
    }

    private static void fire(String id) {
        switch (find(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
    }

    private static void type(String id, String text) {
        ((TextInputControl) find(id)).setText(text);
    }

    /** The cluster's part needs no more than to know whose cluster it is. */
    private record NoLevers(FakeFaults board) implements ClusterControl {
        @Override
        public String name() {
            return board.ownLab() ? "Lab cluster" : "kafka.example.com:9092";
        }

        @Override
        public boolean ownLab() {
            return board.ownLab();
        }

        @Override
        public void startLabCluster() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void openConnections() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> leverProblem(Lever lever, int node) {
            return Optional.empty();
        }

        @Override
        public void pull(Lever lever, int node) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Topics topics() {
            throw new ackscope.core.cluster.ClusterException("No topics here.");
        }

        @Override
        public void watch(String topic) {
            // The board's view names the topic.
        }

        @Override
        public void open(String file) {
            throw new UnsupportedOperationException();
        }
    }
}
