package ackscope.core.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Looks for secrets where none may be: in files, and in everything that goes to the app's log file while it is open. */
public final class Leaks implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AbstractAppender appender = new AbstractAppender("leaks", null,
            context.getConfiguration().getAppender("file").getLayout(), true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            lines.add(getLayout().toSerializable(event).toString());
        }
    };

    /** Listens to the app's loggers, at the levels that its log file has. */
    public Leaks() {
        appender.start();
        context.getConfiguration().getLoggers().values().stream().filter(l -> !l.getAppenders().isEmpty())
                .forEach(l -> l.addAppender(appender, null, null));
        context.updateLoggers();
    }

    /** What was logged that holds a secret. */
    public List<String> logged(String secret) {
        return lines.stream().filter(line -> line.contains(secret)).toList();
    }

    /** The files below a folder that hold a secret. */
    public static List<Path> files(Path folder, String secret) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(f -> holds(f, secret)).toList();
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.getConfiguration().getLoggers().values().forEach(l -> l.removeAppender("leaks"));
        context.updateLoggers();
        appender.stop();
    }
}
