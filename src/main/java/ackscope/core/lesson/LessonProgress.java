package ackscope.core.lesson;

import ackscope.core.settings.KeptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How a person fared in lessons, kept from session to session. Any thread; {@link #load} and {@link #done} block for a moment, reading
 * waits for nobody.
 */
public final class LessonProgress {
    private static final int VERSION = 1;

    private final KeptFile<FileForm> file;
    /** Replaced, never changed. */
    private volatile SortedMap<String, Mark> marks = Collections.emptySortedMap();

    /**
     * How one lesson was taken.
     *
     * @param best      percent
     * @param last      percent of the last time
     * @param predicted what was predicted the last time, in words
     * @param times     how often it was scored
     * @param atMs      when it was the last time, ms since the epoch
     */
    public record Mark(int best, int last, List<String> predicted, int times, long atMs) {
        public Mark {
            predicted = predicted == null ? List.of() : List.copyOf(predicted);
        }
    }

    private record FileForm(int version, SortedMap<String, Mark> lessons) {
        private boolean sound() {
            return version == VERSION && lessons != null && !lessons.containsValue(null);
        }
    }

    /**
     * @param file    need not be there yet
     * @param trouble gets a sentence for the person
     */
    public LessonProgress(Path file, Consumer<String> trouble) {
        this.file = new KeptFile<>(file, FileForm.class, "The progress of the lessons", trouble);
    }

    /** What earlier sessions left. */
    public synchronized void load() {
        file.load(FileForm::sound).ifPresent(form -> marks = form.lessons());
    }

    /** How a lesson was taken, if it was. */
    public Optional<Mark> of(Lesson lesson) {
        return Optional.ofNullable(marks.get(lesson.id()));
    }

    /** A lesson was taken; one that is not scored changes nothing. */
    public synchronized void done(LessonVerdict verdict, long atMs) {
        if (verdict.percent().isEmpty()) {
            return;
        }
        int percent = verdict.percent().getAsInt();
        Optional<Mark> before = of(verdict.lesson());
        List<String> predicted = new ArrayList<>();
        for (int i = 0; i < verdict.answers().size(); i++) {
            predicted.add(verdict.answers().get(i).words(verdict.lesson().predictions().get(i)));
        }
        SortedMap<String, Mark> now = new TreeMap<>(marks);
        now.put(verdict.lesson().id(), new Mark(Math.max(percent, before.map(Mark::best).orElse(0)), percent,
                predicted, before.map(Mark::times).orElse(0) + 1, atMs));
        marks = now;
        file.save(new FileForm(VERSION, now));
    }
}
