package ackscope.core.fault;

import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.send.Witness;
import ackscope.core.wire.AttemptBook;
import ackscope.core.wire.WireSums;

/** Tells the engine of a stand what passed the lab's proxies, as the app does. */
record BookWitness(AttemptBook attempts) implements Witness {

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
