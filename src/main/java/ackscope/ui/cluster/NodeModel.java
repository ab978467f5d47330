package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.Lever;
import ackscope.ui.base.Figures;
import ackscope.ui.base.PartitionCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One node as it is shown: its state in few words and in full, what lever is at work, and why a lever cannot be pulled. */
final class NodeModel {
    /** More partitions than these are counted, not named. */
    private static final int NAMED = 24;

    private final int id;
    private final boolean controller;
    private final ReadOnlyObjectWrapper<NodeState> state = new ReadOnlyObjectWrapper<>(this, "state",
            NodeState.STARTING);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper(this, "since", "");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper(this, "log", "");
    private final ReadOnlyObjectWrapper<Optional<Lever>> busy = new ReadOnlyObjectWrapper<>(this, "busy",
            Optional.empty());
    private final Map<Lever, ReadOnlyStringWrapper> problems = new EnumMap<>(Lever.class);
    private long busySinceMs;

    NodeModel(Node node) {
        id = node.id();
        controller = node.controller();
        for (Lever lever : Lever.values()) {
            problems.put(lever, new ReadOnlyStringWrapper(this, "problem of " + lever, ""));
        }
    }

    int id() {
        return id;
    }

    boolean controller() {
        return controller;
    }

    /** "Broker 2", "Controller". */
    String name() {
        return controller ? "Controller" : "Broker " + id;
    }

    /** What its menu is called in a test: {@code broker-2}, {@code controller}. */
    String slug() {
        return controller ? "controller" : "broker-" + id;
    }

    /** The levers that it has. */
    List<Lever> levers() {
        return controller ? List.of(Lever.KILL, Lever.RESTART) : List.of(Lever.values());
    }

    ReadOnlyObjectProperty<NodeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** "leads 2", "dead", "restarting". */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** For how long, where that matters: "12.6 s"; "" while it is up. */
    ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** The same in a sentence or two. */
    ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** Its log file, "" for none. */
    ReadOnlyStringProperty logProperty() {
        return log.getReadOnlyProperty();
    }

    /** The lever at work on it. */
    ReadOnlyObjectProperty<Optional<Lever>> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why a lever cannot be pulled, "" when it can. */
    ReadOnlyStringProperty problem(Lever lever) {
        return problems.get(lever).getReadOnlyProperty();
    }

    void problem(Lever lever, String why) {
        problems.get(lever).set(why);
    }

    void begin(Lever lever) {
        busy.set(Optional.of(lever));
        busySinceMs = Long.MAX_VALUE;
        words.set(doing(lever));
        since.set("");
    }

    void end() {
        busy.set(Optional.empty());
    }

    /** Takes what was seen of it; tells whether it came into another state. */
    boolean receive(Node node, ClusterView view, PartitionCounts counts, long nowMs) {
        boolean changed = state.get() != node.state();
        state.set(node.state());
        address.set(node.address());
        log.set(node.logFile());
        int leads = counts.led(id).size();
        busySinceMs = Math.min(busySinceMs, nowMs);
        long heldMs = Math.max(0, nowMs - (busy.get().isPresent() ? busySinceMs : node.sinceMs()));
        since.set(busy.get().isEmpty() && node.state() == NodeState.UP ? "" : Figures.span(heldMs));
        words.set(busy.get().map(NodeModel::doing).orElseGet(() -> switch (node.state()) {
            case UP -> controller || leads == 0
                    ? "up"
                    : leads == counts.size() ? "leader" : "leads " + leads;
            case STARTING -> "starting";
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
            case DEAD -> "dead";
            case UNKNOWN -> "out";
        }));
        detail.set(name() + (node.address().isEmpty() ? "" : " at " + node.address()) + ": "
                + inFull(node.state(), Figures.span(Math.max(0, nowMs - node.sinceMs()))) + role(view, counts));
        return changed;
    }

    private static String doing(Lever lever) {
        return switch (lever) {
            case KILL -> "killing";
            case STOP -> "stopping";
            case PAUSE -> "pausing";
            case RESUME -> "resuming";
            case RESTART -> "restarting";
        };
    }

    private static String inFull(NodeState state, String since) {
        return switch (state) {
            case UP -> "up for " + since + ".";
            case STARTING -> "starting for " + since + ".";
            case PAUSED -> "paused " + since + " ago; its process stands still, its connections are open.";
            case STOPPED -> "stopped " + since + " ago.";
            case DEAD -> "dead for " + since + ".";
            case UNKNOWN -> "for " + since + " it has not answered, or the controller has not counted it in.";
        };
    }

    private String role(ClusterView view, PartitionCounts counts) {
        if (controller) {
            return " It elects leaders and makes topics; records do not pass through it.";
        }
        if (view.partitions().isEmpty()) {
            return "";
        }
        List<Integer> led = counts.led(id);
        String leads = led.size() > NAMED
                ? Figures.count(led.size()) + " partitions"
                : led.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "\n" + view.topic() + ": " + (leads.isEmpty() ? "leads no partition" : "leads " + leads)
                + String.format(Locale.ROOT, "; in sync with %d of its %d replicas%s.", counts.inSync(id),
                        counts.replicas(id),
                        view.staleMs() > 0 ? ", as of " + Figures.span(view.staleMs()) + " ago" : "");
    }
}
