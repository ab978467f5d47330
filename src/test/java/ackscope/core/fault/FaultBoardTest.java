package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Setting;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.wire.Interference.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
    private static final Setting MIN_INSYNC = new Setting.OfTopic("orders", "min.insync.replicas");

    private final FakeLevers levers = new FakeLevers();
    private final FakeFaultClock clock = new FakeFaultClock();
    private final List<LabEvent> events = new ArrayList<>();
    private final List<ClientOverlay> overlays = new ArrayList<>();
    private final FaultBoard board = new FaultBoard(levers, clock, events::add, overlays::add);

    private static Label label(String title) {
        return new Label(title, "expect", "undo", FaultEvent.Recipe.NONE);
    }

    private static Fault lever(Lever lever, int node, Trigger trigger) {
        return new LeverFault(label(lever + " " + node), trigger, FaultEvent.Place.BROKER, node, lever);
    }

    private static Fault setting(Setting setting, String value) {
        return new SettingFault(label("set"), Trigger.NOW, setting, value);
    }

    private static Fault overlay(String key, String value, String topic) {
        return new ClientFault(label("client"), Trigger.NOW,
                new ClientOverlay(Map.of(key, value), Optional.of(topic), false));
    }

    private List<String> ends() {
        return events.stream().filter(FaultEvent.Ended.class::isInstance).map(e -> ((FaultEvent.Ended) e).how())
                .toList();
    }

    @Test
    void aFaultOnTheWireLastsUntilItIsUndone() {
        long id = board.inject(Frames.requests("reset", Trigger.NOW, new Action.Reset()));
        assertEquals(id, board.decide(Frames.produce(1)).fault());
        assertTrue(board.active(id));
        assertEquals(1, board.active().getFirst().hits());
        board.undo(id);
        assertEquals(0, board.decide(Frames.produce(1)).fault());
        assertFalse(board.active(id));
        assertTrue(board.idle());
        assertEquals(2, levers.wireChanges);
        assertEquals(List.of("undone"), ends());
    }

    @Test
    void aFaultEndsWhenItsTimeIsOver() {
        long id = board.inject(Frames.requests("reset", Trigger.lasting(2_000), new Action.Reset()));
        assertEquals(OptionalLong.of(clock.ms() + 2_000), board.active().getFirst().endsMs());
        clock.pass(1_999);
        assertTrue(board.active(id));
        clock.pass(1);
        assertFalse(board.active(id));
        assertEquals(List.of("its 2 s are over"), ends());
    }

    @Test
    void aFaultEndsWhenItIsUsedUp() {
        board.inject(Frames.requests("reset", Trigger.next(2), new Action.Reset()));
        board.decide(Frames.produce(1));
        clock.pass(0);
        assertEquals(1, board.active().size());
        board.decide(Frames.produce(1));
        clock.pass(0);
        assertEquals(List.of(), board.active());
        assertEquals(List.of("its 2 requests are used up"), ends());
    }

    @Test
    void whatAUsedUpFaultSwallowedStaysSoUntilItIsUndone() {
        long id = board.inject(Frames.requests("swallow", Trigger.next(1), new Action.Swallow()));
        board.decide(Frames.produce(1));
        clock.pass(0);
        assertEquals(List.of("its one request is used up"), ends());
        assertTrue(board.active(id), "or the connection would be reset at once");
        board.undo(id);
        assertFalse(board.active(id));
    }

    @Test
    void whatAUsedUpFaultSlowedStaysSlowUntilAllIsHealed() {
        for (Action action : List.of(new Action.Delay(90_000), new Action.Throttle(10))) {
            long id = board.inject(Frames.requests("slow", Trigger.next(1), action));
            board.decide(Frames.produce(1));
            clock.pass(0);
            assertEquals(List.of(), board.active(), "it strikes no more");
            assertTrue(board.active(id), "or what it slowed would leave at once");
            board.healAll(_ -> {
            });
            assertFalse(board.active(id));
        }
    }

    @Test
    void aPulledLeverIsAFaultInForceIfItTakesTheNodeDown() {
        board.pull(Lever.KILL, 2);
        assertEquals(List.of(2), board.active().stream().map(ActiveFault::node).toList());
        board.undo(board.active().getFirst().id());
        assertEquals(List.of(), board.active());
        board.pull(Lever.RESTART, 2);
        assertEquals(List.of(), board.active());
    }

    @Test
    void onAnotherClusterOnlyTheProducerCanBeBroken() {
        FaultBoard clients = FaultBoard.clientsOnly(events::add, overlays::add);
        assertThrows(FaultException.class,
                () -> clients.inject(Frames.requests("reset", Trigger.NOW, new Action.Reset())));
        assertThrows(FaultException.class, () -> clients.inject(lever(Lever.KILL, 1, Trigger.NOW)));
        assertThrows(FaultException.class, () -> clients.inject(setting(MIN_INSYNC, "3")));
        assertEquals(List.of(), clients.active());
        clients.inject(overlay("buffer.memory", "32768", "orders"));
        assertEquals(1, clients.active().size());
        clients.healAll(_ -> {
        });
        assertEquals(ClientOverlay.NONE, overlays.getLast());
        clients.close();
    }

    @Test
    void aSwallowWithATimeEndsWithItAndSoDoesAHold() {
        for (Action action : List.of(new Action.Swallow(), new Action.Hold())) {
            long id = board.inject(Frames.requests("f", Trigger.next(1).during(150), action));
            board.decide(Frames.produce(1));
            clock.pass(149);
            assertTrue(board.active(id));
            assertEquals(0, board.decide(Frames.produce(1)).fault());
            clock.pass(1);
            assertFalse(board.active(id));
        }
    }

    @Test
    void whatIsDownIsBroughtBackByUndoing() {
        long kill = board.inject(lever(Lever.KILL, 2, Trigger.NOW));
        long pause = board.inject(lever(Lever.PAUSE, 3, Trigger.lasting(5_000)));
        assertEquals(List.of(kill, pause), board.active().stream().map(ActiveFault::id).toList());
        board.undo(kill);
        clock.pass(5_000);
        assertEquals(List.of("KILL 2", "PAUSE 3", "RESTART 2", "RESUME 3"), levers.done);
    }

    @Test
    void whatSomebodyElseBroughtBackIsLeftAlone() {
        long kill = board.inject(lever(Lever.KILL, 2, Trigger.NOW));
        levers.down.clear();
        board.undo(kill);
        assertEquals(List.of("KILL 2"), levers.done);
    }

    @Test
    void aNodeThatIsUpAgainEndsTheFaultThatTookItDown() {
        board.inject(lever(Lever.KILL, 2, Trigger.NOW));
        board.saw(new ClusterEvent.NodeUp(2, "broker", 0));
        assertEquals(1, board.active().size(), "an old word of it being up means nothing");
        levers.down.clear();
        board.saw(new ClusterEvent.NodeUp(2, "broker", 0));
        assertEquals(List.of("broker 2 is up again"), ends());
    }

    @Test
    void whatIsOverAtOnceIsNotListed() {
        board.inject(lever(Lever.RESTART, 2, Trigger.NOW));
        board.inject(new TopicLossFault(label("recreate"), Trigger.NOW, "orders"));
        assertEquals(List.of(), board.active());
        assertEquals(List.of("done", "done"), ends());
    }

    @Test
    void whatTheClusterRefusesIsNotInForce() {
        levers.failures = 1;
        assertThrows(ClusterException.class, () -> board.inject(lever(Lever.KILL, 2, Trigger.NOW)));
        assertEquals(List.of(), board.active());
        assertEquals(List.of(), events);
    }

    @Test
    void aSettingThatWasWrittenThoughItFailedIsSetBackAtOnce() {
        levers.settings.put(MIN_INSYNC, "2");
        levers.nextWriteFailsAfterwards = true;
        assertThrows(ClusterException.class, () -> board.inject(setting(MIN_INSYNC, "3")));
        assertEquals(Map.of(MIN_INSYNC, "2"), levers.settings);
        assertEquals(List.of(), board.active());
        assertEquals(List.of(), events);
    }

    @Test
    void aSettingThatCannotBeSetBackStaysListedSoThatHealingFindsIt() {
        levers.settings.put(MIN_INSYNC, "2");
        levers.nextWriteFailsAfterwards = true;
        levers.failuresAfterwards = 1;
        ClusterException half = assertThrows(ClusterException.class, () -> board.inject(setting(MIN_INSYNC, "3")));
        assertTrue(half.getMessage().contains("stays listed"), half.getMessage());
        assertEquals(1, board.active().size());
        board.healAll(_ -> {
        });
        assertEquals(Map.of(MIN_INSYNC, "2"), levers.settings);
    }

    @Test
    void whatCannotBeUndoneStaysInForceAndSaysSoWhenItsTimeIsOver() {
        long id = board.inject(lever(Lever.KILL, 2, Trigger.lasting(1_000)));
        levers.failures = 2;
        assertThrows(ClusterException.class, () -> board.undo(id));
        clock.pass(1_000);
        assertEquals(1, board.active().size());
        assertEquals(OptionalLong.empty(), board.active().getFirst().endsMs());
        assertTrue(events.stream().anyMatch(e -> e instanceof LogEvent log && log.text().contains("heal all")));
        board.undo(id);
        assertEquals(List.of(), board.active());
    }

    @Test
    void settingsBecomeWhatTheyWereWhateverTheOrderOfUndoing() {
        Random random = new Random(3);
        List<Setting> all = List.of(MIN_INSYNC, new Setting.OfTopic("orders", "max.message.bytes"),
                new Setting.ProducerQuota(""), new Setting.WriteRules("orders"));
        for (int round = 0; round < 300; round++) {
            levers.settings.clear();
            for (Setting setting : all) {
                if (random.nextBoolean()) {
                    levers.settings.put(setting, "before");
                }
            }
            Map<Setting, String> before = new HashMap<>(levers.settings);
            List<Long> ids = new ArrayList<>();
            Map<Long, Map.Entry<Setting, String>> inForce = new HashMap<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                Setting setting = all.get(random.nextInt(all.size()));
                long id = board.inject(setting(setting, "value " + i));
                ids.add(id);
                inForce.put(id, Map.entry(setting, "value " + i));
            }
            Collections.shuffle(ids, random);
            for (long id : ids) {
                board.undo(id);
                inForce.remove(id);
                for (Setting setting : all) {
                    Optional<String> youngest = inForce.entrySet().stream()
                            .filter(e -> e.getValue().getKey().equals(setting))
                            .max(Map.Entry.comparingByKey()).map(e -> e.getValue().getValue());
                    assertEquals(youngest.or(() -> Optional.ofNullable(before.get(setting))), levers.read(setting),
                            "round " + round);
                }
            }
            assertEquals(before, levers.settings, "round " + round);
        }
    }

    @Test
    void connectionsAreTakenAgainWhenTheLastThatRefusesEnds() {
        long a = board.inject(new RefuseFault(label("a"), Trigger.NOW, 1));
        long b = board.inject(new RefuseFault(label("b"), Trigger.NOW, 1));
        board.undo(a);
        assertTrue(levers.refusing.contains(1));
        board.undo(b);
        assertFalse(levers.refusing.contains(1));
    }

    @Test
    void clientFaultsLieOverEachOtherTheYoungestOnTop() {
        long a = board.inject(overlay("max.block.ms", "1", "x"));
        board.inject(overlay("max.block.ms", "2", "y"));
        assertEquals(new ClientOverlay(Map.of("max.block.ms", "2"), Optional.of("y"), false), board.overlay());
        board.undo(a);
        assertEquals("y", overlays.getLast().topic().orElseThrow());
        board.healAll(_ -> {
        });
        assertEquals(ClientOverlay.NONE, overlays.getLast());
    }

    @Test
    void healingUndoesEverythingAndStartsTheControllerFirst() {
        levers.settings.put(MIN_INSYNC, "2");
        board.inject(Frames.requests("hold", Trigger.NOW, new Action.Hold()));
        board.inject(setting(MIN_INSYNC, "3"));
        board.inject(setting(MIN_INSYNC, "1"));
        board.inject(new RefuseFault(label("refuse"), Trigger.NOW, 3));
        board.inject(lever(Lever.KILL, 1, Trigger.lasting(90_000)));
        board.inject(new DiskFault(label("disk"), Trigger.NOW, 2, "orders"));
        board.inject(lever(Lever.KILL, FakeLevers.CONTROLLER, Trigger.NOW));
        levers.done.clear();
        levers.ailments.addAll(List.of("broker 1 is not up", "2 partitions miss replicas in sync"));
        List<String> progress = new ArrayList<>();
        long began = clock.ms();

        board.healAll(progress::add);

        assertEquals(List.of("RESTART 100", "repair disk 2", "RESTART 1"), levers.done.subList(0, 3));
        assertEquals("elect", levers.done.getLast());
        assertEquals(Map.of(MIN_INSYNC, "2"), levers.settings);
        assertEquals(List.of(), board.active());
        assertTrue(board.idle());
        assertTrue(levers.refusing.isEmpty() && levers.down.isEmpty() && levers.failedDisks.isEmpty());
        assertTrue(progress.contains("waiting: broker 1 is not up"), progress.toString());
        assertEquals(new FaultEvent.AllHealed(clock.ms() - began, clock.ms()), events.getLast());
        assertEquals(7, ends().size());
        clock.pass(100_000);
        assertEquals(7, ends().size(), "no timer is left");
    }

    @Test
    void healingBringsBackWhatWasTakenDownBesideTheBoard() {
        levers.paused.add(1);
        levers.down.add(3);
        board.healAll(_ -> {
        });
        assertEquals(List.of("RESTART 3", "RESUME 1", "elect"), levers.done);
    }

    @Test
    void healingTriesAgainWhatTheClusterRefusesAtFirst() {
        board.inject(setting(MIN_INSYNC, "3"));
        levers.failures = 4;
        board.healAll(_ -> {
        });
        assertEquals(Map.of(), levers.settings);
    }

    @Test
    void healingHasNothingToRestoreOnATopicThatIsGone() {
        board.inject(setting(MIN_INSYNC, "3"));
        levers.gone.add(MIN_INSYNC);
        long began = clock.ms();
        board.healAll(_ -> {
        });
        assertEquals(List.of(), board.active());
        assertEquals(began, clock.ms(), "it did not wait for it");
    }

    @Test
    void healingGoesOnPastWhatCannotBeUndoneAndSaysSoAtTheEnd() {
        Setting quota = new Setting.ProducerQuota("");
        board.inject(setting(MIN_INSYNC, "3"));
        board.inject(setting(quota, "1000"));
        levers.stuck.add(quota);
        board.inject(new RefuseFault(label("refuse"), Trigger.NOW, 3));
        FaultException partly = assertThrows(FaultException.class, () -> board.healAll(_ -> {
        }));
        assertTrue(partly.getMessage().contains("undoing: set"), partly.getMessage());
        assertEquals(Map.of(quota, "1000"), levers.settings);
        assertEquals(1, board.active().size());
        assertEquals("elect", levers.done.getLast());
        assertFalse(events.stream().anyMatch(FaultEvent.AllHealed.class::isInstance));
        levers.stuck.clear();
        board.healAll(_ -> {
        });
        assertEquals(Map.of(), levers.settings);
    }

    @Test
    void healingGivesUpAfterAMinuteAndSaysWhatIsMissing() {
        levers.ailments.addAll(Collections.nCopies(1_000, "one partition misses a replica in sync"));
        FaultException late = assertThrows(FaultException.class, () -> board.healAll(_ -> {
        }));
        assertTrue(late.getMessage().contains("one partition misses a replica"), late.getMessage());
        assertFalse(events.stream().anyMatch(FaultEvent.AllHealed.class::isInstance));
    }

    @Test
    void healingCanBeInterrupted() {
        levers.ailments.addAll(Collections.nCopies(1_000, "something"));
        Thread.currentThread().interrupt();
        FaultException stopped = assertThrows(FaultException.class, () -> board.healAll(_ -> {
        }));
        assertTrue(Thread.interrupted(), "who interrupted it can see that it was");
        assertTrue(stopped.getMessage().contains("stopped"), stopped.getMessage());
    }

    @Test
    void closingLetsEverythingPass() {
        board.inject(Frames.requests("hold", Trigger.lasting(1_000), new Action.Hold()));
        board.close();
        clock.pass(2_000);
        assertTrue(board.idle());
        assertEquals(List.of(), ends());
    }
}
