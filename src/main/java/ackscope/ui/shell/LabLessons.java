package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonFile;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.lesson.LessonTrack;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.base.Away;
import ackscope.ui.lessons.LessonControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the lessons to the lab. */
final class LabLessons implements LessonControl {
    private static final String WHAT = "A lesson";

    private final Lab lab;
    private final LessonProgress progress;
    private final Away away;
    private final Runnable showConsole;
    private final Runnable showAudit;
    private final Runnable showLessons;

    /**
     * @param away        whether another cluster is in use
     * @param showConsole brings the console to the front
     * @param showAudit   brings the console's audit to the front
     * @param showLessons brings the lessons to the front
     */
    LabLessons(Lab lab, LessonProgress progress, Away away, Runnable showConsole, Runnable showAudit,
            Runnable showLessons) {
        this.lab = lab;
        this.progress = progress;
        this.away = away;
        this.showConsole = showConsole;
        this.showAudit = showAudit;
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
    public Away away() {
        return away;
    }

    @Override
    public String obstacle() {
        return PlayObstacle.of(lab, WHAT);
    }

    @Override
    public ScenarioResult play(Lesson lesson, Consumer<ScenarioProgress> told, BooleanSupplier cancelled) {
        return lab.plays().play("Lesson: " + lesson.title(), lesson.scenario(), told, cancelled);
    }

    @Override
    public void showConsole() {
        showConsole.run();
    }

    @Override
    public void showAudit() {
        showAudit.run();
    }

    @Override
    public void showLessons() {
        showLessons.run();
    }
}
