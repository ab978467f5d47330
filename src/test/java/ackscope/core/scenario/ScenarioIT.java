package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.send.SendEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios on real brokers: each comes out as it expects, and with its fault steps left out it does not. A few of every sort; all with
 * {@code -Dscenarios=all}, some by their names with commas between them.
 */
@ExtendWith(SharedLab.Extension.class)
class ScenarioIT {
    private static final List<String> FEW = List.of("too-large-client", "retries-three", "no-retries", "fenced",
            "aborted-unseen");

    @TempDir
    private Path folder;
    private final SharedLab lab;

    ScenarioIT(SharedLab lab) {
        this.lab = lab;
    }

    static List<String> chosen() {
        String wanted = System.getProperty("scenarios", "");
        return wanted.equals("all") ? Scenarios.names() : wanted.isEmpty() ? FEW : List.of(wanted.split(","));
    }

    static Stream<String> disturbing() {
        return chosen().stream().filter(name -> Scenarios.builtIn(name).disturbs());
    }

    private ScenarioResult play(Scenario scenario) {
        try (LabStand stand = new LabStand(lab);
                SendEngine engine = stand.engine(folder);
                BesideVenue venue = new BesideVenue(lab.cluster(), stand.board(), engine, stand.journal(),
                        "scenario", (_, _, _) -> {
                        })) {
            return new ScenarioRunner(venue).play(scenario, _ -> {
            }, () -> false);
        }
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void comesOutAsExpected(String name, TestReporter reporter) {
        ScenarioResult result = play(Scenarios.builtIn(name));
        reporter.publishEntry(name, result.tookMs() + " ms, " + result.halves());
        assertTrue(result.asExpected(), () -> result.halves().toString());
    }

    @ParameterizedTest
    @MethodSource("disturbing")
    void doesNotComeOutSoWithNothingBroken(String name, TestReporter reporter) {
        ScenarioResult result = play(Scenarios.builtIn(name).undisturbed());
        reporter.publishEntry(name, result.tookMs() + " ms, " + result.halves());
        assertFalse(result.asExpected(), () -> result.halves().toString());
        result.halves().forEach(half -> assertTrue(half.audit().clean(), half::toString));
    }

    @Test
    void aCancelLeavesAWholeClusterBehind() {
        try (LabStand stand = new LabStand(lab);
                SendEngine engine = stand.engine(folder);
                BesideVenue venue = new BesideVenue(lab.cluster(), stand.board(), engine, stand.journal(),
                        "cancelled", (_, _, _) -> {
                        })) {
            boolean[] stop = {false};
            assertThrows(CancellationException.class, () -> new ScenarioRunner(venue)
                    .play(Scenarios.builtIn("written-though-failed"), news -> stop[0] |= news.words()
                            .contains("waiting for the last reports"), () -> stop[0]));
            assertEquals(List.of(), stand.board().active());
            assertEquals(3, lab.cluster().view().brokersUp());
        }
    }
}
