package ackscope.ui.shell;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.ComposeException.Field;
import ackscope.core.event.FlowEdge;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.core.settings.Presets;
import ackscope.core.settings.Problem;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsRules;
import ackscope.ui.base.Assets;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.FxFeed;
import ackscope.ui.base.Receiver;
import ackscope.ui.charts.ChartsView;
import ackscope.ui.charts.ChartsViewModel;
import ackscope.ui.charts.StatTiles;
import ackscope.ui.charts.TilesViewModel;
import ackscope.ui.cluster.ClusterButton;
import ackscope.ui.cluster.ClusterViewModel;
import ackscope.ui.cluster.FaultStrip;
import ackscope.ui.cluster.TopicButton;
import ackscope.ui.compose.ComposeView;
import ackscope.ui.compose.ComposeViewModel;
import ackscope.ui.flow.FlowFilter;
import ackscope.ui.flow.FlowView;
import ackscope.ui.flow.FlowViewModel;
import ackscope.ui.flow.Station;
import ackscope.ui.log.LogView;
import ackscope.ui.log.LogViewModel;
import ackscope.ui.records.RecordDetailView;
import ackscope.ui.records.RecordsView;
import ackscope.ui.records.RecordsViewModel;
import ackscope.ui.settings.AllSettingsWindow;
import ackscope.ui.settings.DeliveryView;
import ackscope.ui.settings.PresetView;
import ackscope.ui.settings.PresetsViewModel;
import ackscope.ui.settings.SettingsViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The window: puts the panels together, joins them to the lab, and is the only one that knows them all. FX thread. */
public final class MainWindow implements AutoCloseable {
    private static final double NARROW = 1360;
    private static final double SIDE = 284;
    private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
    private static final Duration SETTLE = Duration.millis(700);

    private final Stage stage;
    private final Lab lab;
    private final Theme theme = new Theme();
    private final FxFeed feed;
    private final StatusBar status;
    private final ComposeViewModel compose;
    private final SettingsViewModel settings;
    private final ClusterViewModel cluster;
    private final RecordsViewModel records;
    private final FlowViewModel flow = new FlowViewModel();
    private final TilesViewModel tiles = new TilesViewModel();
    private final ChartsViewModel charts;
    private final LogViewModel log = new LogViewModel();
    private final BorderPane frame = new BorderPane();
    private final ComposeView composeView;
    private final DeliveryView deliveryView;
    private final RecordsView recordsView;
    private final FaultStrip faults;
    private final TopBar top;
    private final LeftPane left;
    private final Rail rail;
    private final TabStrip tables = new TabStrip("tables");
    private final WindowState state;
    private final List<Region> pages;
    private final ReadOnlyStringWrapper sent = new ReadOnlyStringWrapper("");

    /**
     * @param background  runs what may block
     * @param preferences what the window remembers
     * @param browse      shows a file in the desktop's own program
     */
    public MainWindow(Stage stage, Lab lab, Background background, Preferences preferences, AppFolders folders,
            Consumer<String> browse) {
        this.stage = stage;
        this.lab = lab;
        feed = new FxFeed(new Feed(lab));
        status = new StatusBar(this::activity);
        settings = new SettingsViewModel(new SettingsRules(), Presets.builtIn().getFirst());
        compose = new ComposeViewModel(new LabSending(lab, this::settingsObstacle, this::applySettings),
                System::currentTimeMillis);
        cluster = new ClusterViewModel(new LabClusterControl(lab, browse), background, status::say);
        records = new RecordsViewModel(() -> lab.engine().run(),
                (topic, partition, offset) -> lab.cluster().topics().read(topic, partition, offset), background);
        charts = new ChartsViewModel(background);
        recordsView = new RecordsView(records, status::say);
        faults = new FaultStrip(cluster);

        PresetsViewModel presets = new PresetsViewModel(new Presets(folders.config().resolve("presets")), background);
        presets.messageProperty().subscribe(status::say);
        PresetView preset = new PresetView(settings, presets);
        AllSettingsWindow all = new AllSettingsWindow(settings, () -> stage, theme::apply);
        top = new TopBar(List.of(new ClusterButton(cluster).node(), new TopicButton(cluster).node(), preset.node()),
                settings.guaranteeProperty(), this::send);
        composeView = new ComposeView(compose);
        deliveryView = new DeliveryView(settings, all::open, preset::load);
        left = new LeftPane(composeView.node(), deliveryView.node());
        rail = new Rail(
                List.of(new Rail.Entry("Console", "fth-terminal"), new Rail.Entry("Preferences", "fth-sliders")),
                this::open);

        SplitPane upper = new SplitPane(left.node(), middle(), right());
        upper.setId("upper-split");
        upper.setDividerPositions(0.222, 0.765);
        left.node().setMinWidth(SIDE);
        SplitPane.setResizableWithParent(left.node(), false);
        SplitPane console = new SplitPane(upper, new VBox(faults.node(), grown(bottom())));
        console.setOrientation(Orientation.VERTICAL);
        console.setDividerPositions(0.685);
        pages = List.of(console, new PreferencesPage(theme, folders).node());
        BorderPane work = new BorderPane(new StackPane(pages.toArray(Region[]::new)));
        work.setTop(top.node());
        frame.setCenter(work);
        frame.setLeft(rail.node());
        frame.setBottom(status.node());
        frame.getStyleClass().add("frame");
        Scene scene = new Scene(frame, WindowState.width(preferences), WindowState.height(preferences));
        theme.apply(scene);
        theme.choiceProperty().set(choice(preferences.theme()));
        accelerators(scene);
        scene.widthProperty().subscribe(w -> setNarrow(w.doubleValue() < NARROW));
        stage.setScene(scene);
        stage.setTitle("Ackscope");
        stage.setMinWidth(1180);
        stage.setMinHeight(640);
        for (int size : List.of(16, 32, 48, 128, 256)) {
            stage.getIcons().add(new Image(Assets.url("icon/ackscope-" + size + ".png")));
        }
        state = new WindowState(stage, Map.of("left", left.split(), "upper", upper, "console", console));
        if (!preferences.settings().isEmpty()) {
            settings.replace(ProducerSettings.of(preferences.settings()));
        }
        state.restore(preferences);
        join();
        open(0);
    }

    private Region middle() {
        SplitPane middle = new SplitPane(new FlowView(flow).node(), new RecordDetailView(records).node());
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.76);
        return middle;
    }

    private Region right() {
        Region chart = new ChartsView(charts).node();
        VBox right = new VBox(new StatTiles(tiles).node(), grown(chart));
        right.setMinWidth(SIDE);
        SplitPane.setResizableWithParent(right, false);
        return right;
    }

    private Region bottom() {
        tables.add("Records", sent, recordsView.node(), recordsView.controls());
        tables.add("Log", new ReadOnlyStringWrapper(""), new LogView(log).node(), new StackPane());
        return tables.node();
    }

    private static Region grown(Region region) {
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** What one panel says to another goes through here: they do not know each other. */
    private void join() {
        compose.topicProperty().bind(cluster.topicProperty());
        compose.partitionsProperty()
                .bind(cluster.factsProperty().map(facts -> facts.map(Topics.Topic::partitions).orElse(0)));
        settings.sendingProperty().bind(compose.busyProperty());
        PauseTransition settled = new PauseTransition(SETTLE);
        settled.setOnFinished(_ -> applySettings());
        settings.settingsProperty().subscribe(() -> {
            compose.keysChooseProperty().set(builtInPartitioner());
            if (compose.busyProperty().get()) {
                settled.playFromStart();
            }
        });
        cluster.factsProperty().subscribe(
                facts -> facts.ifPresent(topic -> settings.describeTopic(topic.name(), topic.minInsyncReplicas())));
        flow.filterProperty().subscribe(this::filter);
        List<Receiver> receivers = List.of(compose, cluster, settings, records, flow, tiles, charts, log, status);
        receivers.forEach(feed::add);
        feed.add(this::tick);
    }

    private void tick(FeedBatch batch) {
        top.offer(batch.cluster().phase() == ClusterView.Phase.READY && !cluster.topicProperty().get().isEmpty());
        left.mark(!composeProblem().isEmpty(),
                settings.problems().stream().anyMatch(p -> p.severity() != Problem.Severity.NOTE));
        if (!batch.samples().isEmpty()) {
            sent.set(Figures.shortCount(batch.samples().getLast().totals().sent()));
        }
    }

    private boolean builtInPartitioner() {
        ProducerSettings now = settings.settingsProperty().get();
        return now.get("partitioner.class").isEmpty()
                && !now.get("partitioner.ignore.keys").orElse("false").equals("true");
    }

    private void filter(FlowFilter filter) {
        records.edgeProperty().set(Optional.empty());
        switch (filter) {
            case FlowFilter.All() -> records.showProperty().set(RecordsViewModel.Show.ALL);
            case FlowFilter.Along(FlowEdge edge) -> {
                records.edgeProperty().set(Optional.of(edge));
                tables.choose(0);
            }
            case FlowFilter.At(Station station) -> at(station);
        }
    }

    private void at(Station station) {
        tables.choose(station == Station.MONITORING ? 1 : 0);
        switch (station) {
            case PRODUCER -> records.showProperty().set(RecordsViewModel.Show.OPEN);
            case BROKER -> records.edgeProperty().set(Optional.of(FlowEdge.SEND));
            case RETRY -> records.edgeProperty().set(Optional.of(FlowEdge.RETRY));
            case ERROR_LOG -> records.showProperty().set(RecordsViewModel.Show.FAILED);
            case MONITORING -> {
                // The log panel tells what is wrong.
            }
        }
    }

    private void accelerators(Scene scene) {
        Map<KeyCodeCombination, Runnable> keys = Map.of(
                new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), this::send,
                new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), () -> {
                    tables.choose(0);
                    recordsView.focusSearch();
                }, new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN), cluster::healAll,
                new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                theme::toggle,
                new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                lab.engine()::newRun);
        scene.getAccelerators().putAll(keys);
    }

    private void setNarrow(boolean narrow) {
        frame.pseudoClassStateChanged(NARROW_STATE, narrow);
        composeView.setTitleShown(!narrow);
        deliveryView.setTitleShown(!narrow);
        left.setNarrow(narrow);
        rail.setNarrow(narrow);
        top.setNarrow(narrow, settings.guaranteeProperty().get());
    }

    private void open(int page) {
        for (int i = 0; i < pages.size(); i++) {
            Form.present(pages.get(i), i == page);
        }
    }

    private void send() {
        if (!compose.send()) {
            left.showCompose();
            status.say("Nothing was sent: " + composeProblem());
        }
    }

    private String composeProblem() {
        for (Field field : Field.values()) {
            String problem = compose.problem(field).get();
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private String settingsObstacle() {
        return settings.applicableProperty().get()
                ? ""
                : settings.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).map(Problem::message)
                        .findFirst().orElse("The delivery settings have a problem.");
    }

    private void applySettings() {
        lab.use(settings.settingsProperty().get().clientMap());
    }

    private String activity() {
        String obstacle = lab.obstacle();
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        return switch (lab.engine().progress().phase()) {
            case IDLE ->
                "Ready. Ctrl+Enter sends; to see a first failure, start a load and kill a broker in the fault strip.";
            case OPENING -> "A producer is being opened.";
            case SENDING -> "Sending to " + compose.topicProperty().get() + ".";
            case DRAINING -> "Everything is handed to the producer; " + Figures.count(lab.engine().totals(0).open())
                    + " records wait for their report.";
            case CLOSING -> "The producer drains and closes; then one with the new settings opens.";
        };
    }

    private static Theme.Choice choice(String name) {
        for (Theme.Choice choice : Theme.Choice.values()) {
            if (choice.name().equalsIgnoreCase(name)) {
                return choice;
            }
        }
        return Theme.Choice.SYSTEM;
    }

    /** Shows it and starts the feed. */
    public void show() {
        stage.show();
        composeView.focus();
        feed.start();
    }

    /** The window's feed, for measuring. */
    public FxFeed feed() {
        return feed;
    }

    /** What the window should remember. */
    public Preferences preferences() {
        return new Preferences(1, theme.choiceProperty().get().name().toLowerCase(java.util.Locale.ROOT),
                state.window(), state.dividers(),
                settings.typedProperty().get().withoutSecrets().asMap(), Map.of());
    }

    @Override
    public void close() {
        feed.close();
    }
}
