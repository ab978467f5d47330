package ackscope.core.scenario;

import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultBoard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faults that a scenario has set so far, so that each ends with the step that means it. Blocks as the board does; for one thread. */
final class SetFaults {
    private final FaultBoard board;
    /** By kind, in the order of setting. */
    private final Map<String, List<Long>> ids = new HashMap<>();

    SetFaults(FaultBoard board) {
        this.board = board;
    }

    /** @param fault what the step comes to on this cluster */
    void set(Step.Break step, Fault fault) {
        ids.computeIfAbsent(step.fault(), _ -> new ArrayList<>()).add(board.inject(fault));
    }

    /** Ends the one that is meant; one that is over already is left alone. */
    void undo(Step.Undo step) {
        board.undo(ids.get(step.fault()).get(step.which() - 1));
    }
}
