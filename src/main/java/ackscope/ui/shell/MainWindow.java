package ackscope.ui.shell;

import ackscope.core.connection.ConnectionFiles;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.core.scenario.Scenarios;
import ackscope.core.settings.Guarantee;
import ackscope.core.settings.Presets;
import ackscope.core.settings.ProducerSettings;
import ackscope.ui.attempts.AttemptsView;
import ackscope.ui.audit.AuditView;
import ackscope.ui.alerts.AlertsView;
import ackscope.ui.base.AwayNote;
import ackscope.ui.base.Assets;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.FxFeed;
import ackscope.ui.breaker.BreakerRow;
import ackscope.ui.charts.ChartsView;
import ackscope.ui.charts.StatTiles;
import ackscope.ui.cluster.ClusterButton;
import ackscope.ui.cluster.NodeStrip;
import ackscope.ui.cluster.TopicButton;
import ackscope.ui.compose.ComposeView;
import ackscope.ui.connections.ConnectionsView;
import ackscope.ui.drill.DrillBar;
import ackscope.ui.drill.DrillView;
import ackscope.ui.export.ExportView;
import ackscope.ui.faults.FaultsMenu;
import ackscope.ui.faults.HealBar;
import ackscope.ui.faults.QuickBar;
import ackscope.ui.flow.FlowView;
import ackscope.ui.lessons.LessonBar;
import ackscope.ui.lessons.LessonsView;
import ackscope.ui.log.LogView;
import ackscope.ui.records.RecordDetailView;
import ackscope.ui.records.RecordsView;
import ackscope.ui.quiz.QuizView;
import ackscope.ui.runs.RunsView;
import ackscope.ui.scenarios.ScenarioBar;
import ackscope.ui.scenarios.ScenariosView;
import ackscope.ui.settings.AllSettingsWindow;
import ackscope.ui.settings.DeliveryView;
import ackscope.ui.settings.PlayedView;
import ackscope.ui.settings.PlayedViewModel;
import ackscope.ui.settings.PresetView;
import ackscope.ui.settings.PresetsViewModel;
import ackscope.ui.transaction.TransactionPanel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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

/** The window: puts the panels side by side, at every width. FX thread. */
public final class MainWindow implements AutoCloseable {
    private static final double NARROW = 1360;
    private static final double SIDE = 284;
    private static final double LEAST_WIDTH = 1180;
    private static final double LEAST_HEIGHT = 640;
    private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
    private static final int RECORDS = 0;
    private static final int ATTEMPTS = 1;
    private static final int AUDIT = 3;
    private static final int ALERTS = 4;
    private static final int RUNS = 1;
    private static final int LEARN = 2;
    private static final int CONNECTIONS = 4;

    private final Stage stage;
    private final Lab lab;
    private final Theme theme = new Theme();
    private final FxFeed feed;
    private final StatusBar status = new StatusBar(this::activity);
    private final TabStrip tables = new TabStrip("tables");
    private final ConsoleModel model;
    private final BorderPane frame = new BorderPane();
    private final ClusterFrame marked;
    private final ComposeView compose;
    private final DeliveryView delivery;
    private final RecordsView records;
    private final AttemptsView attempts;
    private final BreakerRow breaker;
    private final ScenariosView scenarios;
    private final ObservableValue<Guarantee> guarantee;
    private final TopBar top;
    private final LeftPane left;
    private final Rail rail;
    private final WindowState state;
    private final List<Region> pages;
    private final LearnModel learn;
    private final LearnPage learnPage;
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
        Veil veil = new Veil();
        feed = new FxFeed(new Feed(lab, veil));
        model = new ConsoleModel(lab, veil,
                new LabClusterControl(lab, browse, this::showConnections, this::chooseTopic),
                new LabFaultControl(lab::isLab, lab::faults, lab.plays()::running), background, status::say,
                () -> tables.choose(RECORDS), () -> tables.choose(ALERTS), new ConnectionFiles(folders.config()),
                new Scenarios(folders.scenarios()),
                new Confirmation(() -> stage), browse, this::showConsole, this::showScenarios);
        learn = new LearnModel(lab, veil, folders.data(), background, status::say, model.cluster::startLabCluster,
                this::showConsole, this::showAudit, this::showLearn);
        marked = new ClusterFrame(lab::connection, frame, stage);
        PresetsViewModel presets = new PresetsViewModel(new Presets(folders.config().resolve("presets")), background);
        presets.messageProperty().subscribe(status::say);
        PresetView preset = new PresetView(model.settings, presets);
        AllSettingsWindow allSettings = new AllSettingsWindow(model.settings, () -> stage, theme::apply);
        compose = new ComposeView(model.compose);
        delivery = new DeliveryView(model.settings, allSettings::open, preset::load);
        records = new RecordsView(model.records, status::say);
        attempts = new AttemptsView(model.attempts, status::say);
        guarantee = model.guarantee();
        top = new TopBar(new ClusterButton(model.cluster).node(),
                List.of(new TopicButton(model.cluster).node(), preset.node()), guarantee, this::send);
        model.played.shownProperty()
                .subscribe(shown -> top.playing(shown.map(PlayedViewModel.Shown::topic).orElse("")));
        breaker = new BreakerRow(model.breaker);
        scenarios = new ScenariosView(model.scenarios);
        left = new LeftPane(compose.node(), new VBox(grown(delivery.node()), breaker.node()),
                new PlayedView(model.played).node());
        rail = new Rail(
                List.of(new Rail.Entry("Console", "fth-terminal"), new Rail.Entry("Runs", "fth-layers"),
                        new Rail.Entry("Learn", "fth-book-open"), new Rail.Entry("Export", "fth-code"),
                        new Rail.Entry("Connections", "fth-server"),
                        new Rail.Entry("Preferences", "fth-sliders")),
                this::open);

        SplitPane upper = upper();
        SplitPane console = new SplitPane(upper, new VBox(faultStrip(), grown(bottom())));
        console.setOrientation(Orientation.VERTICAL);
        console.setDividerPositions(0.685);
        learnPage = new LearnPage(List.of(
                new LearnPage.Part(LearnModel.LESSONS, new LessonsView(learn.lessons).node()),
                new LearnPage.Part(LearnModel.DRILL, new DrillView(learn.drill).node()),
                new LearnPage.Part(LearnModel.QUIZ, new QuizView(learn.quiz).node())),
                new AwayNote(learn.away, "learn-to-lab").node());
        pages = List.of(
                new VBox(new LessonBar(learn.lessons).node(), new ScenarioBar(model.scenarios).node(),
                        new DrillBar(learn.drill).node(), grown(console)),
                new RunsView(model.runs, scenarios.node()).node(),
                learnPage.node(),
                new ExportView(model.export).node(),
                new ConnectionsView(model.connections).node(),
                new PreferencesPage(theme, folders).node());
        BorderPane work = new BorderPane(new StackPane(pages.toArray(Region[]::new)));
        work.setTop(top.node());
        frame.getStyleClass().add("frame");
        frame.setCenter(work);
        frame.setLeft(rail.node());
        frame.setBottom(status.node());
        state = new WindowState(stage, Map.of("left", left.split(), "upper", upper, "console", console));
        createScene(preferences);
        if (!preferences.settings().isEmpty()) {
            model.settings.replace(ProducerSettings.of(preferences.settings()));
        }
        model.restore(preferences.options());
        state.restore(preferences);
        records.setColumnWidths(preferences.columns());
        model.follow(feed);
        learn.follow(feed);
        feed.add(status);
        feed.add(this::tick);
        open(0);
    }

    private void createScene(Preferences preferences) {
        Scene scene = new Scene(frame, WindowState.width(preferences), WindowState.height(preferences));
        theme.apply(scene);
        theme.choiceProperty().set(Theme.Choice.named(preferences.theme()));
        accelerators(scene);
        FileDrop.on(scene, this::take);
        scene.widthProperty().subscribe(w -> setNarrow(w.doubleValue() < NARROW));
        stage.setScene(scene);
        stage.setTitle("Ackscope");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        for (int size : List.of(16, 32, 48, 128, 256)) {
            stage.getIcons().add(new Image(Assets.url("icon/ackscope-" + size + ".png")));
        }
    }

    private SplitPane upper() {
        Region flow = new FlowView(model.flow, gate -> breaker.openBelow(gate)).node();
        SplitPane middle = new SplitPane(flow, new RecordDetailView(model.records).node());
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.71);
        VBox right = new VBox(new StatTiles(model.tiles).node(), grown(new ChartsView(model.charts).node()));
        for (Region side : List.of(left.node(), right)) {
            side.setMinWidth(SIDE);
            SplitPane.setResizableWithParent(side, false);
        }
        SplitPane upper = new SplitPane(left.node(), middle, right);
        upper.setDividerPositions(0.222, 0.765);
        return upper;
    }

    private Region faultStrip() {
        return new FaultStrip(new FaultsMenu(model.faults), toScenarios(), new NodeStrip(model.cluster),
                new QuickBar(model.faults),
                new HealBar(model.faults), model.faults.breakableProperty()).node();
    }

    private Button toScenarios() {
        Button button = Form.quiet("fth-play",
                "Play a scenario: records, faults and what must come of them, in a file");
        button.setId("to-scenarios");
        button.setOnAction(_ -> showScenarios());
        return button;
    }

    private Region bottom() {
        Button newRun = Form.quiet("fth-rotate-ccw", "New run: sums and rows begin again at 0 (Ctrl+Shift+R)");
        newRun.setId("new-run");
        newRun.setOnAction(_ -> newRun());
        newRun.disableProperty().bind(model.compose.busyProperty());
        records.controls().getChildren().addFirst(newRun);
        tables.add("Records", sent, records.node(), records.controls());
        tables.add("Attempts", model.attempts.countProperty(), attempts.node(), attempts.controls());
        TransactionPanel transactions = new TransactionPanel(model.transactions);
        tables.add("Transactions", model.transactions.badgeProperty(), transactions.node(), transactions.controls(),
                "transaction");
        AuditView audit = new AuditView(model.audit);
        tables.add("Audit", model.audit.badgeProperty(), audit.node(), audit.controls(), "failed");
        AlertsView alerts = new AlertsView(model.alerts, this::showAlerts);
        tables.add("Alerts", model.alerts.badgeProperty(), alerts.node(), alerts.controls(), "failed");
        status.interrupt(alerts.notice());
        tables.add("Log", new ReadOnlyStringWrapper(""), new LogView(model.log).node(), new StackPane());
        return tables.node();
    }

    private static Region grown(Region region) {
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    private void accelerators(Scene scene) {
        scene.getAccelerators()
                .putAll(Map.of(keys(KeyCode.ENTER), this::sendByKey, keys(KeyCode.F), this::search, keys(KeyCode.H),
                        model.faults::healAll,
                        keys(KeyCode.U), this::audit, keys(KeyCode.D, KeyCombination.SHIFT_DOWN), theme::toggle,
                        keys(KeyCode.R, KeyCombination.SHIFT_DOWN), this::newRun,
                        new KeyCodeCombination(KeyCode.F1), () -> rail.choose(pages.size() - 1)));
    }

    private static KeyCombination keys(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] all = java.util.Arrays.copyOf(more, more.length + 1);
        all[more.length] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(code, all);
    }

    private void audit() {
        showAudit();
        model.audit.prove();
    }

    /** A scenario's file that was dropped. */
    private void take(Path file) {
        rail.choose(RUNS);
        scenarios.take(file);
    }

    private void showConsole() {
        rail.choose(0);
    }

    private void showAudit() {
        rail.choose(0);
        tables.choose(AUDIT);
    }

    private void showLearn(String part) {
        rail.choose(LEARN);
        learnPage.choose(part);
    }

    private void showScenarios() {
        rail.choose(RUNS);
        scenarios.choose();
    }

    private void showConnections() {
        rail.choose(CONNECTIONS);
    }

    private void showAlerts() {
        rail.choose(0);
        tables.choose(ALERTS);
    }

    private void search() {
        if (tables.isChosen(ATTEMPTS)) {
            attempts.focusSearch();
            return;
        }
        tables.choose(RECORDS);
        records.focusSearch();
    }

    private void send() {
        if (!model.send()) {
            left.showCompose();
        }
    }

    /** What cannot be seen is not sent: from another page the console is shown first. */
    private void sendByKey() {
        if (pages.getFirst().isVisible()) {
            send();
        } else {
            rail.choose(0);
            status.say("This is what would be sent. Ctrl+Enter sends it.");
        }
    }

    private void newRun() {
        if (lab.plays().running()) {
            status.say(lab.obstacle());
        } else if (model.compose.busyProperty().get()) {
            status.say("Stop what is being sent first; then a new run can begin.");
        } else {
            lab.engine().newRun();
        }
    }

    private String activity() {
        return model.activity();
    }

    private void chooseTopic(String topic) {
        model.cluster.topicProperty().set(topic);
    }

    private void tick(FeedBatch batch) {
        marked.refresh();
        top.offer(model.sendObstacle());
        left.mark(!model.composeProblem().isEmpty(), model.settingsProblem());
        if (!batch.samples().isEmpty()) {
            sent.set(Figures.shortCount(batch.samples().getLast().totals().sent()));
        }
    }

    private void setNarrow(boolean narrow) {
        frame.pseudoClassStateChanged(NARROW_STATE, narrow);
        compose.setTitleShown(!narrow);
        delivery.setTitleShown(!narrow);
        left.setNarrow(narrow);
        rail.setNarrow(narrow);
        top.setNarrow(narrow, guarantee.getValue());
    }

    private void open(int page) {
        for (int i = 0; i < pages.size(); i++) {
            Form.present(pages.get(i), i == page);
        }
    }

    /** Shows it and starts the feed. */
    public void show() {
        stage.show();
        compose.focus();
        feed.start();
    }

    /** The window's feed, for measuring. */
    public FxFeed feed() {
        return feed;
    }

    /** What the window should remember. */
    public Preferences preferences() {
        return new Preferences(1, theme.choiceProperty().get().name().toLowerCase(Locale.ROOT), state.window(),
                state.dividers(),
                model.settings.typedProperty().get().withoutSecrets().asMap(), records.columnWidths(), model.options());
    }

    @Override
    public void close() {
        feed.close();
    }
}
