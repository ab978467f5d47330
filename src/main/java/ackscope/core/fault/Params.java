package ackscope.core.fault;

import ackscope.core.fault.Parameter.Choice;
import ackscope.core.fault.WirePath.Direction;
import ackscope.core.fault.WirePath.Scope;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parameters that more than one kind of fault has. */
final class Params {
    static final String BROKER = "broker";
    static final String FOLLOWER = "follower";
    static final String SCOPE = "scope";
    static final String DIRECTION = "direction";
    static final String MS = "ms";
    static final String RATE = "bytes-per-second";
    static final String ERROR = "error";
    static final String TOPIC = "topic";
    static final String BYTES = "bytes";

    private static final long HOUR_MS = 3_600_000;

    private Params() {
    }

    /** A kind's own parameters, then those that it shares. */
    static List<Parameter> list(Parameter[] own, Parameter... shared) {
        return Stream.of(own, shared).flatMap(Stream::of).toList();
    }

    static Parameter brokerOrAll(FaultContext context) {
        // Each partition may have another leader, so a fault of one broker may miss the records that one looks at.
        return Parameter.choice(BROKER, "Broker", FaultContext.ALL, context.brokerChoices(true));
    }

    static Parameter broker(FaultContext context) {
        return Parameter.choice(BROKER, "Broker", context.firstBroker(), context.brokerChoices(false));
    }

    static Parameter leader(FaultContext context) {
        return Parameter.choice(BROKER, "Leader", context.firstBroker(), context.brokerChoices(true));
    }

    static Parameter follower(FaultContext context) {
        return Parameter.choice(FOLLOWER, "Follower", FaultContext.ALL, context.brokerChoices(true));
    }

    static Parameter scope() {
        return Parameter.choice(SCOPE, "What", name(Scope.PRODUCE_ONLY),
                List.of(new Choice(name(Scope.PRODUCE_ONLY), "produce requests only", ""),
                        new Choice(name(Scope.WHOLE_CONNECTION), "the whole connection, metadata too", "")));
    }

    static Scope scope(Values values) {
        return Scope.valueOf(constant(values.text(SCOPE)));
    }

    static Parameter direction(Direction initial) {
        return Parameter.choice(DIRECTION, "Direction", name(initial),
                List.of(new Choice(name(Direction.ANSWER), "leader to follower (the records)", ""),
                        new Choice(name(Direction.REQUEST), "follower to leader (the fetches)", ""),
                        new Choice(name(Direction.BOTH), "both", "")));
    }

    static Direction direction(Values values) {
        return Direction.valueOf(constant(values.text(DIRECTION)));
    }

    static Parameter ms(long initial) {
        return Parameter.number(MS, "Delay", "ms", initial, 1, HOUR_MS);
    }

    static Parameter rate(long initial) {
        return Parameter.number(RATE, "Rate", "bytes/s", initial, 1, 1_000_000_000);
    }

    static Parameter error(String initial) {
        return Parameter.choice(ERROR, "Error", initial, ProduceErrors.choices());
    }

    static Parameter topic(FaultContext context) {
        return Parameter.text(TOPIC, "Topic", context.topic());
    }

    /** "broker 2" or "all brokers". */
    static String brokerWords(Values values) {
        return values.node(BROKER) == Fault.NO_NODE ? "all brokers" : "broker " + values.text(BROKER);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
