package ackscope.ui.lessons;

import ackscope.core.lesson.Answer;
import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonProgress;
import ackscope.core.lesson.LessonTrack;
import ackscope.core.lesson.LessonVerdict;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Away;
import ackscope.ui.base.Background;
import ackscope.ui.base.Failures;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Playing;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The lesson at hand: what is predicted, the play, and what came of it. FX thread. */
public final class LessonsViewModel implements Receiver {
    private final LessonControl control;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<List<LessonTrack>> tracks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Taken>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Playing playing;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** How far a lesson is. */
    enum Step {
        /** It is read, and predictions are made. */
        PREDICT,
        /** They are locked, and it is played. */
        RUN,
        /** It was played, and what was measured is there. */
        WHY
    }

    /**
     * A lesson that is taken.
     *
     * @param answers one place for each prediction
     * @param lockedMs when the predictions were locked, ms since the epoch; 0 while they are open
     * @param ended    why the play before this one gave no verdict, in words, or ""
     */
    record Taken(LessonTrack track, Lesson lesson, List<Optional<Answer>> answers, Step step, long lockedMs,
            Optional<LessonVerdict> verdict, String ended) {
        Taken {
            answers = List.copyOf(answers);
        }

        private static Taken begin(LessonTrack track, Lesson lesson) {
            return new Taken(track, lesson, Collections.nCopies(lesson.predictions().size(), Optional.empty()),
                    Step.PREDICT, 0, Optional.empty(), "");
        }

        private Taken at(Step now, long newLockedMs, Optional<LessonVerdict> came, String why) {
            return new Taken(track, lesson, answers, now, newLockedMs, came, why);
        }

        private Taken predicting(List<Optional<Answer>> all) {
            return new Taken(track, lesson, all, step, lockedMs, verdict, ended);
        }

        boolean complete() {
            return answers.stream().allMatch(Optional::isPresent);
        }

        /** What is still to be predicted, in words, or "". */
        String lacking() {
            long open = answers.stream().filter(Optional::isEmpty).count();
            if (open == 0) {
                return "";
            }
            return answers.size() == 1
                    ? "Make your prediction first."
                    : "Make your predictions first: " + open + " of " + answers.size() + " "
                            + (open == 1 ? "is" : "are")
                            + " missing.";
        }

        private List<Answer> given() {
            return answers.stream().flatMap(Optional::stream).toList();
        }

        /** Whether nothing differs but what is predicted. */
        boolean looksLike(Taken other) {
            return lesson.equals(other.lesson) && step == other.step && verdict.equals(other.verdict)
                    && ended.equals(other.ended);
        }

        int number() {
            return track.lessons().indexOf(lesson) + 1;
        }
    }

    /** @param say shows a sentence to the person */
    public LessonsViewModel(LessonControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.say = say;
        playing = new Playing(background, "The lesson");
        background.run(() -> {
            control.progress().load();
            return control.tracks();
        }, all -> {
            tracks.set(all);
            open(firstToTake(all));
        }, e -> say.accept(Failures.words(e)));
    }

    private Lesson firstToTake(List<LessonTrack> all) {
        return lessons(all).filter(l -> mark(l).isEmpty()).findFirst()
                .orElseGet(() -> all.getFirst().lessons().getFirst());
    }

    private static Stream<Lesson> lessons(List<LessonTrack> all) {
        return all.stream().flatMap(t -> t.lessons().stream());
    }

    ReadOnlyObjectProperty<List<LessonTrack>> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    /** The lesson that is open. */
    ReadOnlyObjectProperty<Optional<Taken>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** The play that goes on. */
    ReadOnlyObjectProperty<Optional<ScenarioProgress>> progressProperty() {
        return playing.progressProperty();
    }

    /** Why the last play did not begin, or "". */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether it cannot be played for another cluster is in use. */
    Away away() {
        return control.away();
    }

    /** How a lesson was taken before, if it was. */
    Optional<LessonProgress.Mark> mark(Lesson lesson) {
        return control.progress().of(lesson);
    }

    /** How many lessons were scored, of how many. */
    String standing() {
        return lessons(tracks.get()).filter(l -> mark(l).isPresent()).count() + " of "
                + lessons(tracks.get()).count() + " lessons taken";
    }

    @Override
    public void receive(FeedBatch batch) {
        playing.receive(batch);
    }

    /** Opens a lesson, with nothing predicted; while one is played that one stays. */
    void open(Lesson lesson) {
        if (playing.goesOn()) {
            say.accept("A lesson is being played. Wait for it, or cancel it.");
            return;
        }
        trouble.set("");
        tracks.get().stream().filter(t -> t.lessons().contains(lesson)).findFirst()
                .ifPresent(t -> taken.set(Optional.of(Taken.begin(t, lesson))));
    }

    /** The lesson to go on with: the next one of the track, after its last the first of the next track. */
    Optional<Lesson> next() {
        return taken.get().flatMap(t -> lessons(tracks.get()).dropWhile(l -> !l.equals(t.lesson())).skip(1)
                .findFirst());
    }

    /** One that looks at the same from another side, unless it is the next one. */
    Optional<Lesson> related() {
        return taken.get().flatMap(t -> t.lesson().next())
                .flatMap(id -> lessons(tracks.get()).filter(l -> l.id().equals(id)).findFirst())
                .filter(related -> !next().equals(Optional.of(related)));
    }

    /** Opens the same lesson again, with nothing predicted. */
    void again() {
        taken.get().ifPresent(t -> open(t.lesson()));
    }

    /** Predicts; once the play has begun nothing is changed any more. Empty takes a prediction back. */
    void predict(int prediction, Optional<Answer> answer) {
        Taken now = taken.get().orElseThrow();
        if (now.step() != Step.PREDICT) {
            return;
        }
        List<Optional<Answer>> all = new ArrayList<>(now.answers());
        all.set(prediction, answer);
        taken.set(Optional.of(now.predicting(all)));
    }

    /** Locks the predictions and plays; says why when it cannot. */
    void run() {
        Taken now = taken.get().orElseThrow();
        if (now.step() != Step.PREDICT) {
            return;
        }
        String obstacle = now.complete() ? control.obstacle() : now.lacking();
        trouble.set(obstacle);
        if (!obstacle.isEmpty()) {
            return;
        }
        Taken locked = now.at(Step.RUN, System.currentTimeMillis(), Optional.empty(), "");
        taken.set(Optional.of(locked));
        control.showConsole();
        playing.begin((told, cancelled) -> {
            LessonVerdict verdict = new LessonVerdict(now.lesson(), now.given(),
                    control.play(now.lesson(), told, cancelled));
            control.progress().done(verdict, System.currentTimeMillis());
            return verdict;
        }, verdict -> taken.set(Optional.of(locked.at(Step.WHY, locked.lockedMs(), Optional.of(verdict), ""))),
                why -> {
                    say.accept(why + " It is not scored.");
                    // Nothing was scored by what was predicted: it stands, to be played again or changed.
                    taken.set(Optional.of(locked.at(Step.PREDICT, 0, Optional.empty(), why)));
                });
    }

    /** Ends the play after what is at hand; what was broken is healed all the same. */
    void cancel() {
        playing.cancel();
    }

    void showAudit() {
        control.showAudit();
    }

    void showLessons() {
        control.showLessons();
    }
}
