package ackscope.ui.shell;

import ackscope.core.lesson.LessonFile;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.lesson.LessonTrack;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.lessons.LessonControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the lessons to the lab. */
final class LabLessons implements LessonControl {
    private final LabPlays plays;
    private final LessonProgress progress;
    private final Runnable showConsole;
    private final Runnable showLessons;

    /**
     * @param showConsole brings the console to the front
     * @param showLessons brings the lessons to the front
     */
    LabLessons(LabPlays plays, LessonProgress progress, Runnable showConsole, Runnable showLessons) {
        this.plays = plays;
        this.progress = progress;
        this.showConsole = showConsole;
        this.showLessons = showLessons;
    }

    @Override
    public List<LessonTrack> tracks() {
        return LessonFile.builtIn();
    }

    @Override
    public LessonProgress progress() {
        return progress;
    }

    @Override
    public String obstacle() {
        return plays.obstacle("A lesson");
    }

    @Override
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> told, BooleanSupplier cancelled) {
        return plays.play(scenario, "A lesson is being played. Wait for it, or cancel it in the bar above.", told,
                cancelled);
    }

    @Override
    public void showConsole() {
        showConsole.run();
    }

    @Override
    public void showLessons() {
        showLessons.run();
    }
}
