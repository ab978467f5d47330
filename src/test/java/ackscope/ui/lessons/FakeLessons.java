package ackscope.ui.lessons;

import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonFile;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.lesson.LessonTrack;
import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.ui.base.Away;
import ackscope.ui.base.FakeWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The app's own lessons, and plays that a test says the outcome of. */
public final class FakeLessons implements LessonControl {
    private final List<LessonTrack> tracks = LessonFile.builtIn();
    private final LessonProgress progress;
    final List<String> said = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    final List<String> played = new ArrayList<>();
    String obstacle = "";
    final FakeWay cluster = new FakeWay();
    Function<Scenario, ScenarioResult> outcome = MadeUpPlays::asExpected;
    Consumer<ScenarioProgress> told = _ -> {
    };
    BooleanSupplier cancelled = () -> false;

    public FakeLessons(Path folder) {
        progress = new LessonProgress(folder.resolve("lessons.json"), said::add);
    }

    @Override
    public List<LessonTrack> tracks() {
        return tracks;
    }

    @Override
    public LessonProgress progress() {
        return progress;
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
    public ScenarioResult play(Lesson lesson, Consumer<ScenarioProgress> heard, BooleanSupplier stop) {
        played.add(lesson.scenario().name());
        told = heard;
        cancelled = stop;
        return outcome.apply(lesson.scenario());
    }

    @Override
    public void showAudit() {
        shown.add("audit");
    }

    @Override
    public void showConsole() {
        shown.add("console");
    }

    @Override
    public void showLessons() {
        shown.add("lessons");
    }
}
