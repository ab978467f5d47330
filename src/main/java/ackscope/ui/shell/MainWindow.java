package ackscope.ui.shell;

import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.FxFeed;
import ackscope.ui.charts.ChartsView;
import ackscope.ui.charts.ChartsViewModel;
import ackscope.ui.charts.StatTiles;
import ackscope.ui.charts.TilesViewModel;
import ackscope.ui.compose.ComposeView;
import ackscope.ui.compose.ComposeViewModel;
import ackscope.ui.records.RecordDetailView;
import ackscope.ui.records.RecordsView;
import ackscope.ui.records.RecordsViewModel;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: puts the panels together, and is the only one that knows them all. FX thread. */
public final class MainWindow implements AutoCloseable {
    private final Stage stage;
    private final Theme theme = new Theme();
    private final FxFeed feed;
    private final ComposeViewModel compose;
    private final RecordsViewModel records;
    private final RecordsView recordsView;
    private final StatusBar status;

    public MainWindow(Stage stage, Lab lab, Background background, Preferences preferences, AppFolders folders) {
        this.stage = stage;
        feed = new FxFeed(new Feed(lab));
        compose = new ComposeViewModel(new LabSending(lab, () -> "", () -> lab.use(java.util.Map.of())),
                System::currentTimeMillis);
        records = new RecordsViewModel(() -> lab.engine().run(),
                (topic, partition, offset) -> lab.cluster().topics().read(topic, partition, offset), background);
        status = new StatusBar(() -> lab.view().progress());
        recordsView = new RecordsView(records, status::say);
        compose.topicProperty().set(Lab.FIRST_TOPIC);
        TilesViewModel tiles = new TilesViewModel();
        ChartsViewModel charts = new ChartsViewModel(background);
        feed.add(compose);
        feed.add(records);
        feed.add(tiles);
        feed.add(charts);
        feed.add(status);

        SplitPane upper = new SplitPane(new ComposeView(compose).node(), new RecordDetailView(records).node(),
                new VBox(new StatTiles(tiles).node(), grow(new ChartsView(charts))));
        upper.setDividerPositions(0.21, 0.77);
        TabStrip tabs = new TabStrip("tables");
        SimpleStringProperty badge = new SimpleStringProperty("");
        feed.add(batch -> badge(batch, badge));
        tabs.add("Records", badge, recordsView.node(), recordsView.controls());
        SplitPane all = new SplitPane(upper, tabs.node());
        all.setOrientation(javafx.geometry.Orientation.VERTICAL);
        all.setDividerPositions(0.7);
        BorderPane root = new BorderPane(all);
        root.setTop(topBar());
        root.setBottom(status.node());
        Scene scene = new Scene(root, 1440, 868);
        theme.apply(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), compose::send);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                recordsView::focusSearch);
        stage.setTitle("Ackscope");
        stage.setScene(scene);
    }

    private static javafx.scene.Node grow(ChartsView charts) {
        VBox.setVgrow(charts.node(), Priority.ALWAYS);
        return charts.node();
    }

    private static void badge(FeedBatch batch, SimpleStringProperty badge) {
        if (!batch.samples().isEmpty()) {
            badge.set(Figures.shortCount(batch.samples().getLast().totals().sent()));
        }
    }

    private javafx.scene.Node topBar() {
        Label cluster = new Label();
        feed.add(batch -> cluster.setText(
                batch.cluster().progress() + " " + batch.cluster().brokersUp() + "/" + batch.cluster().brokers()));
        Button send = new Button("Send", new FontIcon("fth-send"));
        send.setId("send");
        send.setDefaultButton(false);
        send.getStyleClass().add("accent");
        send.setOnAction(_ -> compose.send());
        var bar = Form.row(cluster, Form.space(), send);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    /** Shows it and starts the feed. */
    public void show() {
        stage.show();
        feed.start();
    }

    /** The window's feed, for measuring. */
    public FxFeed feed() {
        return feed;
    }

    /** What the window should remember. */
    public Preferences preferences() {
        return Preferences.DEFAULTS;
    }

    @Override
    public void close() {
        feed.close();
    }
}
