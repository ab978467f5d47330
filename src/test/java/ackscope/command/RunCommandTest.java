package ackscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.lab.AppFolders;
import ackscope.core.scenario.ScenarioText;
import ackscope.core.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        return new CommandLine(new RunCommand(folders(), _ -> {
        })).execute(arguments);
    }

    private AppFolders folders() {
        return new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void own(String name, String text) throws IOException {
        Files.createDirectories(folders().scenarios());
        Files.writeString(folders().scenarios().resolve(name + ".json"), text);
    }

    @Test
    void theListNamesThemAll() throws IOException {
        own("mine", ScenarioText.of(Scenarios.builtIn("backoff")));
        assertEquals(0, run("--list"), this::told);
        String list = out.toString(StandardCharsets.UTF_8);
        Scenarios.names().forEach(name -> assertTrue(list.lines().anyMatch(l -> l.startsWith(name + " ")), name));
        assertTrue(list.lines().anyMatch(l -> l.startsWith("mine ") && l.endsWith("(your own)")), list);
    }

    @Test
    void aFileOfThePersonsThatIsNoneIsNamedAfterTheList() throws IOException {
        own("broken", "{}");
        assertEquals(2, run("--list"));
        assertTrue(told().contains("broken.json"), this::told);
        assertTrue(out.toString(StandardCharsets.UTF_8).lines().anyMatch(l -> l.startsWith("backoff ")));
    }

    @Test
    void aBadFileEndsWithItsFlawsAndNothingOnStandardOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\n  \"version\": 1,\n  \"titel\": \"x\"\n}\n");
        assertEquals(2, run(file.toString()));
        assertTrue(told().contains("line 3, column 3: 'titel' is not known"), this::told);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no-such-scenario", "ackscope: There is no scenario 'no-such-scenario'"),
                Arguments.of("", "Say which scenario: a name of 'ackscope run --list', or a file."),
                Arguments.of("backoff --repeat 0", "--repeat starts at 1."),
                Arguments.of("backoff --bootstrap nonsense",
                        "ackscope: 'nonsense' is not a bootstrap server. Write host:port"),
                Arguments.of("backoff --command-config my.properties",
                        "--command-config says how to reach the cluster of --bootstrap. Give both, or neither."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotThereOrNotSaidCannotBeRun(String arguments, String words) {
        assertEquals(2, run(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertTrue(told().contains(words), this::told);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
}
