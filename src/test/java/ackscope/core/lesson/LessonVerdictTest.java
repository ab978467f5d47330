package ackscope.core.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Quantity;
import ackscope.core.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonVerdictTest {
    private static final Lesson LESSON = LessonFile.read("""
            {"version": 1, "track": "Loss", "words": "What is lost.", "lessons": [{"id": "loss", "title": "Loss",
              "question": "A leader dies.", "scenario": "leader-loss", "predictions": [
                {"question": "How many?", "choices": [
                  {"text": "None", "measured": {"first": {"lost": 0}}},
                  {"text": "All", "measured": {"first": {"lost": 50}}}]},
                {"question": "And then?", "number": {"half": "second", "of": "delivered", "unit": "records",
                  "close": 5, "most": 500}}],
              "watch": "The broker.", "why": "Because.", "sources": ["KIP-98"], "production": "acks=all"}]}""",
            "l.json").lessons().getFirst();

    @TempDir
    private Path folder;

    private static LessonVerdict verdict(long option, long number) {
        return new LessonVerdict(LESSON, List.of(new Answer(option), new Answer(number)),
                MadeUpPlays.asExpected(LESSON.scenario()));
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 100", "0, 50, 50", "1, 45, 100", "1, 44, 75", "1, 60, 75", "1, 61, 50", "0, 0, 0"})
    void theScoreIsTheMeanOfWhatWasMeasured(long option, long number, int percent) {
        assertEquals(OptionalInt.of(percent), verdict(option, number).percent());
    }

    @Test
    void aPlayThatCameOutOtherwiseScoresNothingAndSaysWhy() {
        LessonVerdict verdict = new LessonVerdict(LESSON, List.of(new Answer(1), new Answer(50)),
                MadeUpPlays.otherwise(LESSON.scenario()));
        assertEquals(OptionalInt.empty(), verdict.percent());
        assertTrue(verdict.unsettled().stream().anyMatch(s -> s.contains("50 was planned, 49 was measured")),
                verdict.unsettled()::toString);
    }

    @Test
    void aPlayOnAMachineTooBusyToKeepTheWaitsScoresNothingAndSaysWhy() {
        Lesson waits = LessonFile.builtIn().stream().flatMap(t -> t.lessons().stream())
                .filter(l -> l.id().equals("growing-waits")).findFirst().orElseThrow();
        List<Answer> answers = List.of(new Answer(2), new Answer(3_500));
        LessonVerdict slow = new LessonVerdict(waits, answers,
                MadeUpPlays.asExpectedBut(waits.scenario(), Quantity.SLOWEST, 5_052));
        assertEquals(OptionalInt.empty(), slow.percent());
        assertTrue(slow.unsettled().getFirst().startsWith(
                "ms to the slowest acknowledgement: 2800 to 4200 was planned, 5052 was measured."),
                slow.unsettled()::toString);
        assertTrue(
                slow.unsettled().getFirst().endsWith("a machine that is busy with other things is one reason for it."));
        assertEquals(OptionalInt.of(100), new LessonVerdict(waits, answers,
                MadeUpPlays.asExpectedBut(waits.scenario(), Quantity.SLOWEST, 4_200)).percent());
    }

    @Test
    void anotherScenariosPlaySaysNothing() {
        var other = MadeUpPlays.asExpected(Scenarios.builtIn("minority"));
        assertThrows(IllegalArgumentException.class,
                () -> new LessonVerdict(LESSON, List.of(new Answer(1), new Answer(50)), other));
        var own = MadeUpPlays.asExpected(LESSON.scenario());
        assertThrows(IllegalArgumentException.class, () -> new LessonVerdict(LESSON, List.of(new Answer(1)), own));
    }

    @Test
    void progressIsThereAgainInTheNextSessionWithTheBestScore() {
        List<String> said = new ArrayList<>();
        Path file = folder.resolve("data/lessons.json");
        LessonProgress progress = new LessonProgress(file, said::add);
        progress.load();
        progress.done(verdict(1, 50), 1_000);
        progress.done(verdict(0, 0), 2_000);
        LessonProgress next = new LessonProgress(file, said::add);
        next.load();
        assertEquals(Optional.of(new LessonProgress.Mark(100, 0, List.of("None", "0 records"), 2, 2_000)),
                next.of(LESSON));
        assertEquals(List.of(), said);
    }

    @Test
    void aPlayThatIsNotScoredLeavesProgressAlone() {
        LessonProgress progress = new LessonProgress(folder.resolve("lessons.json"), _ -> {
        });
        progress.done(new LessonVerdict(LESSON, List.of(new Answer(1), new Answer(50)),
                MadeUpPlays.otherwise(LESSON.scenario())), 1_000);
        assertEquals(Optional.empty(), progress.of(LESSON));
    }

    @Test
    void aFileThatMakesNoSenseIsKeptAsideAndSaidSo() throws Exception {
        for (String text : List.of("{\"version\": 1, \"lessons\"", "null", "{\"version\": 9, \"lessons\": {}}",
                "{\"version\": 1, \"lessons\": {\"x\": null}}")) {
            Path file = folder.resolve("lessons.json");
            Files.writeString(file, text);
            List<String> said = new ArrayList<>();
            LessonProgress progress = new LessonProgress(file, said::add);
            progress.load();
            assertTrue(said.getFirst().contains(".damaged"), text + ": " + said);
            progress.done(verdict(1, 50), 1_000);
            assertTrue(Files.exists(file));
        }
        try (var files = Files.list(folder)) {
            assertEquals(5, files.count(), "four kept aside, and the one in use");
        }
    }

    @Test
    void readingProgressDoesNotWaitForAFileThatIsBeingWritten() throws Exception {
        Files.writeString(folder.resolve("data"), "in the way of the folder");
        AtomicReference<LessonProgress> progress = new AtomicReference<>();
        List<Boolean> read = new ArrayList<>();
        // It is told of the trouble while it still writes.
        progress.set(new LessonProgress(folder.resolve("data/lessons.json"),
                _ -> read.add(CompletableFuture.supplyAsync(() -> progress.get().of(LESSON).isPresent())
                        .orTimeout(10, TimeUnit.SECONDS).join())));
        progress.get().done(verdict(1, 50), 1_000);
        assertEquals(List.of(true), read);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(folder.resolve("data"), "in the way of the folder");
        List<String> said = new ArrayList<>();
        LessonProgress progress = new LessonProgress(folder.resolve("data/lessons.json"), said::add);
        progress.load();
        progress.done(verdict(1, 50), 1_000);
        assertTrue(said.getLast().contains("could not be saved"), said::toString);
        assertTrue(progress.of(LESSON).isPresent());
    }
}
