package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.quiz.QuizFile;
import ackscope.core.quiz.QuizScores;
import ackscope.core.quiz.QuizTopic;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.quiz.QuizControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the quiz to the lab. */
final class LabQuiz implements QuizControl {
    private static final String WHAT = "A proof";

    private final Lab lab;
    private final QuizScores scores;
    private List<QuizTopic> topics = List.of();

    LabQuiz(Lab lab, QuizScores scores) {
        this.lab = lab;
        this.scores = scores;
    }

    @Override
    public synchronized List<QuizTopic> topics() {
        if (topics.isEmpty()) {
            topics = QuizFile.builtIn();
        }
        return topics;
    }

    @Override
    public QuizScores scores() {
        return scores;
    }

    @Override
    public String obstacle() {
        return PlayObstacle.of(lab, WHAT);
    }

    @Override
    public ScenarioResult play(String scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        Scenario proof = Scenarios.builtIn(scenario);
        return lab.twins().orElseThrow(() -> new ScenarioException(PlayObstacle.noLab(WHAT)))
                .play("Proof: " + proof.title(), proof, progress, cancelled);
    }
}
