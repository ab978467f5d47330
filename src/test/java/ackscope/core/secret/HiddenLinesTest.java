package ackscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** What the app's own configuration of the log makes of a line. */
final class HiddenLinesTest {
    private static final String URL = "https://app:hunter2@login.example.com/token";

    private static Map<String, Appender> appenders() {
        return ((LoggerContext) LogManager.getContext(false)).getConfiguration().getAppenders();
    }

    private static String line(String words, Throwable thrown) {
        return appenders().get("file").getLayout().toSerializable(Log4jLogEvent.newBuilder().setLevel(Level.WARN)
                .setLoggerName("ackscope.core.Some").setMessage(new SimpleMessage(words)).setThrown(thrown).build())
                .toString();
    }

    @Test
    void aLineHasNoSecret() {
        String line = line("not read from " + URL, null);

        assertTrue(line.contains("WARN") && line.endsWith("not read from https://•••@login.example.com/token\n"), line);
    }

    @Test
    void noWordOfAnExceptionHasOne() {
        Exception thrown = new IllegalStateException("first " + URL,
                new IllegalArgumentException("then password=\"hunter2\""));
        thrown.addSuppressed(new IllegalStateException("beside {\"access_token\":\"hunter2\"}"));

        String line = line("it failed", thrown);

        assertFalse(line.contains("hunter2"), line);
        assertTrue(line.contains("IllegalStateException: first https://•••@login.example.com/token"), line);
        assertTrue(line.contains("IllegalArgumentException: then password=•••"), line);
        assertTrue(line.contains("HiddenLinesTest.noWordOfAnExceptionHasOne"), line);
        assertEquals(line.indexOf("first "), line.lastIndexOf("first "), "written once");
    }

    @Test
    void everythingThatWritesLinesHidesThem() {
        appenders().values().stream().filter(appender -> appender.getLayout() != null)
                .forEach(appender -> assertTrue(appender.getLayout().toString().startsWith("%hidden{"),
                        () -> appender.getName() + " writes " + appender.getLayout()));
    }
}
