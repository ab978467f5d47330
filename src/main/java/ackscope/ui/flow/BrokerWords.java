package ackscope.ui.flow;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.ui.base.Figures;
import ackscope.ui.base.PartitionCounts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a cluster's snapshot into the words of the broker station. Pure. */
final class BrokerWords {
    /** More brokers than this do not fit; those worth seeing first are kept. */
    static final int CARDS = 4;
    /** The role of the broker that leads the only partition. */
    static final String LEADER = "Leader";

    private final ClusterView view;
    private final PartitionCounts counts;
    private final Map<Integer, String> badges;
    private final FaultBadge fault;
    private final long nowMs;

    /**
     * @param counts of the view's partitions
     * @param badges the lever or fault that acts on a node, by node id
     * @param fault  what acts within the brokers, on none in particular
     */
    BrokerWords(ClusterView view, PartitionCounts counts, Map<Integer, String> badges, FaultBadge fault,
            long nowMs) {
        this.view = view;
        this.counts = counts;
        this.badges = badges;
        this.fault = fault;
        this.nowMs = nowMs;
    }

    BrokerState state() {
        List<Node> brokers = view.nodes().stream().filter(n -> !n.controller()).toList();
        List<Node> shown = brokers.size() <= CARDS
                ? brokers
                : brokers.stream()
                        .sorted(Comparator.comparingInt((Node n) -> n.state() == NodeState.UP ? 1 : 0)
                                .thenComparingInt(n -> -leads(n.id())))
                        .limit(CARDS).sorted(Comparator.comparingInt(Node::id)).toList();
        int hidden = brokers.size() - shown.size();
        String more = hidden > 0 ? " · " + Figures.counted(hidden, "more broker", "more brokers") : "";
        Footer footer = footer();
        return new BrokerState(topic(), shown.stream().map(this::card).toList(), footer.whole() + more,
                footer.brief() + (hidden > 0 ? " · +" + hidden : ""), stress(), fault);
    }

    private String topic() {
        int n = view.partitions().size();
        return view.topic().isEmpty() ? "" : n > 1 ? view.topic() + " · " + n + " partitions" : view.topic();
    }

    private BrokerCard card(Node node) {
        int leads = leads(node.id());
        long replicas = counts.replicas(node.id());
        long inSync = counts.inSync(node.id());
        boolean up = node.state() == NodeState.UP;
        String role = up ? role(leads, replicas) : down(node);
        Tone tone = up
                ? leads > 0 ? Tone.SENT : Tone.PLAIN
                : node.state() == NodeState.DEAD ? Tone.FAILED : Tone.RETRYING;
        return new BrokerCard(node.id(), role, tone, sync(replicas, inSync),
                replicas == 0 || view.staleMs() > 0 ? Tone.QUIET : inSync == replicas ? Tone.ACKED : Tone.FAILED,
                up && leads > 0,
                look(node.state()), badges.getOrDefault(node.id(), ""));
    }

    private String role(int leads, long replicas) {
        int n = view.partitions().size();
        if (n == 0) {
            return "up";
        }
        if (n > 1) {
            return "leads " + leads + " of " + n;
        }
        return leads > 0 ? LEADER : replicas > 0 ? "Follower" : "no replica";
    }

    private String down(Node node) {
        String word = switch (node.state()) {
            case STARTING -> "Starting";
            case PAUSED -> "Paused";
            case STOPPED -> "Stopped";
            case DEAD -> "Dead";
            case UP, UNKNOWN -> "Unknown";
        };
        return node.sinceMs() > 0 && nowMs > node.sinceMs() ? word + " " + since(nowMs - node.sinceMs()) : word;
    }

    /** Whole units: the card is narrow, and tenths would only flicker. */
    private static String since(long ms) {
        long s = ms / 1000;
        return s < 100 ? s + " s" : s < 6_000 ? s / 60 + " min" : s / 3600 + " h";
    }

    private String sync(long replicas, long inSync) {
        if (view.partitions().isEmpty()) {
            return "";
        }
        if (replicas == 0) {
            return view.partitions().size() > 1 ? "no replicas" : "";
        }
        return view.partitions().size() > 1
                ? "ISR " + inSync + " of " + replicas
                : inSync > 0 ? "in ISR" : "out of ISR";
    }

    private static BrokerCard.Look look(NodeState state) {
        return switch (state) {
            case UP -> BrokerCard.Look.UP;
            case DEAD -> BrokerCard.Look.DOWN;
            case STARTING, PAUSED, STOPPED, UNKNOWN -> BrokerCard.Look.HELD;
        };
    }

    /** The last line of the station, and the fewest words that say the same. */
    private record Footer(String whole, String brief) {
    }

    private Footer footer() {
        switch (view.phase()) {
            case STARTING, FAILED -> {
                return new Footer(view.progress(), view.progress());
            }
            case CLOSED -> {
                return new Footer("the cluster is closed", "closed");
            }
            case READY -> {
            }
        }
        if (view.topic().isEmpty()) {
            return new Footer("no topic is chosen", "no topic");
        }
        if (view.partitions().isEmpty()) {
            return new Footer("the topic is not there yet", "no topic yet");
        }
        if (view.staleMs() > 0) {
            return new Footer("no broker answers; as of " + since(view.staleMs()) + " ago",
                    since(view.staleMs()) + " old");
        }
        return view.partitions().size() == 1 ? one(view.partitions().getFirst()) : several();
    }

    private Footer one(Partition p) {
        if (leaderless() > 0) {
            return new Footer("no leader: nothing can be written", "no leader");
        }
        String isr = "ISR {" + p.isr().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + "}";
        return new Footer(isr + ": " + p.isr().size() + " of " + p.replicas().size() + " in sync", isr);
    }

    private Footer several() {
        int n = view.partitions().size();
        long leaderless = leaderless();
        long under = counts.under();
        if (leaderless > 0) {
            return new Footer(Figures.counted(leaderless, "partition has", "partitions have") + " no leader",
                    leaderless + " without leader");
        }
        boolean unnoticed = under == 0
                && view.nodes().stream().anyMatch(b -> !b.controller() && b.state() != NodeState.UP
                        && b.state() != NodeState.STARTING);
        if (unnoticed) {
            return new Footer("the controller has not noticed: all still count as in sync", "not noticed yet");
        }
        return under > 0
                ? new Footer(under + " of " + n + " partitions lack a replica in sync",
                        under + " of " + n + " lack one")
                : new Footer("all replicas of " + n + " partitions in sync", "all in sync");
    }

    private Stress stress() {
        boolean dead = view.nodes().stream().anyMatch(n -> !n.controller() && n.state() == NodeState.DEAD);
        if (view.phase() == ClusterView.Phase.FAILED || leaderless() > 0 || dead || view.staleMs() > 0) {
            return Stress.FAILING;
        }
        boolean held = view.phase() == ClusterView.Phase.READY && view.brokersUp() < view.brokers();
        return held || counts.under() > 0 ? Stress.STUCK : Stress.CALM;
    }

    private int leads(int node) {
        return counts.led(node).size();
    }

    /** Partitions that nobody leads: also those whose leader's process has ended, before any broker says so. */
    long leaderless() {
        return counts.led(-1).size()
                + view.nodes().stream().filter(n -> n.state() == NodeState.DEAD || n.state() == NodeState.STOPPED)
                        .mapToLong(n -> leads(n.id())).sum();
    }
}
