package ackscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    @TempDir
    private Path folder;

    private RunFiles files() {
        return new RunFiles(folder.resolve("runs"));
    }

    private Path file(String name) {
        return folder.resolve("runs").resolve(name);
    }

    @Test
    void whatIsSavedIsLoadedUnchanged() {
        files().save(MadeUpRuns.lost());
        assertEquals(List.of(MadeUpRuns.lost()), files().load().runs());
        assertEquals(List.of(), files().load().notices());
    }

    @Test
    void aRunThatWasNotAuditedIsLoadedAsSuch() {
        RunRecord run = MadeUpRuns.safe();
        RunRecord bare = new RunRecord(1, run.id(), run.name(), 1, 2, "c", run.topics(), run.producers(), run.work(),
                List.of(), List.of(), run.totals(), RunRecord.Latency.NONE, Optional.empty());
        files().save(bare);
        assertEquals(List.of(bare), files().load().runs());
    }

    @Test
    void theNewestComesFirst() {
        RunFiles files = files();
        files.save(MadeUpRuns.lost());
        files.save(MadeUpRuns.safe());
        assertEquals(List.of(MadeUpRuns.safe(), MadeUpRuns.lost()), files.load().runs());
    }

    @Test
    void aNameGivenByAPersonOutlivesALaterStateOfTheRun() {
        RunFiles files = files();
        files.save(MadeUpRuns.lost());
        files.rename(MadeUpRuns.lost().id(), "  mine  ");
        files.save(MadeUpRuns.lost());
        assertEquals("mine", files.load().runs().getFirst().name());
    }

    @Test
    void aBlankNameIsRefusedAndALongOneCut() {
        RunFiles files = files();
        files.save(MadeUpRuns.lost());
        assertThrows(RunException.class, () -> files.rename(MadeUpRuns.lost().id(), " "));
        assertEquals(RunFiles.LONGEST_NAME, files.rename(MadeUpRuns.lost().id(), "x".repeat(500)).name().length());
    }

    @Test
    void aDeletedRunIsGoneAndDeletingItAgainIsNoTrouble() {
        RunFiles files = files();
        files.save(MadeUpRuns.lost());
        long before = files.changes();
        files.delete(MadeUpRuns.lost().id());
        files.delete(MadeUpRuns.lost().id());
        assertEquals(List.of(), files.load().runs());
        assertTrue(files.changes() > before);
    }

    @Test
    void noIdLeadsOutOfTheFolder() {
        assertThrows(RunException.class, () -> files().delete("../preferences"));
    }

    @Test
    void aDamagedFileIsSetAsideWithAWordAndTheOthersLoad() throws IOException {
        RunFiles files = files();
        files.save(MadeUpRuns.lost());
        String whole = Files.readString(file(MadeUpRuns.lost().id() + ".json"));
        List<String> damages = List.of("", "{", "[]", "{\"version\":1,\"totals\":{\"edges\":null}}", "{\"name\":\"x\"}",
                whole.substring(0, whole.length() / 2));
        for (int i = 0; i < damages.size(); i++) {
            Files.writeString(file("bad-" + i + ".json"), damages.get(i));
        }
        RunFiles.Loaded loaded = files.load();
        assertEquals(List.of(MadeUpRuns.lost()), loaded.runs());
        assertEquals(damages.size(), loaded.notices().size(), loaded.notices()::toString);
        for (int i = 0; i < damages.size(); i++) {
            assertEquals(damages.get(i), Files.readString(file("bad-" + i + ".json.damaged")));
        }
        assertEquals(List.of(), files.load().notices(), "what is set aside is told once");
    }

    @Test
    void aFileOfALaterFormatIsLeftAloneWithAWord() throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        Files.writeString(file("later.json"), "{\"version\": 2, \"name\": 5}");
        RunFiles.Loaded loaded = files().load();
        assertEquals(List.of(), loaded.runs());
        assertTrue(loaded.notices().getFirst().contains("left alone"), loaded.notices()::toString);
        assertTrue(Files.exists(file("later.json")));
    }

    @Test
    void nothingTemporaryStaysBehind() throws IOException {
        files().save(MadeUpRuns.lost());
        try (Stream<Path> all = Files.list(folder.resolve("runs"))) {
            assertEquals(List.of(MadeUpRuns.lost().id() + ".json"), all.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void whereNothingCanBeWrittenTheReasonIsSaid() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file in the way");
        RunException e = assertThrows(RunException.class, () -> files().save(MadeUpRuns.lost()));
        assertTrue(e.getMessage().startsWith("The run could not be kept in "), e::getMessage);
    }

    /** The file was written by version 1 of the format, and has fields that no version knows. It stays as it is. */
    @Test
    void theFixtureOfVersionOneLoads() throws IOException {
        RunRecord run = RunJson.read(fixture("run-v1.json"));
        assertEquals("acks=1 under a leader loss", run.name());
        assertEquals(51, run.totals().sent());
        assertEquals(50, run.audit().orElseThrow().count(Verdict.LOST));
        assertEquals("1", run.settings().get("acks"));
        assertEquals(1, run.warmUps());
        assertEquals(3, run.happenings().size());
        assertTrue(Double.isNaN(run.series().getFirst().p99Ms()));
        assertFalse(run.audit().orElseThrow().clean());
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = RunFilesTest.class.getResourceAsStream("/runs/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
