package ackscope.core.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fault is set against: gives its parameters their choices and first values.
 *
 * @param topic             that records are sent to
 * @param brokers           their ids, in order
 * @param controller        its id
 * @param leader            of the topic's first partition, {@link Fault#NO_NODE} when unknown
 * @param replicas          of that partition
 * @param deliveryTimeoutMs {@code delivery.timeout.ms} in effect
 * @param minInsync         {@code min.insync.replicas} of the topic
 */
public record FaultContext(String topic, List<Integer> brokers, int controller, int leader, List<Integer> replicas,
        long deliveryTimeoutMs, int minInsync) {
    /** The value that stands for every broker. */
    public static final String ALL = "all";

    public FaultContext {
        brokers = List.copyOf(brokers);
        replicas = List.copyOf(replicas);
    }

    /** The broker that a fault concerns at first: the leader, else the first. */
    String firstBroker() {
        return Integer.toString(brokers.contains(leader) ? leader : brokers.getFirst());
    }

    List<Parameter.Choice> brokerChoices(boolean withAll) {
        List<Parameter.Choice> choices = new ArrayList<>();
        for (int id : brokers) {
            choices.add(new Parameter.Choice(Integer.toString(id),
                    "broker " + id + (id == leader ? " (leads " + topic + "-0)" : ""),
                    ""));
        }
        if (withAll) {
            choices.add(new Parameter.Choice(ALL, "all brokers", ""));
        }
        return choices;
    }
}
