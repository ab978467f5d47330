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
import ackscope.ui.base.Away;
import ackscope.ui.quiz.QuizControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the quiz to the lab. */
final class LabQuiz implements QuizControl {
    private static final String WHAT = "A proof";

    private final Lab lab;
    private final QuizScores scores;
    private final Away away;
    private List<QuizTopic> topics = List.of();

    /** @param away whether another cluster is in use */
    LabQuiz(Lab lab, QuizScores scores, Away away) {
        this.lab = lab;
        this.scores = scores;
        this.away = away;
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
    public Away away() {
        return away;
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
