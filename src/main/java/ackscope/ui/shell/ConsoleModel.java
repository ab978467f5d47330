package ackscope.ui.shell;

import ackscope.core.cluster.Topics;
import ackscope.core.compose.ComposeException;
import ackscope.core.compose.ComposeException.Field;
import ackscope.core.connection.ConnectionFiles;
import ackscope.core.event.FlowEdge;
import ackscope.core.export.code.CodeInput;
import ackscope.core.lab.Lab;
import ackscope.core.scenario.Scenarios;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Guarantee;
import ackscope.core.settings.Presets;
import ackscope.core.settings.Problem;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsRules;
import ackscope.ui.alerts.AlertsViewModel;
import ackscope.ui.attempts.AttemptsViewModel;
import ackscope.ui.audit.AuditViewModel;
import ackscope.ui.base.Background;
import ackscope.ui.base.Figures;
import ackscope.ui.base.FxFeed;
import ackscope.ui.base.Receiver;
import ackscope.ui.breaker.BreakerViewModel;
import ackscope.ui.charts.ChartsViewModel;
import ackscope.ui.charts.TilesViewModel;
import ackscope.ui.cluster.ClusterControl;
import ackscope.ui.cluster.ClusterViewModel;
import ackscope.ui.compose.ComposeViewModel;
import ackscope.ui.connections.ConnectionsViewModel;
import ackscope.ui.export.ExportViewModel;
import ackscope.ui.faults.FaultControl;
import ackscope.ui.faults.FaultsViewModel;
import ackscope.ui.flow.FlowFilter;
import ackscope.ui.flow.FlowViewModel;
import ackscope.ui.flow.Station;
import ackscope.ui.log.LogViewModel;
import ackscope.ui.records.RecordsViewModel;
import ackscope.ui.runs.RunsViewModel;
import ackscope.ui.scenarios.ScenariosViewModel;
import ackscope.ui.settings.PlayedViewModel;
import ackscope.ui.settings.SettingsViewModel;
import ackscope.ui.transaction.TransactionViewModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/**
 * The view models of the console, and what one of them says to another: they do not know each other, so all of it goes through here. FX
 * thread.
 */
final class ConsoleModel {
    /** A setting that is still being changed takes effect once it rests this long. */
    private static final Duration SETTLE = Duration.millis(700);

    private static final String TRANSACTIONAL_ID = "transactional.id";

    private final Lab lab;
    private final Consumer<String> say;
    private final Runnable showTable;
    private final Runnable showAlerts;
    final ComposeViewModel compose;
    final SettingsViewModel settings = new SettingsViewModel(new SettingsRules(), Presets.builtIn().getFirst());
    final PlayedViewModel played;
    final ClusterViewModel cluster;
    final FaultsViewModel faults;
    final RecordsViewModel records;
    final FlowViewModel flow = new FlowViewModel();
    final TilesViewModel tiles = new TilesViewModel();
    final ChartsViewModel charts;
    final AttemptsViewModel attempts;
    final LogViewModel log = new LogViewModel();
    final AlertsViewModel alerts;
    final BreakerViewModel breaker;
    final AuditViewModel audit;
    final TransactionViewModel transactions;
    final RunsViewModel runs;
    final ScenariosViewModel scenarios;
    final ConnectionsViewModel connections;
    final ExportViewModel export;

    /**
     * @param veil      what keeps the names of faults from the panels, when it hangs
     * @param say       shows a sentence to the person
     * @param showTable brings the result table to the front
     * @param showAlerts   brings the alerts to the front
     * @param kept      the person's connections
     * @param known     the scenarios that there are
     * @param confirm   asks the person, and waits for the answer
     * @param browse    shows a file or folder in the desktop's own program
     * @param showConsole   brings the console to the front
     * @param showScenarios brings the choice of scenarios to the front
     */
    ConsoleModel(Lab lab, Veil veil, ClusterControl control, FaultControl breaking, Background background,
            Consumer<String> say, Runnable showTable, Runnable showAlerts, ConnectionFiles kept, Scenarios known,
            Predicate<String> confirm, Consumer<String> browse, Runnable showConsole,
            Runnable showScenarios) {
        this.lab = lab;
        this.say = say;
        this.showTable = showTable;
        this.showAlerts = showAlerts;
        compose = new ComposeViewModel(
                new LabSending(lab, this::settingsObstacle, this::applySettings, this::chooseTopic, confirm),
                System::currentTimeMillis);
        played = new PlayedViewModel(new LabPlayed(lab, veil));
        cluster = new ClusterViewModel(control, background, say);
        faults = new FaultsViewModel(breaking, background, say);
        records = new RecordsViewModel(() -> lab.engine().run(),
                (topic, partition, offset) -> lab.cluster().topics().read(topic, partition, offset),
                new LabStory(lab, veil), background);
        attempts = new AttemptsViewModel(background);
        charts = new ChartsViewModel(background, lab.plays()::sinceMs);
        alerts = new AlertsViewModel(lab.alerts());
        breaker = new BreakerViewModel(new LabBreakerControl(lab, confirm));
        audit = new AuditViewModel(new LabAuditControl(lab));
        transactions = new TransactionViewModel(
                new LabTransactionControl(lab, this::settingsObstacle, this::applySettings),
                id -> settings.set(TRANSACTIONAL_ID, id), say);
        scenarios = new ScenariosViewModel(new LabScenarios(lab, known, showConsole, showScenarios), background, say);
        runs = new RunsViewModel(
                new LabRuns(lab, veil, known, () -> settings.typedProperty().get().withoutSecrets().asMap(), browse),
                background,
                say);
        connections = new ConnectionsViewModel(new LabConnections(lab, kept, this::chooseTopic), background, say);
        export = new ExportViewModel(this::composed, background, say);
        join();
    }

    /** What would be sent, for who wants it as code. */
    private CodeInput composed() throws ComposeException {
        return new CodeInput(lab.view().bootstrap(), reaching(settings.typedProperty().get()), compose.draft(),
                System.currentTimeMillis(), lab.isLab());
    }

    /** With what a producer needs to reach the cluster in use; whoever writes it out puts placeholders for the secrets. */
    private ProducerSettings reaching(ProducerSettings typed) {
        Map<String, String> all = new HashMap<>(typed.asMap());
        lab.connection().ifPresent(to -> all.putAll(to.properties()));
        return ProducerSettings.of(all);
    }

    /** What an acknowledgement means now: with the settings of what is played, or the console's. */
    ObservableValue<Guarantee> guarantee() {
        return Bindings.createObjectBinding(
                () -> played.shownProperty().get().map(PlayedViewModel.Shown::guarantee)
                        .orElseGet(settings.guaranteeProperty()::get),
                played.shownProperty(), settings.guaranteeProperty());
    }

    private void join() {
        compose.topicProperty().bind(cluster.topicProperty());
        compose.partitionsProperty()
                .bind(cluster.factsProperty().map(facts -> facts.map(Topics.Topic::partitions).orElse(0)));
        settings.sendingProperty().bind(compose.busyProperty());
        transactions.topicProperty().bind(cluster.topicProperty());
        transactions.sendingProperty().bind(compose.busyProperty());
        PauseTransition settled = new PauseTransition(SETTLE);
        settled.setOnFinished(_ -> applySettings());
        settings.settingsProperty().subscribe(now -> {
            compose.keysChooseProperty().set(keysChoose(now));
            transactions.transactionalIdProperty().set(now.get(TRANSACTIONAL_ID).orElse(""));
            EffectiveSettings effective = EffectiveSettings.of(now);
            faults.acksProperty().set(effective.acks().text());
            faults.deliveryTimeoutMsProperty().set(effective.deliveryTimeoutMs());
            if (compose.busyProperty().get()) {
                settled.playFromStart();
            }
        });
        cluster.factsProperty().subscribe(facts -> facts.ifPresent(topic -> {
            settings.describeTopic(topic.name(), topic.minInsyncReplicas());
            faults.minInsyncProperty().set(topic.minInsyncReplicas());
        }));
        flow.filterProperty().subscribe(this::filter);
        audit.reportProperty().subscribe(records::audited);
        audit.onChosen(o -> records.choose(o.record(), o.topic(), o.partition()));
        attempts.onChosen(chosen -> records.choose(chosen.id(), chosen.topic(), chosen.partition()));
    }

    /** Gives every view model its place in the feed. */
    void follow(FxFeed feed) {
        List<Receiver> receivers = List.of(compose, cluster, faults, settings, played, records, attempts, flow, tiles,
                charts,
                log, alerts, breaker, audit, transactions, runs, scenarios, connections);
        receivers.forEach(feed::add);
    }

    private static boolean keysChoose(ProducerSettings settings) {
        return settings.get("partitioner.class").isEmpty()
                && !settings.get("partitioner.ignore.keys").orElse("false").equals("true");
    }

    private void filter(FlowFilter filter) {
        records.edgeProperty().set(Optional.empty());
        records.showProperty().set(RecordsViewModel.Show.ALL);
        switch (filter) {
            case FlowFilter.All() -> {
                // Everything is shown again.
            }
            case FlowFilter.Along(FlowEdge edge) -> {
                records.edgeProperty().set(Optional.of(edge));
                showTable.run();
            }
            case FlowFilter.At(Station station) -> at(station);
        }
    }

    private void at(Station station) {
        switch (station) {
            case PRODUCER -> records.showProperty().set(RecordsViewModel.Show.OPEN);
            case BROKER -> records.edgeProperty().set(Optional.of(FlowEdge.SEND));
            case RETRY -> records.edgeProperty().set(Optional.of(FlowEdge.RETRY));
            case ERROR_LOG -> records.showProperty().set(RecordsViewModel.Show.FAILED);
            case MONITORING -> {
                showAlerts.run();
                return;
            }
        }
        showTable.run();
    }

    /** What panels keep beside their settings, by name. */
    Map<String, String> options() {
        Map<String, String> all = new HashMap<>(alerts.options());
        all.putAll(breaker.options());
        return all;
    }

    /** Gives panels what they kept. */
    void restore(Map<String, String> options) {
        alerts.restore(options);
        breaker.restore(options);
    }

    /** Sends what is composed; says why when it cannot, and returns false. */
    boolean send() {
        if (compose.send()) {
            return true;
        }
        String problem = composeProblem();
        say.accept("Nothing was sent: " + (problem.isEmpty() ? "it was not agreed to." : problem));
        return false;
    }

    /** Why sending is not offered, in words, or "". What is wrong with what was typed is said where it was typed. */
    String sendObstacle() {
        String obstacle = lab.obstacle();
        return obstacle.isEmpty() && cluster.topicProperty().get().isEmpty()
                ? "There is no topic to send to yet. Choose one, or create it."
                : obstacle;
    }

    /** The first problem of the compose panel in words, or "". */
    String composeProblem() {
        for (Field field : Field.values()) {
            String problem = compose.problem(field).get();
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /** Whether the delivery panel has something to say that matters. */
    boolean settingsProblem() {
        return settings.problems().stream().anyMatch(p -> p.severity() != Problem.Severity.NOTE);
    }

    private String settingsObstacle() {
        return settings.applicableProperty().get()
                ? ""
                : settings.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).map(Problem::message)
                        .findFirst()
                        .orElse("The delivery settings have a problem.");
    }

    private void chooseTopic(String topic) {
        cluster.topicProperty().set(topic);
    }

    private void applySettings() {
        lab.use(settings.settingsProperty().get().clientMap());
        settings.applied();
    }

    /** What is happening, in a sentence. */
    String activity() {
        String obstacle = lab.obstacle();
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        return switch (lab.engine().progress().phase()) {
            case IDLE -> !lab.engine().progress().problem().isEmpty()
                    ? "Sending stopped: " + lab.engine().progress().problem()
                    : lab.connection().map(to -> "Ready. Ctrl+Enter sends to " + to.name()
                            + "; nothing of it can be broken from here but the client.")
                            .orElse("Ready. Ctrl+Enter sends; to see retries and failures, start a load and kill two"
                                    + " brokers in the fault strip.");
            case OPENING -> "A producer is being opened.";
            case SENDING -> "Sending to " + compose.topicProperty().get() + ".";
            case DRAINING -> "Everything is handed to the producer; "
                    + Figures.counted(lab.engine().run().inFlight(), "record waits", "records wait")
                    + " for a report.";
            case CLOSING -> "The producer drains and closes; then one with the new settings opens.";
        };
    }
}
