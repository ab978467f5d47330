package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.fault.ActiveFault;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.Trigger;
import ackscope.core.scenario.Step.After;
import ackscope.core.scenario.Step.Until;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetFaultsTest {
    private static final String KIND = "client-max-request";
    private static final FaultContext CONTEXT = new FaultContext("t", List.of(1, 2, 3), 100, 1, List.of(1, 2, 3),
            120_000, 1);

    private final FaultBoard board = FaultBoard.clientsOnly(_ -> {
    }, _ -> {
    });
    private final SetFaults faults = new SetFaults(board);

    @BeforeEach
    void threeOfAKindAreInForce() {
        List.of("50", "60", "70").forEach(bytes -> {
            Map<String, String> values = Map.of("bytes", bytes);
            Fault fault = new FaultCatalogue().find(KIND).orElseThrow().build(CONTEXT, values, Trigger.NOW);
            faults.set(new Step.Break(After.NOTHING, KIND, values, Trigger.NOW, Until.NOTHING), fault);
        });
    }

    @AfterEach
    void close() {
        board.close();
    }

    private List<Long> inForce() {
        return board.active().stream().map(ActiveFault::id).toList();
    }

    @Test
    void eachIsEndedByTheStepThatMeansIt() {
        List<Long> ids = inForce();
        assertEquals(3, ids.size());
        faults.undo(new Step.Undo(After.NOTHING, KIND, 2));
        assertEquals(List.of(ids.get(0), ids.get(2)), inForce());
        faults.undo(new Step.Undo(After.NOTHING, KIND, 3));
        assertEquals(List.of(ids.get(0)), inForce());
    }

    @Test
    void oneThatIsOverAlreadyIsLeftAloneAndNoOtherEndsInItsPlace() {
        List<Long> ids = inForce();
        board.undo(ids.getFirst());
        faults.undo(new Step.Undo(After.NOTHING, KIND, 1));
        assertEquals(ids.subList(1, 3), inForce());
    }
}
