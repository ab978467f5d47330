package ackscope.core.audit;

import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.core.send.Run;
import java.util.List;

/**
 * What is audited, and what may explain what is found.
 *
 * @param provisional whether the run goes on, so that nothing is called lost
 * @param obstacles   why nothing can be proven although the run is over, in words: faults that could not be healed, say; then nothing is
 *                    called lost either
 * @param untilMs     when the run was over, ms since the epoch; what happened later explains nothing
 * @param happenings  of the run
 */
public record AuditSubject(Run run, boolean provisional, List<String> obstacles, long untilMs,
        List<Happening> happenings, Lives lives) {
    public AuditSubject {
        obstacles = List.copyOf(obstacles);
        happenings = List.copyOf(happenings);
    }

    /** Whether nothing that is not found can be called lost. */
    boolean unproven() {
        return provisional || !obstacles.isEmpty();
    }

    /** Finds the batches that held a record, with every try. */
    public interface Lives {
        /** No wire is watched. */
        Lives NONE = (_, _, _) -> List.of();

        List<BatchLife> of(RecordId id, String topic, int partition);
    }
}
