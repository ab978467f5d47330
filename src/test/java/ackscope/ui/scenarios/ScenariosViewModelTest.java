package ackscope.ui.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioText;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.base.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosViewModelTest {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();
    private FakeScenarios control;
    private ScenariosViewModel model;
    private int shown;

    @BeforeEach
    void open() {
        control = new FakeScenarios(folder.resolve("own"));
        model = new ScenariosViewModel(control, Background.sameThread(), said::add);
        model.refresh();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void take(Path file) {
        model.take(file, () -> shown++);
    }

    @Test
    void aDroppedFileIsChosenAndComesFirst() throws IOException {
        take(file("mine.json", ScenarioText.of(Scenarios.builtIn("backoff"))));
        assertEquals("mine", model.chosenProperty().get().name());
        assertEquals("mine", model.all().getFirst().name());
        assertEquals(Scenarios.names().size() + 1, model.all().size());
        assertEquals("", model.problemProperty().get());
        assertEquals(1, shown);
    }

    @Test
    void aFlawIsToldWithItsPlaceAndNothingIsKept() throws IOException {
        String chosen = model.chosenProperty().get().name();
        take(file("bad.json", "{\n  \"version\": 1,\n  \"titel\": \"x\"\n}\n"));
        assertTrue(model.problemProperty().get().contains("line 3, column 3: 'titel' is not known"),
                model.problemProperty()::get);
        assertEquals(chosen, model.chosenProperty().get().name());
        assertEquals(Scenarios.names().size(), model.all().size());
        assertEquals(1, shown);
    }

    @Test
    void whatCameOfAPlayIsTold() {
        model.play();
        assertTrue(model.resultProperty().get().orElseThrow().asExpected());
        assertEquals("'leader-loss' came out as expected, in 6.4 s.", said.getLast());
        control.play = (scenario, _) -> MadeUpPlays.otherwise(scenario);
        model.play();
        assertEquals("'leader-loss' did not come out as expected: acked is 49, expected 50.", said.getLast());
        model.chosenProperty().set(model.all().getLast());
        assertTrue(model.resultProperty().get().isEmpty(), "it belongs to another");
    }

    @Test
    void nothingIsPlayedWhileSomethingStandsAgainstIt() {
        control.obstacle = "The console is sending.";
        model.play();
        assertEquals("The console is sending.", model.problemProperty().get());
        assertTrue(model.resultProperty().get().isEmpty());
    }

    @Test
    void aCancelReachesThePlay() {
        control.play = (_, cancelled) -> {
            assertFalse(cancelled.getAsBoolean());
            model.cancel();
            assertTrue(cancelled.getAsBoolean());
            assertTrue(model.progressProperty().get().orElseThrow().share() < 0);
            throw new CancellationException();
        };
        model.play();
        assertTrue(model.progressProperty().get().isEmpty());
        assertTrue(said.getLast().contains("cancelled"), said::toString);
    }

    @Test
    void whatCannotBePlayedIsToldInItsWords() {
        control.play = (_, _) -> {
            throw new ScenarioException("It waited in vain.");
        };
        model.play();
        assertEquals("It waited in vain.", model.problemProperty().get());
    }
}
