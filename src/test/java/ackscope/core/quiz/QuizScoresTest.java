package ackscope.core.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizScoresTest {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();
    private final QuizTopic topic = QuizFile.builtIn().getFirst();
    private final Question first = topic.questions().getFirst();
    private final Question second = topic.questions().get(1);
    private Path file;

    @BeforeEach
    void open() {
        file = folder.resolve("data/quiz.json");
    }

    private QuizScores scores() {
        QuizScores scores = new QuizScores(file, said::add);
        scores.load();
        return scores;
    }

    @Test
    void answersAreThereAgainInTheNextSession() {
        QuizScores scores = scores();
        assertEquals(Optional.empty(), scores.of(first));
        scores.answered(first, false, 1_000);
        scores.answered(first, true, 2_000);
        scores.answered(first, true, 3_000);
        scores.answered(second, false, 4_000);
        QuizScores next = scores();
        assertEquals(Optional.of(new QuizScores.Score(true, 3, 2_000)), next.of(first));
        assertEquals(Optional.of(new QuizScores.Score(false, 1, 0)), next.of(second));
        assertEquals(1, next.right(topic));
        next.clear();
        assertEquals(0, scores().right(topic));
        assertEquals(List.of(), said);
    }

    @Test
    void aFileThatMakesNoSenseIsKeptAsideAndSaidSo() throws IOException {
        for (String text : List.of("{\"version\": 1, \"answers\"", "[]", "null", "{\"version\": 9, \"answers\": {}}",
                "{\"version\": 1, \"answers\": {\"x\": null}}")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            said.clear();
            QuizScores scores = scores();
            assertEquals(0, scores.right(topic));
            assertTrue(said.getFirst().contains(".damaged"), text + ": " + said);
            scores.answered(first, true, 1);
            assertEquals(1, scores().right(topic));
        }
        try (var files = Files.list(file.getParent())) {
            assertEquals(6, files.count(), "five kept aside, and the one in use");
        }
    }

    @Test
    void readingDoesNotWaitForAFileThatIsBeingWritten() throws IOException {
        Files.writeString(folder.resolve("data"), "a file in the way of the folder");
        AtomicReference<QuizScores> scores = new AtomicReference<>();
        List<Integer> read = new ArrayList<>();
        // It is told of the trouble while it still writes.
        scores.set(new QuizScores(file, _ -> read.add(
                CompletableFuture.supplyAsync(() -> scores.get().right(topic)).orTimeout(10, TimeUnit.SECONDS)
                        .join())));
        scores.get().answered(first, true, 1);
        assertEquals(List.of(1), read);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheAnswerCountsAllTheSame() throws IOException {
        Files.writeString(folder.resolve("data"), "a file in the way of the folder");
        QuizScores scores = scores();
        scores.answered(first, true, 1);
        assertTrue(said.getLast().contains("could not be saved"), said::toString);
        assertEquals(1, scores.right(topic));
    }
}
