package ackscope.core.fault;

import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Setting;
import java.util.List;
import java.util.Optional;

/** A cluster that is not the lab's own: nothing is done to it, only to the producer that sends to it. */
final class NoLevers implements Levers {
    private static FaultException hands() {
        return new FaultException(
                "Ackscope does nothing to a cluster that is not the lab's own: it has no levers and no"
                        + " proxies there. Faults of the producer itself can be set; for the others, start the lab's cluster.");
    }

    @Override
    public List<Integer> nodes() {
        return List.of();
    }

    @Override
    public String words(int node) {
        return "node " + node;
    }

    @Override
    public boolean running(int node) {
        return true;
    }

    @Override
    public boolean paused(int node) {
        return false;
    }

    @Override
    public void pull(Lever lever, int node) {
        throw hands();
    }

    @Override
    public void refuse(int broker, boolean on) {
        throw hands();
    }

    @Override
    public void requireWire() {
        throw hands();
    }

    @Override
    public void wireChanged() {
        // Nothing is held or swallowed.
    }

    @Override
    public Optional<String> read(Setting setting) {
        throw hands();
    }

    @Override
    public void write(Setting setting, Optional<String> value) {
        throw hands();
    }

    @Override
    public void failDisk(int broker, String topic) {
        throw hands();
    }

    @Override
    public void repairDisk(int broker) {
        throw hands();
    }

    @Override
    public void recreate(String topic) {
        throw hands();
    }

    @Override
    public void electPreferred() {
        // Leadership is its owner's.
    }

    @Override
    public Optional<String> ailment() {
        return Optional.empty();
    }
}
