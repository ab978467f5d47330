package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.fault.Boards;
import ackscope.core.fault.FaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTest {
    private static final String AILMENT = "broker 2 is down";

    @TempDir
    private Path folder;
    private FakeVenue venue;

    @BeforeEach
    void open() {
        venue = new FakeVenue(folder, Boards.whole());
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private Ground ground() {
        return new Ground(venue, new Patience(() -> false), _ -> {
        });
    }

    private boolean runIsOver() throws Exception {
        venue.engine().caughtUp().get(30, TimeUnit.SECONDS);
        return venue.engine().over();
    }

    private void play(RuntimeException end) {
        try (Ground ground = ground()) {
            ground.makeWhole();
            ground.beginRun();
            ground.use("played", new Scenario.Shape(1, 1, 1), Map.of(), BreakerSettings.DEFAULTS);
            venue.faults.close();
            venue.faults = Boards.ailing(AILMENT);
            throw end;
        }
    }

    @Test
    void whatEndedAPlayIsToldAndAFailureToHealIsToldWithIt() throws Exception {
        RuntimeException end = new CancellationException();
        RuntimeException told = assertThrows(CancellationException.class, () -> play(end));
        assertSame(end, told);
        assertEquals(1, told.getSuppressed().length);
        FaultException unhealed = assertInstanceOf(FaultException.class, told.getSuppressed()[0]);
        assertTrue(unhealed.getMessage().contains(AILMENT), unhealed::getMessage);
        assertEquals(1, venue.restored);
        assertTrue(runIsOver());
    }

    @Test
    void whatCannotBeHealedIsToldWhenNothingElseWentWrong() throws Exception {
        Ground ground = ground();
        ground.beginRun();
        venue.faults = Boards.ailing(AILMENT);
        assertTrue(assertThrows(FaultException.class, ground::close).getMessage().contains(AILMENT));
        assertEquals(1, venue.restored);
        assertEquals(List.of(venue.engine().run().ordinal()), venue.cleaned, "what it does to the run is announced");
        assertTrue(runIsOver());
    }

    @Test
    void aRunThatThePlayDidNotBeginIsLeftAlone() throws Exception {
        venue.faults = Boards.ailing(AILMENT);
        assertThrows(FaultException.class, () -> {
            try (Ground ground = ground()) {
                ground.makeWhole();
            }
        });
        assertEquals(1, venue.restored);
        assertFalse(runIsOver());
    }

    @Test
    void whatWentToItsEndIsNotHealedAgain() {
        try (Ground ground = ground()) {
            ground.beginRun();
            ground.over();
            venue.faults = Boards.ailing(AILMENT);
        }
        assertEquals(1, venue.restored);
    }

    @Test
    void aPlayAfterOneThatSentNothingHasARunOfItsOwn() throws Exception {
        assertThrows(CancellationException.class, () -> play(new CancellationException()));
        venue.faults = Boards.whole();
        int before = venue.engine().run().ordinal();
        try (Ground ground = ground()) {
            ground.beginRun();
            assertEquals(before + 1, venue.engine().run().ordinal());
            assertFalse(runIsOver());
        }
    }

    @Test
    void aPlayThatWasCancelledAndNotHealedIsNoMereCancel() {
        Scenario scenario = Scenarios.builtIn("too-large-client");
        venue.faults = Boards.ailing(AILMENT);
        ScenarioException told = assertThrows(ScenarioException.class, () -> new ScenarioRunner(venue)
                .play(scenario, _ -> {
                }, () -> true));
        assertTrue(told.getMessage().startsWith("It was cancelled. Afterwards not everything could be put right: "),
                told::getMessage);
        assertTrue(told.getMessage().contains(AILMENT), told::getMessage);
    }
}
