package ackscope.ui.quiz;

import ackscope.core.quiz.QuizFile;
import ackscope.core.quiz.QuizScores;
import ackscope.core.quiz.QuizTopic;
import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.base.Away;
import ackscope.ui.base.FakeWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The app's own questions, and plays that a test says the outcome of. */
public final class FakeQuiz implements QuizControl {
    private final List<QuizTopic> topics = QuizFile.builtIn();
    private final QuizScores scores;
    final List<String> said = new ArrayList<>();
    final List<String> played = new ArrayList<>();
    String obstacle = "";
    final FakeWay cluster = new FakeWay();
    Function<Scenario, ScenarioResult> outcome = MadeUpPlays::asExpected;
    Consumer<ScenarioProgress> progress = _ -> {
    };
    BooleanSupplier cancelled = () -> false;

    public FakeQuiz(Path folder) {
        scores = new QuizScores(folder.resolve("quiz.json"), said::add);
    }

    @Override
    public List<QuizTopic> topics() {
        return topics;
    }

    @Override
    public QuizScores scores() {
        return scores;
    }

    @Override
    public Away away() {
        return cluster.away();
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public ScenarioResult play(String scenario, Consumer<ScenarioProgress> told, BooleanSupplier stop) {
        played.add(scenario);
        progress = told;
        cancelled = stop;
        return outcome.apply(Scenarios.builtIn(scenario));
    }
}
