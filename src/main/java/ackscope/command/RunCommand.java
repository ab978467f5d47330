package ackscope.command;

import ackscope.core.cluster.ClusterException;
import ackscope.core.lab.AppFolders;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.core.secret.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ackscope run}: plays scenarios without a window or a display. Progress goes to standard error, the table of verdicts to standard
 * output. Exit codes: 0 all came as expected, 1 something did not, 2 something could not be run.
 */
@Command(name = "run", description = "Plays a scenario on a real cluster and audits it, without a window.", mixinStandardHelpOptions = true, exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:as expected", "1:not as expected", "2:could not be run"})
public final class RunCommand implements Callable<Integer> {
    private static final int COULD_NOT = 2;
    private static final String ENDED = "ended before it was over";

    private final AppFolders folders;
    private final Consumer<Path> logTo;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME-OR-FILE", arity = "0..*", description = "Scenarios by name, or files.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--list", description = "Names all scenarios.")
    private boolean list;

    @Option(names = "--json", description = "Adds one JSON object as the last line of each scenario: its counts are sums over the halves of twins and over repeated plays.")
    private boolean json;

    @Option(names = "--repeat", paramLabel = "N", description = "Plays it so many times (${DEFAULT-VALUE}).")
    private int repeat = 1;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "A cluster that is there already, instead of the lab's own; what needs the lab is refused.")
    private String bootstrap = "";

    @Option(names = "--command-config", paramLabel = "FILE", description = "With --bootstrap: client properties to reach it with, such as how to log in.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(names = "--undisturbed", description = "Leaves out the steps that break something: then it must not come out as expected.")
    private boolean undisturbed;

    /** With the folders of this user. */
    public RunCommand() {
        this(AppFolders.ofThisUser(), file -> System.setProperty("ackscope.log", file.toString()));
    }

    /** @param logTo told where the log goes before there is any */
    RunCommand(AppFolders folders, Consumer<Path> logTo) {
        this.folders = folders;
        this.logTo = logTo;
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        logTo.accept(folders.log());
        Scenarios scenarios = new Scenarios(folders.scenarios());
        try {
            if (list) {
                return ScenarioList.print(scenarios.list(), out, System.err);
            }
            if (wanted.isEmpty()) {
                throw new CommandLine.ParameterException(spec.commandLine(),
                        "Say which scenario: a name of 'ackscope run --list', or a file.");
            }
            if (commandConfig.isPresent() && bootstrap.isEmpty()) {
                throw new CommandLine.ParameterException(spec.commandLine(),
                        "--command-config says how to reach the cluster of --bootstrap. Give both, or neither.");
            }
            if (repeat < 1) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--repeat starts at 1.");
            }
            // All are read before a cluster is started: a slip of the pen should not cost half a minute.
            List<Scenario> all = wanted.stream().map(scenarios::find).map(s -> undisturbed ? s.undisturbed() : s)
                    .toList();
            return play(all, out);
        } catch (ScenarioException | ClusterException | IOException e) {
            System.err.println("ackscope: " + Secrets.said(e));
            return COULD_NOT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("ackscope: interrupted");
            return COULD_NOT;
        }
    }

    private int play(List<Scenario> all, PrintStream out) throws IOException, InterruptedException {
        Progress progress = new Progress(System.err);
        int code = 0;
        try (HeadlessLab lab = bootstrap.isEmpty()
                ? HeadlessLab.start(progress::say)
                : HeadlessLab.connect(bootstrap, commandConfig, progress::say)) {
            for (Scenario scenario : all) {
                List<ScenarioResult> plays = new ArrayList<>();
                for (int round = 1; round <= repeat; round++) {
                    String head = scenario.name() + (repeat > 1 ? " (" + round + " of " + repeat + ")" : "") + ": ";
                    try {
                        ScenarioResult result = lab.plays().play(scenario, news -> progress.say(head + news.words()),
                                lab::ends);
                        plays.add(result);
                        VerdictTable.print(result, out);
                        if (json && repeat > 1) {
                            out.println(VerdictJson.line(List.of(result)));
                        }
                        code = Math.max(code, result.asExpected() ? 0 : 1);
                    } catch (RuntimeException e) {
                        code = COULD_NOT;
                        System.err.println("ackscope: " + head + (lab.ends() ? ENDED : words(e)));
                        if (lab.ends()) {
                            return code;
                        }
                    }
                }
                if (json && !plays.isEmpty()) {
                    out.println(VerdictJson.line(plays));
                }
            }
        }
        return code;
    }

    private static String words(RuntimeException e) {
        if (e instanceof ScenarioException) {
            return Secrets.said(e);
        }
        LoggerFactory.getLogger(RunCommand.class).error("a play broke off", e);
        return "something in Ackscope itself went wrong: " + Secrets.hidden(e.toString())
                + ". More is in its log file.";
    }
}
