package ackscope.ui.quiz;

import ackscope.core.quiz.QuizScores;
import ackscope.core.quiz.QuizTopic;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.base.Away;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the quiz asks of the app. */
public interface QuizControl {

    /** The questions; reads files. */
    List<QuizTopic> topics();

    /** How they were answered; its calls block for a moment. */
    QuizScores scores();

    /** Whether another cluster than the lab's is in use. */
    Away away();

    /** Why nothing can be proved now, in words, or "". */
    String obstacle();

    /** Plays a scenario beside the console; blocks until it is over. */
    ScenarioResult play(String scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled);
}
