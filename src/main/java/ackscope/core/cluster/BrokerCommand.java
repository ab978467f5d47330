package ackscope.core.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a node's JVM. It stays short, because some systems cut off what they show of a long one: the folder of the lab
 * stands in front, for the sweep to know the process by, and the rest is in an argument file in the node's folder.
 */
final class BrokerCommand {
    /** Small heaps, one collector thread, the quick compiler: four JVMs share the machine with the app. */
    static final List<String> FLAGS = List.of("-Xmx192m", "-Xms64m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=96m",
            "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true");

    /** JDK 25 stores some argument adapters under the wrong name, and complains of it at every start. */
    private static final List<String> NO_ADAPTERS = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching");

    private static final String LOGGING = """
            status = error
            appender.file.type = File
            appender.file.name = file
            appender.file.fileName = ${sys:ackscope.log}
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %d %p %c: %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.file.ref = file
            """;

    private final Path java;
    private final Path labFolder;

    /**
     * @param java      the program
     * @param labFolder the lab's folder, by which its processes are known
     */
    BrokerCommand(Path java, Path labFolder) {
        this.java = java;
        this.labFolder = labFolder;
    }

    /** Text by which a process of this lab is known from its command line. */
    static String mark(Path labFolder) {
        return "-Dackscope.lab=" + labFolder;
    }

    /** The command of a node, with its argument file written to its folder. */
    List<String> node(Path folder, BrokerClassPath classPath, Optional<Path> aotCache, Path properties)
            throws IOException {
        List<String> jvm = new ArrayList<>();
        aotCache.ifPresent(cache -> jvm.add("-XX:AOTCache=" + cache));
        jvm.addAll(List.of("-cp", classPath.all()));
        return command(folder, jvm, BrokerMain.class.getName(), properties);
    }

    /** The command of a node that writes what an AOT cache is made from when it ends; from jars alone, so with no watch. */
    List<String> training(Path folder, BrokerClassPath classPath, Path recorded, Path properties) throws IOException {
        return command(folder, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded, "-cp",
                classPath.jarsOnly()), "kafka.Kafka", properties);
    }

    /** The command that makes the AOT cache of that. */
    List<String> assembly(Path folder, BrokerClassPath classPath, Path recorded, Path aotCache) throws IOException {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(NO_ADAPTERS);
        arguments.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + aotCache,
                "-cp", classPath.jarsOnly()));
        return argumentFile(folder.resolve("assembly.args"), arguments);
    }

    private List<String> command(Path folder, List<String> jvm, String main, Path properties) throws IOException {
        Path logging = folder.resolve("log4j2.properties");
        Files.writeString(logging, LOGGING);
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.add("-XX:ErrorFile=" + folder.resolve("jvm-error.log"));
        arguments.add("-Dackscope.log=" + folder.resolve("node.log"));
        arguments.add("-Dlog4j2.configurationFile=" + logging.toUri());
        arguments.addAll(jvm);
        arguments.add(main);
        arguments.add(properties.toString());
        return argumentFile(folder.resolve("java.args"), arguments);
    }

    private List<String> argumentFile(Path file, List<String> arguments) throws IOException {
        Files.write(file, arguments.stream().map(BrokerCommand::quoted).toList(), StandardCharsets.UTF_8);
        return List.of(java.toString(), mark(labFolder), "@" + file);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
