package ackscope.core.fault;

import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.WirePath.Direction;
import ackscope.core.wire.Interference.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The faults on the way between a client and a broker: of requests before the append, of answers after it. */
final class ClientPathFaults {
    private ClientPathFaults() {
    }

    static List<FaultKind> all() {
        return List.of(delayRequest(), throttleRequest(), holdRequest(), swallowRequest(), resetRequest(),
                refuseRequest(), delayAnswer(), swallowAnswer(), resetAnswer(), replaceAnswer());
    }

    private static FaultKind delayRequest() {
        return kind(request("request-delay", FaultGroup.NETWORK, "delay the request",
                "Produce requests leave for the broker so much later than they came.",
                "Every send takes that much longer; past request.timeout.ms the client gives up and sends again while the"
                        + " first copy still arrives, and without idempotence both are in the log."),
                TriggerKind.COUNTED, v -> new Action.Delay(v.number(Params.MS)), v -> v.text(Params.MS) + " ms",
                Params.ms(500));
    }

    private static FaultKind throttleRequest() {
        return kind(request("request-throttle", FaultGroup.NETWORK, "throttle the request",
                "Bytes to the broker pass no faster than this.",
                "Requests queue up: latency grows with their size, then buffer.memory fills and send() blocks for"
                        + " max.block.ms at most."),
                TriggerKind.TIMED, v -> new Action.Throttle(v.number(Params.RATE)),
                v -> "to " + v.text(Params.RATE) + " bytes/s", Params.rate(200_000));
    }

    private static FaultKind holdRequest() {
        return kind(request("request-hold", FaultGroup.NETWORK, "hold the request",
                "Requests wait on the way until the fault ends, then go on in order.",
                "The client waits request.timeout.ms, then sends on a new connection, which waits too; records expire after"
                        + " delivery.timeout.ms, and copies that were held may still be appended when the fault ends."),
                TriggerKind.TIMED, _ -> new Action.Hold(), _ -> "");
    }

    private static FaultKind swallowRequest() {
        return kind(request("request-swallow", FaultGroup.NETWORK, "swallow the request",
                "The request vanishes, and everything behind it on its connection; the connection stays open.",
                "Nothing is appended. The client notices after request.timeout.ms and sends again; with acks=0 it has"
                        + " reported success already and the records are lost."),
                TriggerKind.COUNTED, _ -> new Action.Swallow(), _ -> "");
    }

    private static FaultKind resetRequest() {
        return kind(request("request-reset", FaultGroup.NETWORK, "reset before the append",
                "The request is dropped and its connection reset.",
                "The client sees the disconnect at once and retries after its backoff; this request was not appended, but"
                        + " others in flight on that connection may have been."),
                TriggerKind.COUNTED, _ -> new Action.Reset(), _ -> "");
    }

    private static FaultKind refuseRequest() {
        return kind(request("request-error", FaultGroup.BROKER, "answer with an error before the append",
                "The broker is not asked: the client gets this error for every partition of its request.",
                "Retriable errors are retried until retries or delivery.timeout.ms are used up, the others fail the record at"
                        + " once; nothing is appended. Requests with acks=0 pass, for they have no answer."),
                TriggerKind.COUNTED, v -> new Action.Answer(v.text(Params.ERROR)), v -> v.text(Params.ERROR),
                Params.error("NOT_LEADER_OR_FOLLOWER"));
    }

    private static FaultKind delayAnswer() {
        return kind(answer("answer-delay", FaultGroup.NETWORK, "delay the answer",
                "The records are appended, the acknowledgement comes so much later.",
                "Every send takes that much longer; past request.timeout.ms the client sends again what is in the log already,"
                        + " and only idempotence keeps it from being there twice."),
                TriggerKind.COUNTED, v -> new Action.Delay(v.number(Params.MS)), v -> v.text(Params.MS) + " ms",
                Params.ms(500));
    }

    private static FaultKind swallowAnswer() {
        return kind(answer("answer-swallow", FaultGroup.NETWORK, "swallow the answer",
                "The records are appended, and neither this answer nor a later one of that connection comes back.",
                "The client waits request.timeout.ms, closes the connection and sends again: duplicates without idempotence,"
                        + " none with it. With acks=0 there is no answer to swallow."),
                TriggerKind.COUNTED, _ -> new Action.Swallow(), _ -> "");
    }

    private static FaultKind resetAnswer() {
        return kind(answer("answer-reset", FaultGroup.NETWORK, "drop the answer and reset",
                "The records are appended, then the connection is reset in place of the acknowledgement.",
                "The client sends again at once: duplicates without idempotence, none with it; with retries=0 it reports"
                        + " NetworkException for records that are in the log. With acks=0 there is no answer to drop."),
                TriggerKind.COUNTED, _ -> new Action.Reset(), _ -> "");
    }

    private static FaultKind replaceAnswer() {
        return kind(answer("answer-error", FaultGroup.BROKER, "replace the answer by an error",
                "The records are appended, and the client is told this error instead of its acknowledgement.",
                "A retriable error makes it send again what is in the log already; any other fails the record although it was"
                        + " written. Requests with acks=0 have no answer to replace."),
                TriggerKind.COUNTED, v -> new Action.Answer(v.text(Params.ERROR)), v -> v.text(Params.ERROR),
                Params.error("REQUEST_TIMED_OUT"));
    }

    private static FaultKind.Entry request(String id, FaultGroup group, String title, String does, String expect) {
        return new FaultKind.Entry(id, group, Optional.of(FaultPoint.BEFORE_APPEND), Place.REQUEST, title, does,
                expect);
    }

    private static FaultKind.Entry answer(String id, FaultGroup group, String title, String does, String expect) {
        return new FaultKind.Entry(id, group, Optional.of(FaultPoint.AFTER_APPEND), Place.ANSWER, title, does,
                expect);
    }

    private static FaultKind kind(FaultKind.Entry entry, Set<TriggerKind> triggers, Function<Values, Action> action,
            Function<Values, String> detail, Parameter... own) {
        Direction direction = entry.place() == Place.REQUEST ? Direction.REQUEST : Direction.ANSWER;
        return new FaultKind(entry, triggers,
                context -> Params.list(own, Params.brokerOrAll(context), Params.scope()),
                (_, values, trigger, kind) -> {
                    int broker = values.node(Params.BROKER);
                    Action does = action.apply(values);
                    return new WireFault(
                            kind.label(detail.apply(values), Params.brokerWords(values), trigger, WireWords.undo(does)),
                            trigger, entry.place(), broker,
                            List.of(WirePath.client(broker, direction, Params.scope(values))), does);
                });
    }
}
