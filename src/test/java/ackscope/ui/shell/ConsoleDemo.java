package ackscope.ui.shell;

import ackscope.ui.base.Background;
import ackscope.ui.base.FxFeed;
import ackscope.ui.base.MadeUpLab;
import ackscope.ui.base.Receiver;
import ackscope.ui.charts.ChartsView;
import ackscope.ui.charts.ChartsViewModel;
import ackscope.ui.charts.StatTiles;
import ackscope.ui.charts.TilesViewModel;
import ackscope.ui.flow.FlowView;
import ackscope.ui.flow.FlowViewModel;
import ackscope.ui.log.LogView;
import ackscope.ui.log.LogViewModel;
import java.util.List;
import java.util.OptionalLong;
import javafx.application.Application;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The watching half of the console with made-up data, to be looked at and photographed. Arguments: {@code light|dark}, {@code
 * big|small}, {@code rest|load|dead|trickle|storm}, {@code one} partition, {@code play}: one that began 15 s ago.
 */
public final class ConsoleDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(ConsoleDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        boolean small = args.contains("small");
        double rate = args.contains("rest") ? 0 : args.contains("trickle") ? 3 : args.contains("storm") ? 60_000 : 160;
        OptionalLong play = args.contains("play")
                ? OptionalLong.of(System.currentTimeMillis() - 15_000)
                : OptionalLong.empty();
        FlowViewModel flow = new FlowViewModel();
        ChartsViewModel charts = new ChartsViewModel(Background.sameThread(), () -> play);
        TilesViewModel tiles = new TilesViewModel();
        LogViewModel log = new LogViewModel();
        FlowView flowView = new FlowView(flow, _ -> {
        });
        Region tilesNode = new StatTiles(tiles).node();
        Region chartsNode = new ChartsView(charts).node();
        VBox.setVgrow(chartsNode, Priority.ALWAYS);
        VBox right = new VBox(tilesNode, chartsNode);
        SplitPane left = new SplitPane(flowView.node(), new LogView(log).node());
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions((small ? 312.0 : 410.0) / (small ? 460 : 575));
        SplitPane root = new SplitPane(left, right);
        double flowWidth = small ? 664 : 715;
        double width = flowWidth + 1 + (small ? 284 : 320);
        root.setDividerPositions(flowWidth / width);
        Scene scene = new Scene(root, width, small ? 460 : 575);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.setX(0);
        stage.setY(0);
        stage.show();

        long now = System.currentTimeMillis();
        long begin = now - 39_600;
        MadeUpLab lab = new MadeUpLab(rate, args.contains("dead"), args.contains("one") ? 1 : 12, begin);
        List<Receiver> receivers = List.of(flow, charts, tiles, log);
        for (long t = begin; t < now; t += FxFeed.TICK_MS) {
            var batch = lab.next(t);
            receivers.forEach(r -> r.receive(batch));
        }
        FxFeed feed = new FxFeed(() -> lab.next(System.currentTimeMillis()));
        receivers.forEach(feed::add);
        feed.start();
    }
}
