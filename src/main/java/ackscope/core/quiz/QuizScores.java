package ackscope.core.quiz;

import ackscope.core.settings.KeptFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How a person answered, kept in a file from session to session. A file that makes no sense is kept aside, and said so; one that cannot
 * be written is said so, and the quiz goes on. Any thread; {@link #load}, {@link #answered} and {@link #clear} block for a moment, reading
 * waits for nobody.
 */
public final class QuizScores {
    private static final int VERSION = 1;

    private final KeptFile<FileForm> file;
    /** Replaced, never changed. */
    private volatile SortedMap<String, Score> scores = Collections.emptySortedMap();

    /**
     * How one question was answered.
     *
     * @param right   whether the last answer was right
     * @param times   how often it was answered
     * @param rightAt first time it was answered rightly, ms since the epoch; 0 never
     */
    public record Score(boolean right, int times, long rightAt) {
        private Score then(boolean rightNow, long atMs) {
            return new Score(rightNow, times + 1, rightAt == 0 && rightNow ? atMs : rightAt);
        }
    }

    private record FileForm(int version, SortedMap<String, Score> answers) {
        private boolean sound() {
            return version == VERSION && answers != null && !answers.containsValue(null);
        }
    }

    /**
     * @param file    need not be there yet
     * @param trouble gets a sentence for the person
     */
    public QuizScores(Path file, Consumer<String> trouble) {
        this.file = new KeptFile<>(file, FileForm.class, "The quiz's scores", trouble);
    }

    /** What earlier sessions left. */
    public synchronized void load() {
        file.load(FileForm::sound).ifPresent(form -> scores = form.answers());
    }

    /** How a question was answered, if it was. */
    public Optional<Score> of(Question question) {
        return Optional.ofNullable(scores.get(question.id()));
    }

    /** How many of these were answered rightly the last time. */
    public int right(QuizTopic topic) {
        return (int) topic.questions().stream().filter(q -> of(q).map(Score::right).orElse(false)).count();
    }

    /** How many of these were answered wrongly the last time. */
    public int wrong(QuizTopic topic) {
        return (int) topic.questions().stream().filter(q -> of(q).map(s -> !s.right()).orElse(false)).count();
    }

    /** A question was answered. */
    public synchronized void answered(Question question, boolean right, long atMs) {
        SortedMap<String, Score> now = new TreeMap<>(scores);
        now.put(question.id(), now.getOrDefault(question.id(), new Score(false, 0, 0)).then(right, atMs));
        save(now);
    }

    /** Forgets all answers. */
    public synchronized void clear() {
        save(Collections.emptySortedMap());
    }

    private void save(SortedMap<String, Score> now) {
        scores = now;
        file.save(new FileForm(VERSION, now));
    }
}
