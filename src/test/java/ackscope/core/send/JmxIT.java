package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A JMX tool of another process reads what the client counts, as long as its producer is open. */
@ExtendWith(SharedLab.Extension.class)
class JmxIT {
    private static final long LIMIT_MS = 60_000;
    private static final String BEAN = "kafka.producer:type=producer-metrics,client-id=ackscope-1-1";

    @TempDir
    private Path folder;
    private SharedLab lab;
    private SendEngine engine;

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theProducersTotalsAreReadByAToolThatAttaches() throws Exception {
        String topic = lab.topic(3, 3, 2);
        engine.use(lab.clientProperties());
        engine.send(RecordSource.of(
                new RecordDraft(topic, Payload.string("k-${n}"), Payload.string("v"), List.of(), OptionalInt.empty(),
                        OptionalLong.empty()),
                LoadPlan.of(25), true, System::currentTimeMillis));
        SharedLab.await("every report", LIMIT_MS, () -> engine.totals().acked() == 25);
        assertEquals(List.of("bean " + BEAN + " record-send-total=25.0 record-error-total=0.0"), read());
        engine.newRun();
        SharedLab.await("another run", LIMIT_MS, () -> engine.run().ordinal() == 2);
        assertEquals(List.of(), read(), "the producer is closed");
    }

    private static List<String> read() throws Exception {
        Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), JmxReader.class.getName(),
                String.valueOf(ProcessHandle.current().pid()), BEAN, "record-send-total", "record-error-total")
                .redirectErrorStream(true).start();
        try {
            assertTrue(tool.waitFor(LIMIT_MS, TimeUnit.MILLISECONDS), "the tool hangs");
            List<String> lines = tool.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertEquals(0, tool.exitValue(), () -> String.join("\n", lines));
            return lines.stream().filter(line -> line.startsWith("bean ")).toList();
        } finally {
            tool.destroyForcibly();
        }
    }
}
