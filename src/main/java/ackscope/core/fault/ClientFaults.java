package ackscope.core.fault;

import ackscope.core.cluster.LabCluster;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.WirePath.Direction;
import ackscope.core.fault.WirePath.Scope;
import ackscope.core.wire.Interference.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The faults of the client itself: a producer that is set up so that it must fail. */
final class ClientFaults {
    private static final String MAX_BLOCK = "max-block-ms";
    private static final String LONGS = "org.apache.kafka.common.serialization.LongSerializer";
    /** Below two batches of the client's default size nothing could be sent at all. */
    private static final long LEAST_BUFFER = 32_768;

    private ClientFaults() {
    }

    static List<FaultKind> all() {
        return List.of(password(), unknownTopic(), slowPath(), request(), buffer(), serializer("value"),
                serializer("key"));
    }

    private static FaultKind password() {
        return client("client-password", FaultGroup.CONFIGURATION, "log in with a wrong password",
                "A new producer is opened on the listener that wants a password (SASL/PLAIN), with a wrong one.",
                "SaslAuthenticationException within a second, not retried; nothing leaves the client.", _ -> List.of(),
                _ -> new ClientOverlay(
                        Map.of("sasl.jaas.config", LabCluster.clientLogin("not-the-password")), Optional.empty(),
                        true));
    }

    private static FaultKind unknownTopic() {
        return client("client-unknown-topic", FaultGroup.CONFIGURATION, "send to an unknown topic",
                "Records go to a topic that is not there.",
                "send() blocks for max.block.ms in search of metadata, then fails with TimeoutException; an unknown partition or"
                        + " no reachable broker looks just the same.",
                _ -> List.of(Parameter.text(Params.TOPIC, "Topic", "no-such-topic"), maxBlock(1_000)),
                values -> new ClientOverlay(Map.of("max.block.ms", values.text(MAX_BLOCK)),
                        Optional.of(values.text(Params.TOPIC)), false));
    }

    private static FaultKind slowPath() {
        FaultKind.Entry entry = entry("client-slow-path", FaultGroup.CONFIGURATION, Place.REQUEST,
                "delay past delivery.timeout.ms",
                "The way to the brokers takes longer than delivery.timeout.ms allows.",
                "Records are reported failed with TimeoutException and no cause, and are in the log nevertheless once their"
                        + " requests arrive.");
        return new FaultKind(entry, TriggerKind.COUNTED, context -> List.of(
                Parameter.number(Params.MS, "Delay", "ms", context.deliveryTimeoutMs() + 1_000,
                        context.deliveryTimeoutMs() + 1, context.deliveryTimeoutMs() + 3_600_000),
                Params.brokerOrAll(context)), (_, values, trigger, kind) -> {
                    int broker = values.node(Params.BROKER);
                    Action delay = new Action.Delay(values.number(Params.MS));
                    return new WireFault(kind.label(values.text(Params.MS) + " ms", Params.brokerWords(values), trigger,
                            WireWords.undo(delay)), trigger, Place.REQUEST, broker,
                            List.of(WirePath.client(broker, Direction.REQUEST, Scope.PRODUCE_ONLY)), delay);
                });
    }

    private static FaultKind request() {
        return client("client-max-request", FaultGroup.CONFIGURATION, "make max.request.size too small",
                "A new producer is opened that takes no record larger than this.",
                "RecordTooLargeException in the future at once; the record never leaves the client.",
                _ -> List.of(Parameter.number(Params.BYTES, "max.request.size", "bytes", 50, 1, Integer.MAX_VALUE)),
                values -> new ClientOverlay(Map.of("max.request.size", values.text(Params.BYTES)), Optional.empty(),
                        false));
    }

    private static FaultKind buffer() {
        return client("client-buffer", FaultGroup.RESOURCE, "make buffer.memory too small",
                "A new producer is opened with so little memory for records that are not sent yet.",
                "As soon as brokers are slower than the sender, send() blocks for max.block.ms and fails with"
                        + " BufferExhaustedException in the future. Hold requests or pause the leader to see it at once.",
                _ -> List.of(
                        Parameter.number(Params.BYTES, "buffer.memory", "bytes", 65_536, LEAST_BUFFER, 1L << 40),
                        maxBlock(500)),
                values -> new ClientOverlay(Map.of("buffer.memory", values.text(Params.BYTES), "max.block.ms",
                        values.text(MAX_BLOCK)), Optional.empty(), false));
    }

    private static FaultKind serializer(String part) {
        return client("client-" + part + "-serializer", FaultGroup.SERIALIZATION, "use the wrong " + part
                + " serializer",
                "A new producer is opened with LongSerializer for a " + part + " that is no long.",
                "SerializationException, thrown by send() itself: no callback, no retry, nothing leaves the client.",
                _ -> List.of(),
                _ -> new ClientOverlay(Map.of(part + ".serializer", LONGS), Optional.empty(), false));
    }

    private static Parameter maxBlock(long initial) {
        return Parameter.number(MAX_BLOCK, "max.block.ms", "ms", initial, 0, 3_600_000);
    }

    private static FaultKind client(String id, FaultGroup group, String title, String does, String expect,
            Function<FaultContext, List<Parameter>> parameters, Function<Values, ClientOverlay> overlay) {
        return new FaultKind(entry(id, group, Place.CLIENT, title, does, expect), TriggerKind.TIMED, parameters,
                (_, values, trigger, kind) -> new ClientFault(
                        kind.label("", "", trigger, "The producer is opened again without it."), trigger,
                        overlay.apply(values)));
    }

    private static FaultKind.Entry entry(String id, FaultGroup group, Place place, String title, String does,
            String expect) {
        return new FaultKind.Entry(id, group, Optional.empty(), place, title, does, expect);
    }
}
