package ackscope.core.scenario;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.Parameter;
import ackscope.core.fault.Trigger;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.Workload;
import ackscope.core.settings.Keys;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the faults of a run that was kept bring about by construction, however the timing falls out when it is played again: a fault that
 * was in force before records were sent meets them again, one that came at some moment of a load that went as fast as it could may not.
 * Where it cannot be told, nothing is claimed. How many records it befalls is chance, so it is some of them.
 */
final class Surely {
    /** A fault must be in force for so long while records are sent, ms. */
    private static final long MEETS_MS = 100;
    /** One that goes through the controller takes its time to take hold, ms. */
    private static final long TAKES_HOLD_MS = 1_000;
    /** After so long without a heartbeat the lab's controller counts a broker out, with a margin, ms. */
    private static final long COUNTED_OUT_MS = 6_000;
    /** Until then a follower whose fetches stall stays in the ISR, with a margin, ms. */
    private static final long IN_ISR_MS = 3_000;
    /** Beyond delivery.timeout.ms, ms. */
    private static final long MARGIN_MS = 5_000;
    private static final String ALL = "all";

    private final RunRecord run;
    private final List<Asked> asked;
    private final List<Broken.Act> faults;
    private final Set<Quantity> made = EnumSet.noneOf(Quantity.class);
    private final Map<String, String> settings;
    private final boolean answered;
    private final boolean retries;
    private final boolean idempotent;

    private Surely(RunRecord run, List<Asked> asked, List<Broken.Act> faults) {
        this.run = run;
        this.asked = asked;
        this.faults = faults;
        settings = run.settings();
        answered = !settings.getOrDefault(Keys.ACKS, "").equals("0");
        retries = number(Keys.RETRIES, 1) > 0;
        idempotent = settings.getOrDefault(Keys.IDEMPOTENCE, "").equals("true");
    }

    /**
     * What they make.
     *
     * @param asked  what was sent, without the warm-up, in order
     * @param faults in order of time
     */
    static Set<Quantity> made(RunRecord run, List<Asked> asked, List<Broken.Act> faults) {
        Surely surely = new Surely(run, asked, faults);
        faults.forEach(surely::look);
        return surely.made;
    }

    private long number(String setting, long otherwise) {
        try {
            return Long.parseLong(settings.getOrDefault(setting, ""));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private void look(Broken.Act fault) {
        switch (fault.step().fault()) {
            case "request-reset", "request-swallow", "request-error" -> request(fault);
            case "answer-reset", "answer-swallow", "answer-error" -> answer(fault);
            case "request-delay", "answer-delay" -> delay(fault);
            case "request-hold", "partition-client", "broker-refuse" -> held(fault);
            case "broker-pause" -> {
                held(fault);
                otherLeader(fault, COUNTED_OUT_MS);
            }
            case "broker-kill", "broker-stop", "broker-restart", "broker-disk" -> {
                otherLeader(fault, 0);
                lost(fault);
            }
            case "controller-cut", "partition-isolated" -> otherLeader(fault, COUNTED_OUT_MS);
            case "client-slow-path", "topic-deny-write", "cluster-deny-write" -> failed(fault);
            case "client-password", "client-unknown-topic", "client-key-serializer", "client-value-serializer" ->
                failedFromTheFirst(fault);
            case "client-max-request", "topic-max-message" -> tooLarge(fault);
            case "topic-min-insync" -> tooFew(fault);
            default -> {
                // What comes of it depends on the moment, or on how fast the machine is.
            }
        }
    }

    private void request(Broken.Act fault) {
        if (meets(fault, MEETS_MS).isEmpty()) {
            return;
        }
        boolean error = fault.step().fault().equals("request-error");
        if (!answered) {
            // An error needs an answer, so such requests pass.
            add(!error, Quantity.LOST);
        } else if (error && failing(fault)) {
            made.add(Quantity.FAILED);
        } else if (!error || retriable(fault)) {
            made.add(retries ? Quantity.RETRIES : Quantity.FAILED);
        }
    }

    private void answer(Broken.Act fault) {
        if (!answered || meets(fault, MEETS_MS).isEmpty()) {
            return;
        }
        boolean error = fault.step().fault().equals("answer-error");
        if (retries && (!error || retriable(fault))) {
            made.add(Quantity.RETRIES);
            // What is sent again is in the log already.
            add(!idempotent, Quantity.DUPLICATED);
        } else if (!error || retriable(fault) || failing(fault)) {
            made.add(Quantity.FAILED);
            made.add(Quantity.WRITTEN_THOUGH_FAILED);
        }
    }

    private boolean retriable(Broken.Act fault) {
        String group = group(fault);
        return group.equals("retried") || (idempotent && group.startsWith("retried with idempotence"));
    }

    private boolean failing(Broken.Act fault) {
        return group(fault).startsWith("not retried");
    }

    /** What the catalogue says the client does with the error that was chosen. */
    private static String group(Broken.Act fault) {
        FaultContext any = new FaultContext("t", List.of(1, 2, 3), 100, 1, List.of(1, 2, 3), 120_000, 1);
        String error = fault.step().values().getOrDefault("error", "");
        return new FaultCatalogue().find(fault.step().fault()).stream().flatMap(k -> k.parameters(any).stream())
                .flatMap(p -> p.choices().stream()).filter(c -> c.value().equals(error))
                .map(Parameter.Choice::group).findFirst().orElse("");
    }

    private void delay(Broken.Act fault) {
        long ms = value(fault, "ms");
        if (!answered || meets(fault, MEETS_MS).isEmpty()) {
            return;
        }
        add(ms >= Quantity.SLOW_MS && ms < number(Keys.DELIVERY_TIMEOUT, 0), Quantity.SLOWEST);
        add(retries && ms > number(Keys.REQUEST_TIMEOUT, Long.MAX_VALUE) + Quantity.SLOW_MS, Quantity.RETRIES);
    }

    private void held(Broken.Act fault) {
        OptionalLong met = meets(fault, MEETS_MS);
        if (!answered || met.isEmpty()) {
            return;
        }
        long ms = fault.toMs() - met.getAsLong();
        long patience = number(Keys.DELIVERY_TIMEOUT, Long.MAX_VALUE - MARGIN_MS);
        add(ms >= 2 * Quantity.SLOW_MS, Quantity.SLOWEST);
        // Another leader comes to help when the broker is counted out.
        add(ms >= patience + MARGIN_MS && !fault.step().fault().equals("broker-pause"), Quantity.FAILED);
    }

    private void otherLeader(Broken.Act fault, long leastMs) {
        boolean leads = fault.step().values().getOrDefault("broker", "").equals(Scenario.LEADER);
        add(leads && topic().replication() > 1 && fault.toMs() - fault.fromMs() >= leastMs, Quantity.LEADER_CHANGES);
    }

    /** Acknowledged records that no follower could fetch are gone with their leader, while the followers still count as in sync. */
    private void lost(Broken.Act kill) {
        boolean sudden = kill.step().fault().equals("broker-kill")
                && kill.step().values().getOrDefault("broker", "").equals(Scenario.LEADER);
        boolean alone = settings.getOrDefault(Keys.ACKS, "").matches("[01]");
        long first = asked.getFirst().atMs();
        if (sudden && alone && topic().partitions() == 1 && kill.fromMs() - first >= MEETS_MS
                && kill.fromMs() - first <= IN_ISR_MS) {
            add(faults.stream().anyMatch(f -> f.step().fault().equals("replication-stall")
                    && Set.of(ALL, Scenario.LEADER).contains(f.step().values().getOrDefault("broker", ALL))
                    && f.step().values().getOrDefault("follower", ALL).equals(ALL) && f.fromMs() < first
                    && f.toMs() > kill.fromMs()), Quantity.LOST);
        }
    }

    private void failed(Broken.Act fault) {
        add(meets(fault, TAKES_HOLD_MS).isPresent(), Quantity.FAILED);
    }

    /** A fault of the client takes hold when something is sent the next time. */
    private void failedFromTheFirst(Broken.Act fault) {
        add(asked.stream().anyMatch(a -> before(fault, a)), Quantity.FAILED);
    }

    private void tooLarge(Broken.Act fault) {
        long most = value(fault, "bytes");
        add(asked.stream().anyMatch(a -> before(fault, a) && bytes(a.load()) >= most), Quantity.FAILED);
    }

    private static long bytes(Workload load) {
        return load.randomBytes() >= 0 ? load.randomBytes() : load.value().isNull() ? 0 : load.value().text().length();
    }

    private void tooFew(Broken.Act fault) {
        boolean safe = settings.getOrDefault(Keys.ACKS, "").matches("-1|all");
        if (safe && value(fault, "min-insync") > topic().replication() && topic().replication() > 0
                && meets(fault, TAKES_HOLD_MS).isPresent()) {
            made.add(retries ? Quantity.RETRIES : Quantity.FAILED);
        }
    }

    private void add(boolean sure, Quantity quantity) {
        if (sure) {
            made.add(quantity);
        }
    }

    private static long value(Broken.Act fault, String parameter) {
        String text = fault.step().values().getOrDefault(parameter, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private RunRecord.RunTopic topic() {
        return run.topics().getFirst();
    }

    /** When it first surely meets records, ms since the epoch; empty if that is chance. */
    private OptionalLong meets(Broken.Act fault, long leastMs) {
        if (!reaches(fault)) {
            return OptionalLong.empty();
        }
        for (Asked one : asked) {
            if (before(fault, one)) {
                return OptionalLong.of(one.atMs());
            }
            long end = one.atMs() + lastsMs(one);
            long from = Math.max(fault.fromMs(), one.atMs());
            if (from < end && (next(fault) ? end : Math.min(fault.toMs(), end)) - from >= leastMs) {
                return OptionalLong.of(from);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether it was in force when a load began, and for some time then. */
    private static boolean before(Broken.Act fault, Asked one) {
        return fault.fromMs() < one.atMs() && fault.toMs() - one.atMs() >= (next(fault) ? 0 : MEETS_MS);
    }

    private static boolean next(Broken.Act fault) {
        return fault.step().trigger().pick() instanceof Trigger.Pick.Next;
    }

    /** How long a load surely goes on: one that goes as fast as it can may be over at once. */
    private long lastsMs(Asked one) {
        return Broken.lastsMs(one, run);
    }

    /** Whether it strikes the requests that come by, and these come by there. */
    private boolean reaches(Broken.Act fault) {
        boolean strikes = switch (fault.step().trigger().pick()) {
            case Trigger.Pick.Every _,Trigger.Pick.Next _ -> true;
            case Trigger.Pick.EveryKth(long k) -> k == 1;
            case Trigger.Pick.Chance(double p, long _) -> p >= 1;
        };
        String broker = fault.step().values().getOrDefault("broker", ALL);
        boolean onePartition = topic().partitions() == 1 || asked.stream().allMatch(a -> a.load().partition() == 0);
        return strikes && (broker.equals(ALL) || (broker.equals(Scenario.LEADER) && onePartition));
    }
}
