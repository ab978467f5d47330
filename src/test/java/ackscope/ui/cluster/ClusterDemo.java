package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.Lever;
import ackscope.core.event.ClusterEvent;
import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import ackscope.ui.shell.WindowPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The cluster's views in every state, photographed one after another into a folder: arguments folder, {@code dark} or {@code light}, width. */
public final class ClusterDemo extends Application {
    private static final int STEP_MS = 1_200;

    private final FakeControl control = new FakeControl().with("orders", 6).with("payments", 12)
            .with("a-topic-with-a-rather-long-name.for-testing", 1);
    private final ClusterViewModel model = new ClusterViewModel(control, Background.sameThread(), System.out::println);
    private final List<Runnable> steps = new ArrayList<>();
    private Stage stage;
    private Path folder;
    private String suffix;

    /** On the class path the main class may not be the application itself. */
    public static final class Run {
        public static void main(String[] args) {
            launch(ClusterDemo.class, args);
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
        TopicButton topic = new TopicButton(model);
        int width = Integer.parseInt(args.get(2));
        topic.compact(width < 1400);
        Button send = new Button("Send");
        send.getStyleClass().add("accent");
        HBox top = new HBox(new ClusterButton(model).node(), topic.node(), ackscope.ui.base.Form.space(), send);
        top.getStyleClass().add("top-bar");
        BorderPane root = new BorderPane(new VBox());
        VBox below = new VBox(new NodeStrip(model).node());
        below.setMinHeight(290);
        root.setTop(top);
        root.setBottom(below);
        Scene scene = new Scene(root, width, 620);
        theme.apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        model.topicProperty().set("orders");
        script();
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(STEP_MS), _ -> {
            if (steps.isEmpty()) {
                fire("#cluster-button");
                Platform.exit();
            } else {
                steps.removeFirst().run();
            }
        }));
        clock.setCycleCount(steps.size() + 1);
        clock.play();
    }

    private void script() {
        step(() -> {
            feed(new ClusterView(Phase.STARTING, "1 of 3 brokers are up", Views.BOOTSTRAP,
                    Views.nodes(NodeState.UP, NodeState.STARTING, NodeState.STARTING), "", List.of(), 0), 2_100);
            fire("#cluster-button");
        }, "1-starting");
        step(() -> {
            fire("#cluster-button");
            feed(Views.allUp(), 3_000, Views.cameUp());
            feed(orders(List.of(1, 2, 3), NodeState.UP, NodeState.UP, NodeState.UP), 60_000);
            fire("#cluster-button");
        }, "2-ready");
        step(() -> {
            fire("#cluster-button");
            feed(orders(List.of(1, 3), NodeState.UP, NodeState.DEAD, NodeState.PAUSED), 12_600);
            fire("#topic-button");
        }, "5-topic");
        step(() -> fire("#new-topic"), "6-new-topic");
        step(() -> {
            model.newTopic().text(NewTopicModel.Field.NAME).set("my orders");
            model.newTopic().text(NewTopicModel.Field.REPLICATION).set("4");
            model.newTopic().text(NewTopicModel.Field.MIN_INSYNC).set("9");
        }, "7-new-topic-wrong");
        step(() -> {
            fire("#new-topic");
            fire("#topic-button");
            menu("#broker-1-menu");
        }, "8-menu-up");
        step(() -> {
            hide("#broker-1-menu");
            NodeModel two = model.levers().nodes().get(1);
            two.problem(Lever.KILL, "Broker 2 is not running.");
            two.problem(Lever.STOP, "Broker 2 is not running.");
            two.problem(Lever.PAUSE, "Windows cannot pause a process. Kill the broker instead, or use Linux or macOS.");
            two.problem(Lever.RESUME, "Broker 2 is not paused.");
            control.problems.put(Lever.KILL, "Broker 2 is not running.");
            control.problems.put(Lever.STOP, "Broker 2 is not running.");
            control.problems.put(Lever.PAUSE, "Broker 2 is not running.");
            control.problems.put(Lever.RESUME, "Broker 2 is not paused.");
            menu("#broker-2-menu");
        }, "9-menu-dead");
        step(() -> {
            hide("#broker-2-menu");
            model.levers().nodes().get(1).begin(Lever.RESTART);
            feed(orders(List.of(1, 3), NodeState.UP, NodeState.STARTING, NodeState.STOPPED), 13_000);
            feed(orders(List.of(1, 3), NodeState.UP, NodeState.STARTING, NodeState.STOPPED), 15_200);
        }, "10-busy");
        step(() -> {
            model.levers().nodes().get(1).end();
            String why = "Broker 2 failed to start: there is not enough free memory (the four nodes need about 600 MB). Close other programs, then start the lab"
                    + " again. Its log: /tmp/ackscope-root/lab-31098-1795533743500-13182714040249185887/node-2/node.log";
            feed(new ClusterView(Phase.FAILED, why, Views.BOOTSTRAP,
                    Views.nodes(NodeState.DEAD, NodeState.DEAD, NodeState.DEAD), "", List.of(), 0), 16_000,
                    new ClusterEvent.ClusterFailed("Lab cluster", why, "/tmp/node-2/node.log", 0));
            fire("#cluster-button");
        }, "11-failed");
        step(() -> {
            fire("#cluster-button");
            control.ownLab = false;
            control.name = "kafka.example.com:9093";
            feed(orders(List.of(1, 2, 3), NodeState.UP, NodeState.UP, NodeState.UP), 60_000);
            fire("#cluster-button");
        }, "12-remote");
    }

    private static ClusterView orders(List<Integer> isr, NodeState... states) {
        List<Partition> partitions = IntStream.range(0, 6)
                .mapToObj(i -> new Partition(i, isr.get(i % isr.size()), List.of(1, 2, 3), isr)).toList();
        return Views.ready(Views.nodes(states), "orders", partitions);
    }

    private void feed(ClusterView view, long nowMs, ackscope.core.event.LabEvent... events) {
        model.receive(Views.batch(view, nowMs, events));
    }

    private void step(Runnable change, String picture) {
        steps.add(change);
        steps.add(() -> WindowPicture.save(stage, folder.resolve(picture + "-" + suffix + ".png")));
    }

    private static Node find(String id) {
        return Window.getWindows().stream().map(w -> w.getScene().getRoot().lookup(id)).filter(n -> n != null)
                .findFirst().orElseThrow();
    }

    private static void fire(String id) {
        switch (find(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
    }

    private static void menu(String id) {
        ((MenuButton) find(id)).show();
    }

    private static void hide(String id) {
        ((MenuButton) find(id)).hide();
    }
}
