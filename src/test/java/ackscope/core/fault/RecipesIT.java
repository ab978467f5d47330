package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.fault.Recipes.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recipe on real brokers, its faults set by the board, comes out as it must, and ends in the audit that it must: the same anomalies
 * as a plain consumer's reading shows, each explained; five of them beside a reading by Kafka's own console consumer, too. With its
 * faults left out it goes well, and the audit is clean.
 */
@ExtendWith(SharedLab.Extension.class)
class RecipesIT {
    private final SharedLab lab;

    @TempDir
    private Path folder;

    RecipesIT(SharedLab lab) {
        this.lab = lab;
    }

    static Stream<Arguments> recipes() {
        return IntStream.rangeClosed(1, Integer.getInteger("repeat", 1)).boxed()
                .flatMap(round -> Recipes.all().stream().map(recipe -> Arguments.of(recipe, round)));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("recipes")
    void failsAsItMustAndTheAuditShowsIt(Recipe recipe, int round, TestReporter reporter) throws IOException {
        try (Stand stand = new Stand(lab, folder, true)) {
            Result result = recipe.cook().apply(stand);
            AuditReport audit = stand.audit();
            reporter.publishEntry("with", recipe + ": " + told(audit));
            result.assertHonest();
            recipe.failing().accept(result);
            agree(result, audit);
            for (Verdict verdict : audit.counts().keySet()) {
                if (verdict.anomaly()) {
                    assertEquals(audit.count(verdict), audit.findings().stream()
                            .filter(f -> f.verdict() == verdict && f.established()).mapToLong(Finding::count).sum(),
                            () -> verdict + " is not explained: " + told(audit));
                }
            }
            if (ConsoleReading.concerns(recipe)) {
                ConsoleReading reading = ConsoleReading.of(stand.topicName(), lab.clientProperties());
                reporter.publishEntry("console", recipe + ": " + reading);
                reading.assertSays(audit, result);
            }
        }
    }

    @Test
    void everyReadingOnTheConsoleHasItsRecipe() {
        assertEquals(ConsoleReading.RECIPES.size(), Recipes.all().stream().filter(ConsoleReading::concerns).count());
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("recipes")
    void goesWellWithoutItsFaultsAndTheAuditIsClean(Recipe recipe, int round, TestReporter reporter) {
        try (Stand stand = new Stand(lab, folder, false)) {
            Result result = recipe.cook().apply(stand);
            AuditReport audit = stand.audit();
            reporter.publishEntry("without", recipe + ": " + told(audit));
            result.assertHonest();
            result.assertWell();
            agree(result, audit);
            assertTrue(audit.clean(), () -> told(audit));
            assertEquals(audit.records(), audit.count(Verdict.DELIVERED), () -> told(audit));
        }
    }

    /** Nothing was left unread, and the figures are those of the plain consumer. */
    private static void agree(Result result, AuditReport audit) {
        String both = result + "\n" + told(audit);
        assertEquals(0, audit.count(Verdict.NOT_READ), both);
        assertEquals(0, audit.count(Verdict.FOREIGN), both);
        assertEquals(0, audit.count(Verdict.WRONG_CONTENT), both);
        assertEquals(result.count(), audit.records(), both);
        assertEquals(result.lost(), audit.count(Verdict.LOST), both);
        assertEquals(result.failedYetStored(), audit.count(Verdict.WRITTEN_THOUGH_FAILED), both);
        assertEquals(result.failed().size() - result.failedYetStored(), audit.count(Verdict.ABSENT_AS_TOLD), both);
        assertEquals(result.stored().outOfOrder(), audit.count(Verdict.REORDERED), both);
        assertEquals(result.stored().distinct().size() + result.stored().duplicates(), audit.copies(), both);
        assertEquals(result.stored().duplicates() > 0, audit.count(Verdict.DUPLICATED) > 0, both);
    }

    private static String told(AuditReport audit) {
        return audit.counts() + ", " + audit.copies() + " copies, " + audit.tookMs() + " ms, " + audit.obstacles()
                + audit.findings().stream()
                        .map(f -> "\n    " + f.count() + " " + f.verdict() + ": " + f.cause() + " -> "
                                + f.prevention())
                        .toList();
    }
}
