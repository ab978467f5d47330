package ackscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What needs no cluster of it. */
class RunCommandTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private int run(String... arguments) {
        return new CommandLine(new RunCommand()).execute(arguments);
    }

    @Test
    void theListNamesThemAll() {
        assertEquals(0, run("--list"));
        String list = out.toString(StandardCharsets.UTF_8);
        Scenarios.names().forEach(name -> assertTrue(list.lines().anyMatch(l -> l.startsWith(name + " ")), name));
    }

    @Test
    void aBadFileEndsWithItsFlawsAndNothingOnStandardOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\n  \"version\": 1,\n  \"titel\": \"x\"\n}\n");
        assertEquals(2, run(file.toString()));
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("line 3, column 3: 'titel' is not known"), told);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotThereOrNotSaidCannotBeRun() {
        assertEquals(2, run("no-such-scenario"));
        assertEquals(2, run());
        assertEquals(2, run("backoff", "--repeat", "0"));
        assertEquals(2, run("backoff", "--bootstrap", "nonsense"));
    }
}
