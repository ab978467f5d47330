package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {
    private static final Path LOG = Path.of("node-2", "node.log");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Error occurred during initialization of VM: Could not reserve enough space for 196608KB object heap | memory
            OpenJDK: os::commit_memory failed; error='Not enough space' (errno=12)                            | memory
            org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:20001           | port
            java.io.IOException: No space left on device                                                      | disk
            Unrecognized VM option 'AOTCache=x'                                                               | JDK 25
            java.nio.file.FileSystemException: Permission denied                                              | rights
            """)
    void namesTheCauseAndTheCure(String log, String word) {
        String words = StartFailure.explain("broker 2", 1, log, LOG);

        assertTrue(words.startsWith("Broker 2 failed to start: ") && words.contains(word), words);
        assertTrue(words.contains(LOG.toString()), words);
        assertFalse(words.contains("Exception"), words);
    }

    @Test
    void aKillFromOutsideIsToldFromAnEndOfItsOwn() {
        assertTrue(StartFailure.explain("broker 1", 137, "", LOG).contains("killed from outside"));
        assertTrue(StartFailure.explain("broker 1", 3, "?", LOG).contains("exit code 3"));
    }
}
