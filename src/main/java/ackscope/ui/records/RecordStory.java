package ackscope.ui.records;

import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.send.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tells everything that is known of one record; may block, so it is asked off the FX thread. */
@FunctionalInterface
public interface RecordStory {

    /**
     * One record's way through the client.
     *
     * @param lives      the batches that carried it, a split one before its parts, oldest first
     * @param watched    whether a wire is watched; if not, {@code lives} is empty whatever happened
     * @param sentMs     when {@code send()} was called, ms since the epoch
     * @param blockedMs  how long {@code send()} kept its caller (max.block.ms limits it), so far
     * @param batchMs    when its batch was begun, ms since the epoch: the delivery budget runs from then. Empty as long as it is in no
     *                   batch, and for good if {@code send()} failed
     * @param outcome    what the producer reported
     * @param error      the exception's simple class name, "" for none
     * @param thrown     whether {@code send()} threw it: then there was no callback
     * @param reportMs   from the call of {@code send()} to the report
     * @param tries      what the wire knows of it now
     * @param deliveryTimeoutMs the budget of the producer that sent it
     */
    record Story(List<BatchLife> lives, boolean watched, long sentMs, int blockedMs, OptionalLong batchMs,
            Outcome outcome, String error, boolean thrown, OptionalInt reportMs, Tries tries, long deliveryTimeoutMs) {
        public Story {
            lives = List.copyOf(lives);
        }
    }

    /**
     * The story as it is now; empty if nothing is known of the record any more.
     *
     * @param partition -1 if not known
     */
    Optional<Story> story(RecordId id, String topic, int partition);
}
