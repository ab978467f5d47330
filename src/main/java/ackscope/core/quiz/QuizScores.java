package ackscope.core.quiz;

import ackscope.core.settings.SafeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How a person answered, kept in a file from session to session. A file that makes no sense is kept aside, and said so; one that cannot
 * be written is said so, and the quiz goes on. Any thread; {@link #load} and {@link #answered} block for a moment.
 */
public final class QuizScores {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Consumer<String> trouble;
    private SortedMap<String, Score> scores = new TreeMap<>();

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
    }

    /**
     * @param file    need not be there yet
     * @param trouble gets a sentence for the person
     */
    public QuizScores(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /** What earlier sessions left. */
    public synchronized void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            FileForm form = JSON.readValue(Files.readString(file), FileForm.class);
            if (form == null || form.version() != VERSION || form.answers() == null
                    || form.answers().containsValue(null)) {
                setAside("it is not of this version");
            } else {
                scores = new TreeMap<>(form.answers());
            }
        } catch (JsonProcessingException e) {
            setAside(e.getOriginalMessage());
        } catch (IOException e) {
            setAside(SafeFile.reason(e));
        }
    }

    private void setAside(String why) {
        try {
            trouble.accept("The quiz's scores could not be read (" + why + "). They are kept as "
                    + SafeFile.setAside(file) + ", and the quiz begins anew.");
        } catch (IOException e) {
            trouble.accept("The quiz's scores could not be read (" + why + "), nor moved aside ("
                    + SafeFile.reason(e) + "). The quiz begins anew.");
        }
    }

    /** How a question was answered, if it was. */
    public synchronized Optional<Score> of(Question question) {
        return Optional.ofNullable(scores.get(question.id()));
    }

    /** How many of these were answered rightly the last time. */
    public synchronized int right(QuizTopic topic) {
        return (int) topic.questions().stream().filter(q -> of(q).map(Score::right).orElse(false)).count();
    }

    /** A question was answered. */
    public synchronized void answered(Question question, boolean right, long atMs) {
        scores.put(question.id(), scores.getOrDefault(question.id(), new Score(false, 0, 0)).then(right, atMs));
        save();
    }

    /** Forgets all answers. */
    public synchronized void clear() {
        scores = new TreeMap<>();
        save();
    }

    private void save() {
        try {
            SafeFile.write(file, JSON.writeValueAsString(Map.of("version", VERSION, "answers", scores)));
        } catch (IOException e) {
            trouble.accept("The quiz's scores could not be saved to " + file + ": " + SafeFile.reason(e)
                    + ". The quiz goes on.");
        }
    }
}
