package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FaultEvent;
import ackscope.core.wire.Interference.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;

class FaultCatalogueTest {
    static final FaultContext CONTEXT = new FaultContext("orders", List.of(1, 2, 3), 100, 2, List.of(2, 3, 1), 30_000,
            2);

    private final FaultCatalogue catalogue = new FaultCatalogue();

    private Fault build(String id, Map<String, String> values) {
        return catalogue.find(id).orElseThrow().build(CONTEXT, values, Trigger.NOW);
    }

    @Test
    void everyKindCanBeHadAsItIsOffered() {
        for (FaultKind kind : catalogue.kinds()) {
            assertFalse(kind.triggers().isEmpty(), kind.id());
            for (TriggerKind trigger : kind.triggers()) {
                Fault fault = kind.build(CONTEXT, Map.of(), trigger.build(Map.of()));
                assertEquals(kind.place(), fault.place(), kind.id());
                assertTrue(fault.label().title().startsWith(kind.title()), fault.label().title());
                assertEquals(kind.once(), fault.label().undo().isEmpty(), kind.id() + " says how it is undone");
            }
        }
    }

    @Test
    void everyKindSaysWhatItDoesAndWhatToExpectInSentences() {
        for (FaultKind kind : catalogue.kinds()) {
            for (String sentence : List.of(kind.does(), kind.expect())) {
                assertTrue(sentence.length() > 20 && sentence.endsWith("."), kind.id() + ": " + sentence);
            }
        }
    }

    @Test
    void idsAreUniqueAndEveryCauseAndPointHasKinds() {
        Set<String> ids = catalogue.kinds().stream().map(FaultKind::id).collect(Collectors.toSet());
        assertEquals(catalogue.kinds().size(), ids.size());
        for (FaultGroup group : FaultGroup.values()) {
            assertFalse(catalogue.in(group).isEmpty(), group.title());
        }
        for (FaultPoint point : FaultPoint.values()) {
            assertFalse(catalogue.at(point).isEmpty(), point.title());
        }
    }

    @Test
    void aBrokerIsTheLeaderAtFirst() {
        assertEquals(2, build("broker-kill", Map.of()).node());
        assertEquals(FakeLevers.CONTROLLER, build("controller-kill", Map.of()).node());
        assertEquals(Fault.NO_NODE, build("request-delay", Map.of("broker", "all")).node());
    }

    @Test
    void wrongValuesAreRefusedInWords() {
        String low = assertThrows(FaultException.class, () -> build("request-delay", Map.of("ms", "0"))).getMessage();
        assertTrue(low.contains("from 1 to"), low);
        assertThrows(FaultException.class, () -> build("request-delay", Map.of("ms", "soon")));
        assertThrows(FaultException.class, () -> build("request-error", Map.of("error", "NO_SUCH_ERROR")));
        assertThrows(FaultException.class, () -> build("broker-kill", Map.of("broker", "7")));
        String same = assertThrows(FaultException.class,
                () -> build("replication-cut", Map.of("broker", "1", "follower", "1"))).getMessage();
        assertTrue(same.contains("different"), same);
        assertThrows(FaultException.class, () -> TriggerKind.CHANCE.build(Map.of("trigger-p", "NaN")));
    }

    @Test
    void theSlowPathIsSlowerThanTheDeliveryTimeoutInUse() {
        WireFault fault = (WireFault) build("client-slow-path", Map.of());
        assertTrue(fault.action() instanceof Action.Delay(long ms) && ms > CONTEXT.deliveryTimeoutMs());
        assertThrows(FaultException.class, () -> build("client-slow-path", Map.of("ms", "30000")));
    }

    @Test
    void aPartitionOfOneBrokerCutsBothWaysBetweenBrokersAndToTheController() {
        WireFault fault = (WireFault) build("partition-isolated", Map.of("broker", "2"));
        assertTrue(fault.paths().stream().anyMatch(p -> p.matches(Frames.fetch(2, 1, false))));
        assertTrue(fault.paths().stream().anyMatch(p -> p.matches(Frames.fetch(3, 2, true))));
        assertTrue(fault.paths().stream().anyMatch(p -> p.matches(Frames.controller(2, true))));
        assertFalse(fault.paths().stream().anyMatch(p -> p.matches(Frames.fetch(1, 3, true))));
        assertFalse(fault.paths().stream().anyMatch(p -> p.matches(Frames.produce(2))));
        assertFalse(fault.paths().stream().anyMatch(p -> p.matches(Frames.controller(1, true))));
    }

    @Test
    void theErrorsAreKafkasOwnAndThoseRetriedAreRetriable() {
        Set<String> seen = new HashSet<>();
        for (Parameter.Choice choice : ProduceErrors.choices()) {
            Errors error = Errors.valueOf(choice.value());
            assertTrue(seen.add(choice.value()), choice.value());
            if (choice.group().equals("retried")) {
                assertTrue(error.exception() instanceof RetriableException, choice.value());
            } else {
                assertFalse(error.exception() instanceof RetriableException, choice.value());
            }
        }
    }

    @Test
    void onlyClientFaultsAreDrawnInTheClient() {
        for (FaultKind kind : catalogue.kinds()) {
            Fault fault = kind.build(CONTEXT, Map.of(), Trigger.NOW);
            assertEquals(fault instanceof ClientFault, kind.place() == FaultEvent.Place.CLIENT, kind.id());
        }
    }
}
