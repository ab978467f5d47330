package ackscope.ui.lessons;

import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.lesson.LessonTrack;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.base.Away;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the lessons ask of the app. */
public interface LessonControl {

    /** The lessons; reads files. */
    List<LessonTrack> tracks();

    /** How they were taken; its calls block for a moment. */
    LessonProgress progress();

    /** Whether another cluster than the lab's is in use. */
    Away away();

    /** Why nothing can be played now, in words, or "". */
    String obstacle();

    /** Plays a lesson's scenario in the console; blocks until it is over. */
    ScenarioResult play(Lesson lesson, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled);

    /** Brings the console to the front, where it is played. */
    void showConsole();

    /** Brings what the log said of the last play to the front. */
    void showAudit();

    /** Brings the lessons to the front. */
    void showLessons();
}
