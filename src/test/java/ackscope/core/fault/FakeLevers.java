package ackscope.core.fault;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A cluster of three brokers and a controller that does at once what it is told, and remembers it. */
final class FakeLevers implements Levers {
    static final int CONTROLLER = 100;

    final List<String> done = new ArrayList<>();
    final Map<Setting, String> settings = new HashMap<>();
    final Set<Integer> down = new HashSet<>();
    final Set<Integer> paused = new HashSet<>();
    final Set<Integer> refusing = new HashSet<>();
    final Set<Integer> failedDisks = new HashSet<>();
    final List<String> ailments = new ArrayList<>();
    int wireChanges;
    /** Whether the next write is told to have failed after it went through. */
    boolean nextWriteFailsAfterwards;
    /** What writing to them says that it is not there. */
    final Set<Setting> gone = new HashSet<>();
    final Set<Setting> stuck = new HashSet<>();
    int failures;
    int failuresAfterwards;

    private void does(String what) {
        if (failures > 0) {
            failures--;
            throw new ClusterException("the cluster does not want to");
        }
        done.add(what);
    }

    @Override
    public List<Integer> nodes() {
        return List.of(CONTROLLER, 3, 2, 1);
    }

    @Override
    public String words(int node) {
        return node == CONTROLLER ? "the controller" : "broker " + node;
    }

    @Override
    public boolean running(int node) {
        return !down.contains(node) && !paused.contains(node);
    }

    @Override
    public boolean paused(int node) {
        return paused.contains(node);
    }

    @Override
    public void pull(Lever lever, int node) {
        does(lever + " " + node);
        switch (lever) {
            case KILL, STOP -> {
                paused.remove(node);
                down.add(node);
            }
            case PAUSE -> paused.add(node);
            case RESUME -> paused.remove(node);
            case RESTART -> down.remove(node);
        }
    }

    @Override
    public void refuse(int broker, boolean on) {
        boolean _ = on ? refusing.add(broker) : refusing.remove(broker);
    }

    @Override
    public void wireChanged() {
        wireChanges++;
    }

    @Override
    public Optional<String> read(Setting setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    @Override
    public void write(Setting setting, Optional<String> value) {
        if (gone.contains(setting)) {
            throw new ClusterException("there is no such topic", new UnknownTopicOrPartitionException());
        }
        if (stuck.contains(setting)) {
            throw new ClusterException("the cluster does not want to.");
        }
        does("set " + setting);
        value.ifPresentOrElse(v -> settings.put(setting, v), () -> settings.remove(setting));
        if (nextWriteFailsAfterwards) {
            nextWriteFailsAfterwards = false;
            failures = failuresAfterwards;
            throw new ClusterException("the brokers do not tell so yet.");
        }
    }

    @Override
    public void failDisk(int broker, String topic) {
        does("fail disk " + broker);
        failedDisks.add(broker);
    }

    @Override
    public void repairDisk(int broker) {
        does("repair disk " + broker);
        failedDisks.remove(broker);
        down.remove(broker);
    }

    @Override
    public void recreate(String topic) {
        does("recreate " + topic);
    }

    @Override
    public void electPreferred() {
        does("elect");
    }

    @Override
    public Optional<String> ailment() {
        return ailments.isEmpty() ? Optional.empty() : Optional.of(ailments.removeFirst());
    }
}
