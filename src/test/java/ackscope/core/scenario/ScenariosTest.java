package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    private static final Path ASSETS = Path.of("assets", "scenarios");

    @TempDir
    private Path folder;

    static List<Scenario> builtIn() {
        return Scenarios.builtIn();
    }

    static List<Scenario> twins() {
        return Scenarios.twins();
    }

    @Test
    void theIndexNamesEveryFileOnce() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS)) {
            Set<String> there = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".json") && !f.endsWith(".schema.json"))
                    .map(f -> f.substring(0, f.length() - 5)).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, new TreeSet<>(Scenarios.names()));
            assertEquals(there.size(), Scenarios.names().size());
        }
    }

    @Test
    void thereAreEnough() {
        assertTrue(Scenarios.names().size() >= 24);
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyOneSaysWhatItShowsAndWhy(Scenario scenario) {
        assertFalse(scenario.words().isBlank());
        assertTrue(scenario.explanation().length() > 80, scenario::explanation);
        assertEquals(scenario.name().toLowerCase(java.util.Locale.ROOT), scenario.name());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void oneIsWrittenAndReadUnchanged(Scenario scenario) {
        assertEquals(scenario, ScenarioFile.read(ScenarioText.of(scenario), scenario.name(), "text"));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void bothHalvesOfTwinsDiffer(Scenario scenario) {
        EffectiveSettings first = EffectiveSettings.of(ProducerSettings.of(scenario.settings()));
        EffectiveSettings second = EffectiveSettings.of(ProducerSettings.of(scenario.second()));
        assertTrue(scenario.changed().orElseThrow().keySet().stream()
                .anyMatch(key -> !first.text(key).equals(second.text(key))));
    }

    @Test
    void aChangeToNothingPutsASettingBackAtItsDefault() {
        Scenario twins = Scenarios.builtIn("leader-loss").with(Map.of("retries", "0", "acks", "all"),
                Map.of("retries", "", "linger.ms", "5"));
        assertEquals(Map.of("acks", "all", "linger.ms", "5"), twins.second());
    }

    @Test
    void theControlKeepsWhatIsSentAndBreaksNothing() {
        Scenario control = Scenarios.builtIn("fenced").undisturbed();
        assertFalse(control.disturbs());
        assertEquals(4, control.steps().size());
    }

    @Test
    void aFileOfOnesOwnIsFoundByItsNameAndListed() throws IOException {
        Files.writeString(folder.resolve("mine.json"), ScenarioText.of(Scenarios.builtIn("backoff")));
        Scenarios scenarios = new Scenarios(folder);
        assertEquals("mine", scenarios.find("mine").name());
        assertEquals("mine", scenarios.find(folder.resolve("mine.json").toString()).name());
        Scenarios.Listed listed = scenarios.list();
        assertEquals(List.of("mine"), listed.own());
        assertEquals(Scenarios.names().size() + 1, listed.scenarios().size());
        assertEquals(List.of(), listed.troubles());
    }

    @Test
    void onesOwnGoesOverTheAppsOfTheSameName() throws IOException {
        Files.writeString(folder.resolve("linger.json"), ScenarioText.of(Scenarios.builtIn("backoff")));
        assertEquals("How the wait before a retry grows", new Scenarios(folder).find("linger").title());
        assertEquals(Scenarios.names().size(), new Scenarios(folder).list().scenarios().size());
    }

    @Test
    void whatIsAddedGetsANameOfItsOwnAndIsAddedOnce() throws IOException {
        Path own = folder.resolve("own");
        Scenarios scenarios = new Scenarios(own);
        Path given = Files.writeString(folder.resolve("my backoff.json"),
                ScenarioText.of(Scenarios.builtIn("backoff")));
        assertEquals("my-backoff", scenarios.add(given).name());
        assertEquals("my-backoff", scenarios.add(given).name());
        Files.writeString(given, ScenarioText.of(Scenarios.builtIn("linger")));
        assertEquals("my-backoff-2", scenarios.add(given).name());
        assertEquals("backoff-2", scenarios.keep("backoff", ScenarioText.of(Scenarios.builtIn("linger"))).name());
        assertEquals(List.of("backoff-2", "my-backoff", "my-backoff-2"),
                scenarios.list().own().stream().sorted().toList());
        Files.writeString(given, "{");
        assertThrows(ScenarioException.class, () -> scenarios.add(given));
        assertEquals(3, scenarios.list().own().size());
    }

    @Test
    void aBadFileIsToldAndTheOthersAreListed() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{");
        Scenarios.Listed listed = new Scenarios(folder).list();
        assertEquals(Scenarios.names().size(), listed.scenarios().size());
        assertEquals(1, listed.troubles().size());
        assertTrue(listed.troubles().getFirst().contains("bad.json"), listed.troubles()::toString);
    }

    @Test
    void aNameThatIsNoneIsToldWithOneThatIsNear() {
        ScenarioException e = assertThrows(ScenarioException.class, () -> new Scenarios(folder).find("bakoff"));
        assertTrue(e.getMessage().contains("Did you mean 'backoff'?"), e::getMessage);
        assertThrows(ScenarioException.class, () -> new Scenarios(folder).find("../nothing"));
        assertThrows(ScenarioException.class, () -> new Scenarios(folder).find("none.json"));
    }
}
