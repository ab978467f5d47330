package ackscope.core.fault;

import ackscope.core.cluster.Lever;
import ackscope.core.event.FaultEvent.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults of a node's process, its ports and its disk. */
final class NodeFaults {
    private static final String START = "The node is started again with its data.";

    private NodeFaults() {
    }

    static List<FaultKind> all() {
        return List.of(kill(), stop(), pause(), resume(), restart(), refuse(), disk(), killController(),
                restartController());
    }

    private static FaultKind kill() {
        return broker("broker-kill", "kill a broker", "kill -9: nothing is handed over.",
                "Connections break at once; a new leader comes in about 3 s, and until then sends are retried. acks=0 loses what"
                        + " was on its way, acks=1 what the followers had not fetched.",
                TriggerKind.TIMED, Lever.KILL, START);
    }

    private static FaultKind stop() {
        return broker("broker-stop", "stop a broker", "A graceful end: leadership is handed over first.",
                "A few retries with NotLeaderOrFollower within a second, nothing lost.", TriggerKind.TIMED, Lever.STOP,
                START);
    }

    private static FaultKind pause() {
        return broker("broker-pause", "pause a broker",
                "SIGSTOP: the process stands still and its connections stay open.",
                "Requests time out instead of failing at once; past 3 s another leader is elected. Resumed, the broker still"
                        + " answers what was sent to it before.",
                TriggerKind.TIMED, Lever.PAUSE, "The process goes on (SIGCONT).");
    }

    private static FaultKind resume() {
        return broker("broker-resume", "resume a broker", "SIGCONT: a paused process goes on.",
                "It takes up where it stood; if another leads now, it says so to clients and follows.",
                TriggerKind.AT_ONCE, Lever.RESUME, "");
    }

    private static FaultKind restart() {
        return broker("broker-restart", "restart a broker", "A graceful end if it runs, then a start with its data.",
                "A few retries when it hands over; it is in the ISR again 1 to 3 s after its start.",
                TriggerKind.AT_ONCE, Lever.RESTART, "");
    }

    private static FaultKind refuse() {
        FaultKind.Entry entry = entry("broker-refuse", FaultGroup.BROKER, Place.BROKER, "refuse connections",
                "Clients' connections to the broker are reset, and new ones as soon as they are made; replication goes on.",
                "The client sees it at once, keeps its records and tries again with growing pauses until delivery.timeout.ms;"
                        + " the broker stays leader, for the cluster sees nothing wrong.");
        return new FaultKind(entry, TriggerKind.TIMED, context -> List.of(Params.broker(context)),
                (_, values, trigger, kind) -> new RefuseFault(
                        kind.label("", Params.brokerWords(values), trigger, "Connections are taken again."), trigger,
                        values.node(Params.BROKER)));
    }

    private static FaultKind disk() {
        FaultKind.Entry entry = entry("broker-disk", FaultGroup.RESOURCE, Place.BROKER, "make a log directory fail",
                "The broker's log directory with the topic's partitions is taken away while it runs.",
                "Within a second the broker gives up its replicas there and other leaders take over; sends are retried with"
                        + " KafkaStorageException or NotLeaderOrFollower. The broker lives on with its other directory.");
        return new FaultKind(entry, TriggerKind.TIMED,
                context -> List.of(Params.broker(context), Params.topic(context)),
                (_, values, trigger, kind) -> new DiskFault(
                        kind.label("", Params.brokerWords(values), trigger,
                                "The directory is put back and the broker restarted."),
                        trigger, values.node(Params.BROKER), values.text(Params.TOPIC)));
    }

    private static FaultKind killController() {
        return controller("controller-kill", "kill the controller", "kill -9 of the one controller.",
                "Sending goes on. No leader can be elected, no ISR changed and no topic made until it is back.",
                TriggerKind.TIMED, Lever.KILL, START);
    }

    private static FaultKind restartController() {
        return controller("controller-restart", "restart the controller", "A graceful end, then a start with its data.",
                "Sending goes on; changes wait for 1 to 3 s.", TriggerKind.AT_ONCE, Lever.RESTART, "");
    }

    private static FaultKind broker(String id, String title, String does, String expect, Set<TriggerKind> triggers,
            Lever lever, String undo) {
        FaultKind.Entry entry = entry(id, FaultGroup.BROKER, Place.BROKER, title, does, expect);
        return new FaultKind(entry, triggers, context -> List.of(Params.broker(context)),
                (_, values, trigger, kind) -> new LeverFault(
                        kind.label("", Params.brokerWords(values), trigger, undo), trigger, Place.BROKER,
                        values.node(Params.BROKER), lever));
    }

    private static FaultKind controller(String id, String title, String does, String expect,
            Set<TriggerKind> triggers, Lever lever, String undo) {
        FaultKind.Entry entry = entry(id, FaultGroup.BROKER, Place.CONTROLLER, title, does, expect);
        return new FaultKind(entry, triggers, _ -> List.of(),
                (context, _, trigger, kind) -> new LeverFault(kind.label("", "", trigger, undo), trigger,
                        Place.CONTROLLER, context.controller(), lever));
    }

    private static FaultKind.Entry entry(String id, FaultGroup group, Place place, String title, String does,
            String expect) {
        return new FaultKind.Entry(id, group, Optional.empty(), place, title, does, expect);
    }
}
