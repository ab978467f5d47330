package ackscope;

import ackscope.bench.Bench;
import ackscope.command.RunCommand;
import ackscope.core.secret.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. Without a sub-command the window opens. Exit codes: 0 done, 1 could not be done, 2 the command line is wrong. */
@Command(name = "ackscope", description = "A desktop console for Kafka producers: send, break, watch, prove.", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, subcommands = {
        RunCommand.class, Bench.class, Main.WriteLauncher.class, MakeCaches.class})
public final class Main implements Callable<Integer> {

    @Option(names = "--probe", hidden = true, description = "What a bench measures in the window.")
    private String probe = "";

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).setExecutionExceptionHandler((e, line, _) -> {
            PrintWriter err = line.getErr();
            err.println("ackscope: " + Secrets.said(e));
            return 1;
        }).execute(args));
    }

    @Override
    public Integer call() {
        String obstacle = noWindow(System.getenv(), System.getProperty("os.name"),
                System.getProperty("glass.platform", ""));
        if (!obstacle.isEmpty()) {
            System.err.println("ackscope: " + obstacle);
            return 1;
        }
        try {
            App.open(probe.isEmpty() ? new String[0] : new String[]{"--probe=" + probe});
            return 0;
        } catch (UnsupportedOperationException e) {
            System.err.println(
                    "ackscope: the display \"" + System.getenv("DISPLAY") + "\" cannot be opened (" + e.getMessage()
                            + "). Start Ackscope from a desktop session, or give DISPLAY the right value.");
            return 1;
        }
    }

    /** Why no window can open here, in one sentence, or "". */
    static String noWindow(Map<String, String> environment, String system, String glass) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || glass.equalsIgnoreCase("Headless")) {
            return "";
        }
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return "there is no display (DISPLAY is not set). Start it from a desktop session; on a machine without one, xvfb-run from the package xvfb gives a virtual display.";
        }
        try (Arena arena = Arena.ofConfined()) {
            for (String library : new String[]{"libgtk-3.so.0", "libGL.so.1", "libXtst.so.6"}) {
                SymbolLookup.libraryLookup(library, arena);
            }
            return "";
        } catch (IllegalArgumentException e) {
            return "the window needs GTK 3. Install it: on Debian and Ubuntu, apt install libgtk-3-0 libgl1 libxtst6; on Fedora, dnf install gtk3 mesa-libGL libXtst.";
        }
    }

    /** Writes a script that starts this build: exact exit codes and clean stdout. For the build alone. */
    @Command(name = "write-launcher", hidden = true)
    static final class WriteLauncher implements Callable<Integer> {
        @Parameters(index = "0")
        private Path file;

        @Override
        public Integer call() throws IOException {
            String script = """
                    #!/bin/sh
                    # Starts Ackscope from this build. Written by the build.
                    exec "%s/bin/java" %s -cp "%s" ackscope.Main "$@"
                    """.formatted(System.getProperty("java.home"), String.join(" ", JvmFlags.APP),
                    System.getProperty("java.class.path"));
            if (Files.exists(file) && Files.readString(file).equals(script)) {
                return 0;
            }
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(temporary, script);
            if (!temporary.toFile().setExecutable(true)) {
                throw new IOException(temporary + " cannot be made executable");
            }
            Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
    }

    /** "Ackscope 0.1.0 (Kafka 4.4.0, JavaFX 26.0.2, Java 25)". */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            java.util.Properties build = new java.util.Properties();
            try (var in = Main.class.getResourceAsStream("/ackscope/build.properties")) {
                build.load(in);
            }
            return new String[]{
                    "Ackscope " + build.getProperty("version") + " (Kafka " + build.getProperty("kafka") + ", JavaFX "
                            + build.getProperty("javafx") + ", Java " + Runtime.version().feature() + ")"};
        }
    }
}
