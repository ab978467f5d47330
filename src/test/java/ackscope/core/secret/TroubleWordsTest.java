package ackscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.audit.AuditException;
import ackscope.core.cluster.ClusterException;
import ackscope.core.event.LogEvent;
import ackscope.core.fault.FaultException;
import ackscope.core.run.RunException;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.settings.SettingsException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the house tells of a trouble holds no secret, whoever's words it repeats. */
final class TroubleWordsTest {

    static Stream<Function<String, String>> tellers() {
        return Stream.of(words -> new AuditException(words).getMessage(),
                words -> new ClusterException(words).getMessage(),
                words -> new ClusterException(words, null).getMessage(),
                words -> new FaultException(words).getMessage(),
                words -> new FaultException(words, null).getMessage(),
                words -> new RunException(words).getMessage(), words -> new RunException(words, null).getMessage(),
                words -> new ScenarioException(words).getMessage(),
                words -> new ScenarioException(words, null).getMessage(),
                words -> new SettingsException(words).getMessage(),
                words -> new SettingsException(words, null).getMessage(),
                words -> new LogEvent(LogEvent.Level.ERROR, words, 0).text());
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void noTellerTellsASecret(Function<String, String> teller) {
        assertEquals("refused at https://•••@h/t", teller.apply("refused at https://u:hunter2@h/t"));
    }
}
