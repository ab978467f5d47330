package ackscope.ui.shell;

import ackscope.core.cluster.ClusterView;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.transaction.MadeUpTransactions;
import ackscope.ui.transaction.TransactionPanel;
import ackscope.ui.transaction.TransactionViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The transactions' panel as it stands in the window, with made-up data; photographed into the first argument. The others: {@code
 * light|dark}, {@code small}, a picture of {@link MadeUpTransactions#picture}, {@code running} or {@code shown} for an experiment.
 */
public final class TransactionDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(TransactionDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        boolean small = args.contains("small");
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        MadeUpTransactions made = new MadeUpTransactions();
        args.forEach(made::picture);
        made.read();
        TransactionViewModel model = new TransactionViewModel(made, System.out::println, System.out::println);
        model.topicProperty().set("orders");
        model.transactionalIdProperty().set(args.contains("none") ? "" : "orders-tx");
        TabStrip tabs = new TabStrip("tables");
        TransactionPanel panel = new TransactionPanel(model);
        tabs.add("Records", new ReadOnlyStringWrapper("1,204"), new Region(), new StackPane());
        tabs.add("Attempts", new ReadOnlyStringWrapper("12"), new Region(), new StackPane());
        tabs.add("Transactions", model.badgeProperty(), panel.node(), panel.controls(), "transaction");
        tabs.add("Alerts", new ReadOnlyStringWrapper(""), new Region(), new StackPane(), "failed");
        tabs.add("Log", new ReadOnlyStringWrapper(""), new Region(), new StackPane());
        tabs.choose(2);
        Region bottom = tabs.node();
        bottom.setPrefHeight(small ? 186 : 260);
        BorderPane root = new BorderPane();
        root.setBottom(bottom);
        Scene scene = new Scene(root, small ? 1232 : 1364, small ? 190 : 264);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.show();
        receive(model, made);
        if (args.contains("running") || args.contains("shown")) {
            made.experiment(false);
            receive(model, made);
            made.experiment(args.contains("shown"));
            receive(model, made);
        }
        PauseTransition settled = new PauseTransition(Duration.millis(700));
        settled.setOnFinished(_ -> {
            receive(model, made);
            WindowPicture.save(stage, Path.of(args.getFirst()));
            Platform.exit();
        });
        settled.play();
    }

    private static void receive(TransactionViewModel model, MadeUpTransactions made) {
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), made.nowMs));
    }
}
