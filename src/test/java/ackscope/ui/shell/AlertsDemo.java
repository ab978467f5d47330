package ackscope.ui.shell;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerView;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.metrics.Alerts;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.alerts.AlertsView;
import ackscope.ui.alerts.AlertsViewModel;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.FxFeed;
import ackscope.ui.base.Insight;
import ackscope.ui.base.MadeUpLab;
import ackscope.ui.breaker.BreakerControl;
import ackscope.ui.breaker.BreakerRow;
import ackscope.ui.breaker.BreakerViewModel;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Alerts at the bottom, the circuit breaker at the left, both as they stand in the window, with a made-up run judged by the real rules; to
 * be looked at. Arguments: {@code light|dark}, {@code small}, {@code off|closed|open|half}, {@code away} leaves the alerts' tab.
 */
public final class AlertsDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(AlertsDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        Theme theme = new Theme();
        theme.choiceProperty().set(args.contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        boolean small = args.contains("small");
        BreakerView breaker = breaker(args);
        Alerts alerts = new Alerts(_ -> {
        });
        AlertsViewModel alertsModel = new AlertsViewModel(alerts);
        BreakerViewModel breakerModel = new BreakerViewModel(control(breaker.on()));
        TabStrip tabs = new TabStrip("tables");
        AlertsView view = new AlertsView(alertsModel, () -> tabs.choose(0));
        tabs.add("Alerts", alertsModel.badgeProperty(), view.node(), view.controls(), "failed");
        tabs.add("Log", new ReadOnlyStringWrapper(""), new StackPane(new Label("Somewhere else")), new StackPane());
        if (args.contains("away")) {
            tabs.choose(1);
        }
        Region row = new BreakerRow(breakerModel).node();
        Region gap = new Region();
        gap.setPrefHeight(small ? 440 : 566);
        VBox left = new VBox(gap, row);
        left.setMaxWidth(small ? 284 : 302);
        left.setPrefWidth(small ? 284 : 302);
        BorderPane root = new BorderPane();
        root.setLeft(left);
        Region bottom = tabs.node();
        bottom.setPrefHeight(small ? 186 : 236);
        root.setBottom(bottom);
        Scene scene = new Scene(root, small ? 1232 : 1364, small ? 690 : 870);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Ackscope, made-up data");
        stage.setX(0);
        stage.setY(0);
        stage.show();

        long now = System.currentTimeMillis();
        long begin = now - 39_600;
        MadeUpLab lab = new MadeUpLab(160, true, 12, begin);
        for (long t = begin; t < now; t += FxFeed.TICK_MS) {
            receive(lab.next(t), breaker, alerts, alertsModel, breakerModel);
        }
        FxFeed feed = new FxFeed(() -> lab.next(System.currentTimeMillis()));
        feed.add(batch -> receive(batch, breaker, alerts, alertsModel, breakerModel));
        feed.start();
    }

    private static void receive(FeedBatch batch, BreakerView breaker, Alerts alerts, AlertsViewModel alertsModel,
            BreakerViewModel breakerModel) {
        batch.samples().forEach(sample -> alerts.take(sample, breaker, false));
        FeedBatch whole = new FeedBatch(batch.events(), 0, batch.samples(), batch.cluster(), batch.nowMs(),
                new Insight(AttemptNews.NONE, WireSums.NONE, List.of(), breaker, alerts.alerts()));
        alertsModel.receive(whole);
        breakerModel.receive(whole);
    }

    private static BreakerView breaker(List<String> args) {
        if (args.contains("closed")) {
            return new BreakerView(true, State.CLOSED, 0.26, 0.5, 0.03, 1, 100, 20, -1, -1, 0, 100_000, 0, 0, 0);
        }
        if (args.contains("open")) {
            return new BreakerView(true, State.OPEN, 0.62, 0.5, 0.1, 1, 100, 20, 3_240, -1, 12_418, 100_000, 12_418, 0,
                    0);
        }
        return args.contains("half")
                ? new BreakerView(true, State.HALF_OPEN, Double.NaN, 0.5, Double.NaN, 1, 2, 10, -1, 3, 12_410, 100_000,
                        12_418, 8, 2)
                : BreakerView.OFF;
    }

    private static BreakerControl control(boolean on) {
        return new BreakerControl() {
            private BreakerSettings settings = BreakerSettings.DEFAULTS.with(on);

            @Override
            public BreakerSettings settings() {
                return settings;
            }

            @Override
            public void use(BreakerSettings next) {
                settings = next;
            }

            @Override
            public String obstacle() {
                return "";
            }

            @Override
            public void replay(double perSecond) {
                System.out.println("replay at " + perSecond);
            }

            @Override
            public void discard() {
                System.out.println("discard");
            }
        };
    }
}
