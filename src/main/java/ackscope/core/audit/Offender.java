package ackscope.core.audit;

import ackscope.core.event.RecordId;
import java.util.List;

/**
 * One record that a verdict was passed on.
 *
 * @param record    who it is
 * @param partition where it was found, or said to be; -1 when neither is known
 * @param told      the offset that the producer was told, -1 for none
 * @param found     the offsets at which it was found, the first ones
 * @param sentMs    when {@code send()} was called, ms since the epoch
 * @param toldMs    when the report came, ms since the epoch; -1 for none
 * @param tries     produce requests with it that were seen on the wire; -1 when not known
 * @param faults    titles of the faults in force between its sending and the report
 * @param words     what the log shows, in a sentence
 */
public record Offender(Verdict verdict, RecordId record, String topic, int partition, long told, List<Long> found,
        long sentMs, long toldMs, int tries, List<String> faults, String words) {
    public Offender {
        found = List.copyOf(found);
        faults = List.copyOf(faults);
    }
}
