package ackscope.core.fault;

import ackscope.core.cluster.SharedLab;
import ackscope.core.fault.Recipes.Recipe;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe on real brokers, its faults set by the board: it comes out as it must, and with the faults left out it does not. */
@ExtendWith(SharedLab.Extension.class)
class FaultRecipesIT {
    private final SharedLab lab;

    @TempDir
    private Path folder;

    FaultRecipesIT(SharedLab lab) {
        this.lab = lab;
    }

    static Stream<Arguments> recipes() {
        return IntStream.rangeClosed(1, Integer.getInteger("repeat", 1)).boxed()
                .flatMap(round -> Recipes.all().stream().map(recipe -> Arguments.of(recipe, round)));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("recipes")
    void failsAsItMust(Recipe recipe, int round, TestReporter reporter) {
        try (Stand stand = new Stand(lab, folder, true)) {
            Result result = recipe.cook().apply(stand);
            reporter.publishEntry("with", recipe + ": " + result);
            result.assertHonest();
            recipe.failing().accept(result);
        }
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("recipes")
    void goesWellWithoutItsFaults(Recipe recipe, int round, TestReporter reporter) {
        try (Stand stand = new Stand(lab, folder, false)) {
            Result result = recipe.cook().apply(stand);
            reporter.publishEntry("without", recipe + ": " + result);
            result.assertHonest();
            result.assertWell();
        }
    }
}
