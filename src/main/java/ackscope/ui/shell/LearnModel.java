package ackscope.ui.shell;

import ackscope.core.drill.DrillHistory;
import ackscope.core.lab.Lab;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.quiz.QuizScores;
import ackscope.ui.base.Away;
import ackscope.ui.base.Background;
import ackscope.ui.base.FxFeed;
import ackscope.ui.base.LabWay;
import ackscope.ui.drill.DrillViewModel;
import ackscope.ui.lessons.LessonsViewModel;
import ackscope.ui.quiz.QuizViewModel;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/** The view models of what teaches. FX thread. */
final class LearnModel {
    static final String SEED = "ackscope.seed";
    static final String LESSONS = "Lessons";
    static final String DRILL = "Drill";
    static final String QUIZ = "Quiz";

    final Away away;
    final LessonsViewModel lessons;
    final DrillViewModel drill;
    final QuizViewModel quiz;

    /**
     * @param veil        hangs over the panels while a drill goes on
     * @param data        where it is kept how the person fared
     * @param say         shows a sentence to the person
     * @param toLab       goes back to the lab's cluster
     * @param showConsole brings the console to the front
     * @param showAudit   brings the console's audit to the front
     * @param show        brings a part of the page of what teaches to the front, by its title
     */
    LearnModel(Lab lab, Veil veil, Path data, Background background, Consumer<String> say, Runnable toLab,
            Runnable showConsole, Runnable showAudit, Consumer<String> show) {
        Consumer<String> trouble = words -> background.run(() -> words, say, _ -> {
        });
        away = new Away(new LabWay() {
            @Override
            public String words() {
                return lab.isLab() ? "" : PlayObstacle.noLab("What is played here");
            }

            @Override
            public void toLab() {
                toLab.run();
            }
        });
        lessons = new LessonsViewModel(
                new LabLessons(lab, new LessonProgress(data.resolve("lessons.json"), trouble), away,
                        showConsole, showAudit, () -> show.accept(LESSONS)),
                background, say);
        drill = new DrillViewModel(
                new LabDrill(lab, veil, new DrillHistory(data.resolve("drills.json"), trouble), away,
                        showConsole, () -> show.accept(DRILL)),
                background, say, chance(), System::currentTimeMillis);
        quiz = new QuizViewModel(new LabQuiz(lab, new QuizScores(data.resolve("quiz.json"), trouble), away), background,
                say,
                chance());
    }

    /** By the system property {@value #SEED} where it is set, so that a drill can be had again. */
    private static Random chance() {
        Long seed = Long.getLong(SEED);
        return seed == null ? new Random() : new Random(seed);
    }

    /** Gives every view model its place in the feed. */
    void follow(FxFeed feed) {
        feed.add(away);
        feed.add(lessons);
        feed.add(drill);
        feed.add(quiz);
    }
}
