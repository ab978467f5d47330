package ackscope.core.fault;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import java.util.List;
import java.util.Optional;

/**
 * What faults do to the cluster beside its wires, and the undoing of it. One at a time; each blocks as its lever does and throws
 * {@link ClusterException} with words. What was set on a topic that is gone is gone with it, so that there is nothing left to undo.
 */
final class Deeds {
    private final Levers levers;

    Deeds(Levers levers) {
        this.levers = levers;
    }

    /** How it is before the fault acts: a setting's value, empty for none of its own, or a node's state. */
    Optional<String> before(Fault fault) {
        return switch (fault) {
            case SettingFault setting -> levers.read(setting.setting());
            case LeverFault lever -> Optional.of(state(lever.node()));
            case RefuseFault _,DiskFault _,TopicLossFault _,WireFault _,ClientFault _ -> Optional.empty();
        };
    }

    private String state(int node) {
        if (levers.paused(node)) {
            return "paused";
        }
        return levers.running(node) ? "running" : "down";
    }

    void perform(Fault fault) {
        switch (fault) {
            case LeverFault lever -> levers.pull(lever.lever(), lever.node());
            case RefuseFault refuse -> levers.refuse(refuse.node(), true);
            case DiskFault disk -> levers.failDisk(disk.node(), disk.topic());
            case TopicLossFault loss -> levers.recreate(loss.topic());
            case SettingFault setting -> levers.write(setting.setting(), Optional.of(setting.value()));
            case WireFault _,ClientFault _ -> throw new IllegalArgumentException("nothing to do to the cluster");
        }
    }

    /** Whether a fault whose deed failed half-way has left nothing behind. What may have been set after all is set back for it. */
    boolean tookBack(Placed failed) {
        return switch (failed.fault()) {
            case SettingFault setting -> putBack(setting, failed.previous());
            case LeverFault lever -> failed.previous().equals(Optional.of(state(lever.node())));
            // Nothing of theirs can fail after it was done: ports cannot, and a directory is moved back.
            case RefuseFault _,DiskFault _,TopicLossFault _,WireFault _,ClientFault _ -> true;
        };
    }

    private boolean putBack(SettingFault fault, Optional<String> previous) {
        try {
            levers.write(fault.setting(), previous);
            return levers.read(fault.setting()).equals(previous);
        } catch (ClusterException e) {
            return e.topicUnknown();
        }
    }

    /** Undoes what a fault did, as far as no other one in force wants it so. */
    void restore(Placed now, List<Placed> others) {
        switch (now.fault()) {
            case LeverFault lever -> raise(lever.node(), lever.lever() == Lever.PAUSE);
            case DiskFault disk -> levers.repairDisk(disk.node());
            case RefuseFault refuse -> {
                if (others.stream()
                        .noneMatch(p -> p.fault() instanceof RefuseFault other && other.node() == refuse.node())) {
                    levers.refuse(refuse.node(), false);
                }
            }
            case SettingFault setting -> restore(setting, now, others);
            case TopicLossFault _,WireFault _,ClientFault _ -> {
                // Nothing of theirs is left in the cluster.
            }
        }
    }

    private void restore(SettingFault setting, Placed now, List<Placed> others) {
        Optional<Placed> newer = others.stream()
                .filter(p -> p.id() > now.id() && p.fault() instanceof SettingFault other
                        && other.setting().equals(setting.setting()))
                .findFirst();
        if (newer.isPresent()) {
            newer.get().inherit(now.previous());
            return;
        }
        try {
            levers.write(setting.setting(), now.previous());
        } catch (ClusterException e) {
            if (!e.topicUnknown()) {
                throw e;
            }
        }
    }

    private void raise(int node, boolean pausedOnly) {
        if (levers.paused(node)) {
            levers.pull(Lever.RESUME, node);
        } else if (!pausedOnly && !levers.running(node)) {
            levers.pull(Lever.RESTART, node);
        }
    }
}
