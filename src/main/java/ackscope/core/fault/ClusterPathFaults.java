package ackscope.core.fault;

import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.WirePath.Direction;
import ackscope.core.fault.WirePath.Scope;
import ackscope.core.wire.Interference.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The faults between brokers, between a broker and the controller, and the network partitions that are made of several cuts. */
final class ClusterPathFaults {

    private ClusterPathFaults() {
    }

    static List<FaultKind> partitions() {
        return List.of(clientPartition(), brokerPartition(), isolation());
    }

    static List<FaultKind> links() {
        return List.of(stallReplication(), delayReplication(), cutReplication(), controllerLink(), delayController());
    }

    private static FaultKind stallReplication() {
        return replication("replication-stall", "stall replication",
                "Fetches or the records that answer them wait between leader and follower; connections stay open.",
                "acks=1 is acknowledged as always, and is lost if the leader dies now; acks=all waits until the follower"
                        + " leaves the ISR (4 s in the lab), then for min.insync.replicas.",
                Direction.ANSWER, TriggerKind.TIMED, _ -> new Action.Hold(), _ -> "");
    }

    private static FaultKind delayReplication() {
        return replication("replication-delay", "delay replication",
                "Every fetch between leader and follower takes so much longer.",
                "acks=all takes that much longer, acks=1 does not; past replica.lag.time.max.ms (4 s in the lab) the follower"
                        + " leaves the ISR.",
                Direction.ANSWER, TriggerKind.COUNTED, v -> new Action.Delay(v.number(Params.MS)),
                v -> v.text(Params.MS) + " ms",
                Params.ms(300));
    }

    private static FaultKind cutReplication() {
        return replication("replication-cut", "cut replication",
                "Connections between leader and follower are reset whenever something passes.",
                "The follower reconnects in vain. Once a record is written that it lacks, it leaves the ISR after 4 s; acks=all"
                        + " waits for that, then goes on without it if min.insync.replicas allows.",
                Direction.BOTH, TriggerKind.COUNTED, _ -> new Action.Reset(), _ -> "");
    }

    private static FaultKind controllerLink() {
        return whole("controller-cut", Place.CONTROLLER, "cut a broker off from the controller",
                "Nothing passes between the broker and the controller.",
                "After 3 s the controller counts the broker out and elects other leaders, while the old one still takes acks=1"
                        + " records from clients that have not heard of it: those are acknowledged and lost.",
                broker -> List.of(WirePath.controller(broker)));
    }

    private static FaultKind delayController() {
        FaultKind.Entry entry = new FaultKind.Entry("controller-delay", FaultGroup.NETWORK, Optional.empty(),
                Place.CONTROLLER, "delay the way to the controller",
                "Heartbeats, elections and changes of the ISR take so much longer.",
                "Sending goes on; a failover takes longer, and past 3 s the controller counts the broker out.");
        return new FaultKind(entry, TriggerKind.COUNTED,
                context -> List.of(Params.ms(500), Params.brokerOrAll(context)), (_, values, trigger, kind) -> {
                    int broker = values.node(Params.BROKER);
                    Action delay = new Action.Delay(values.number(Params.MS));
                    return new WireFault(kind.label(values.text(Params.MS) + " ms", Params.brokerWords(values), trigger,
                            WireWords.undo(delay)), trigger, entry.place(), broker,
                            List.of(WirePath.controller(broker)), delay);
                });
    }

    private static FaultKind clientPartition() {
        return whole("partition-client", Place.REQUEST, "partition: clients | broker",
                "Nothing passes between clients and the broker, which is well and stays leader.",
                "Requests time out after request.timeout.ms and are sent again until delivery.timeout.ms: no new leader comes"
                        + " to help. When it heals, copies that were under way may still be appended.",
                broker -> List.of(WirePath.client(broker, Direction.BOTH, Scope.WHOLE_CONNECTION)));
    }

    private static FaultKind brokerPartition() {
        return whole("partition-broker", Place.REPLICATION, "partition: broker | the other brokers",
                "Nothing passes between the broker and the other brokers; clients and the controller still reach it.",
                "It stays leader. Once a record is written, its followers leave the ISR after 4 s: then acks=all fails with"
                        + " NotEnoughReplicas if min.insync.replicas is over 1, and acks=1 goes on with one copy.",
                ClusterPathFaults::replicationOf);
    }

    private static FaultKind isolation() {
        return whole("partition-isolated", Place.REPLICATION,
                "partition: broker | the others with the controller",
                "Nothing passes between the broker and the rest of the cluster; clients still reach both sides.",
                "After 3 s the rest elects new leaders. Until clients hear of them the old leader takes acks=1 records that are"
                        + " acknowledged and then lost; acks=all waits and is sent again to the new leader.",
                broker -> {
                    List<WirePath> peers = replicationOf(broker);
                    return List.of(peers.getFirst(), peers.getLast(), WirePath.controller(broker));
                });
    }

    private static List<WirePath> replicationOf(int broker) {
        return List.of(WirePath.replication(broker, Fault.NO_NODE, Direction.BOTH),
                WirePath.replication(Fault.NO_NODE, broker, Direction.BOTH));
    }

    private static FaultKind whole(String id, Place place, String title, String does,
            String expect, Function<Integer, List<WirePath>> paths) {
        FaultKind.Entry entry = new FaultKind.Entry(id, FaultGroup.NETWORK, Optional.empty(), place, title, does,
                expect);
        return new FaultKind(entry, TriggerKind.TIMED, context -> List.of(Params.broker(context)),
                (_, values, trigger, kind) -> {
                    int broker = values.node(Params.BROKER);
                    Action hold = new Action.Hold();
                    return new WireFault(
                            kind.label("", Params.brokerWords(values), trigger, WireWords.undo(hold)), trigger,
                            place, broker, paths.apply(broker), hold);
                });
    }

    private static FaultKind replication(String id, String title, String does, String expect,
            Direction initial, Set<TriggerKind> triggers, Function<Values, Action> action,
            Function<Values, String> detail,
            Parameter... own) {
        FaultKind.Entry entry = new FaultKind.Entry(id, FaultGroup.NETWORK, Optional.of(FaultPoint.BETWEEN_REPLICAS),
                Place.REPLICATION, title, does, expect);
        return new FaultKind(entry, triggers,
                context -> Params.list(own, Params.leader(context), Params.follower(context),
                        Params.direction(initial)),
                (_, values, trigger, kind) -> {
                    int leader = values.node(Params.BROKER);
                    int follower = values.node(Params.FOLLOWER);
                    if (leader == follower && leader != Fault.NO_NODE) {
                        throw new FaultException("Leader and follower are the same broker, and it does not fetch from"
                                + " itself. Choose two different ones.");
                    }
                    Action what = action.apply(values);
                    return new WireFault(kind.label(detail.apply(values), pair(leader, follower), trigger,
                            WireWords.undo(what)), trigger, entry.place(), leader,
                            List.of(WirePath.replication(leader, follower, Params.direction(values))), what);
                });
    }

    private static String pair(int leader, int follower) {
        return (leader == Fault.NO_NODE ? "every leader" : "leader " + leader) + ", "
                + (follower == Fault.NO_NODE ? "every follower" : "follower " + follower);
    }
}
