package ackscope.core.lab;

import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.send.Witness;
import ackscope.core.wire.AttemptBook;
import ackscope.core.wire.WireSums;

/** Lets the engine ask what passed the lab's proxies. */
public record LabWitness(AttemptBook attempts) implements Witness {

    @Override
    public boolean watched() {
        return true;
    }

    @Override
    public Tries tries(RecordId id, String topic, int partition, String clientId) {
        return attempts.tries(id, topic, partition, clientId);
    }

    @Override
    public WireSums sums(String clientId) {
        return attempts.sums(clientId);
    }
}
