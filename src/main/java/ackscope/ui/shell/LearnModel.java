package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.quiz.QuizScores;
import ackscope.ui.base.Background;
import ackscope.ui.base.FxFeed;
import ackscope.ui.lessons.LessonsViewModel;
import ackscope.ui.quiz.QuizViewModel;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/** The view models of what teaches. FX thread. */
final class LearnModel {
    final LessonsViewModel lessons;
    final QuizViewModel quiz;

    /**
     * @param data        where it is kept how the person fared
     * @param say         shows a sentence to the person
     * @param showConsole brings the console to the front
     * @param showLearn   brings the page of what teaches to the front
     */
    LearnModel(Lab lab, Path data, Background background, Consumer<String> say, Runnable showConsole,
            Runnable showLearn) {
        Consumer<String> trouble = words -> background.run(() -> words, say, _ -> {
        });
        lessons = new LessonsViewModel(new LabLessons(lab, new LessonProgress(data.resolve("lessons.json"), trouble),
                showConsole, showLearn), background, say);
        quiz = new QuizViewModel(new LabQuiz(lab, new QuizScores(data.resolve("quiz.json"), trouble)), background, say,
                new Random());
    }

    /** Gives every view model its place in the feed. */
    void follow(FxFeed feed) {
        feed.add(lessons);
        feed.add(quiz);
    }
}
