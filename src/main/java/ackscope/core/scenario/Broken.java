package ackscope.core.scenario;

import ackscope.core.audit.Happening;
import ackscope.core.event.FaultEvent;
import ackscope.core.fault.ClientFault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Trigger;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.scenario.Step.After;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What was broken in a run that was kept, as steps that break it again. */
final class Broken {
    private static final String NODE = "[1-9]\\d*";
    private static final Set<String> BROKERS = Set.of("broker", "follower");
    /** How the lab's secure listener is reached, which only a fault asks for. */
    private static final List<String> SECURE = List.of("security.", "sasl.", "ssl.");

    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final RunRecord run;
    private final String topic;
    private final Asked first;
    private final long firstMs;
    private final List<Happening> faults;
    private final Set<String> followers = new HashSet<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Timed> steps = new ArrayList<>();
    private final Set<String> overridden = new HashSet<>();
    /** How many of each kind there are so far. */
    private final Map<String, Integer> count = new HashMap<>();

    /**
     * A fault that was set.
     *
     * @param fromMs when it began, ms since the epoch
     * @param toMs   when it ended; {@link Long#MAX_VALUE} for one that lasted to the end
     */
    record Act(long fromMs, long toMs, Step.Break step) {
    }

    /** A step and when it was done, ms since the epoch. */
    record Timed(long atMs, Step step) {
    }

    /**
     * @param first the load that the steps are timed by
     * @throws ScenarioException in words when a fault cannot be made again
     */
    Broken(RunRecord run, Asked first) {
        this.run = run;
        this.first = first;
        firstMs = first.atMs();
        topic = run.topics().getFirst().name();
        faults = run.happenings().stream().filter(h -> h.kind() == Happening.Kind.FAULT && h.toMs() >= firstMs)
                .sorted(Comparator.comparingLong(Happening::fromMs)).toList();
        faults.forEach(h -> h.recipe().values().forEach((key, value) -> {
            if (BROKERS.contains(key) && value.matches(NODE) && !isLeader(value, h)) {
                followers.add(value);
            }
        }));
        faults.forEach(this::add);
    }

    List<Timed> steps() {
        return List.copyOf(steps);
    }

    /** The faults as they were set, in order. */
    List<Act> acts() {
        return List.copyOf(acts);
    }

    /** "kill a broker (broker 2); stall replication". */
    String words() {
        return faults.stream().map(Happening::title).collect(Collectors.joining("; "));
    }

    /** Settings without what the faults changed about the producer, and without the way to the cluster. */
    SortedMap<String, String> without(SortedMap<String, String> settings) {
        SortedMap<String, String> own = new TreeMap<>(settings);
        own.keySet().removeIf(key -> overridden.contains(key) || SECURE.stream().anyMatch(key::startsWith));
        return own;
    }

    private void add(Happening fault) {
        FaultKind kind = catalogue.find(fault.recipe().kind()).orElseThrow(() -> new ScenarioException(
                "How the fault '" + fault.title() + "' was set is not known: an earlier Ackscope kept this run."));
        Map<String, String> values = new HashMap<>();
        fault.recipe().values().forEach((key, value) -> {
            if (!(key.equals("topic") && value.equals(topic))) {
                values.put(key, placed(key, value, fault));
            }
        });
        Trigger trigger = trigger(fault.recipe().trigger());
        Step.Break step = new Step.Break(at(fault.fromMs()), kind.id(), values, trigger, awaited(fault, kind, values));
        steps.add(new Timed(fault.fromMs(), step));
        acts.add(new Act(fault.fromMs(), fault.toMs(), step));
        int which = count.merge(kind.id(), 1, Integer::sum);
        boolean endsItself = kind.once() || trigger.lastsMs().isPresent()
                || trigger.pick() instanceof Trigger.Pick.Next;
        if (!endsItself && fault.toMs() < run.endedMs()) {
            steps.add(new Timed(fault.toMs(), new Step.Undo(since(fault.toMs()), kind.id(), which)));
        }
        // Which broker it is does not matter for what is overridden.
        FaultContext context = new FaultContext(topic, List.of(1, 2, 3), 100, 1, List.of(1, 2, 3), 120_000, 1);
        if (fault.place() == FaultEvent.Place.CLIENT
                && kind.build(context, fault.recipe().values(), Trigger.NOW) instanceof ClientFault client) {
            overridden.addAll(client.overlay().overrides().keySet());
        }
    }

    /**
     * A fault that was there before the load comes before it; one that came while records were sent at a steady pace comes at the same
     * record again, whatever the machine does meanwhile.
     */
    private After at(long ms) {
        if (ms < firstMs) {
            return After.NOTHING;
        }
        long sent = (long) ((ms - firstMs) * first.load().ratePerSecond() / 1_000);
        return sent > 0 && ms - firstMs < lastsMs(first, run) ? After.records(sent, 0) : since(ms);
    }

    /** A fault ends by the clock, for it may be what keeps further records from being sent. */
    private After since(long ms) {
        return ms < firstMs ? After.NOTHING : After.ms(ms - firstMs);
    }

    /** How long a load goes on by its pace, ms; 0 for one that goes as fast as it can. */
    static long lastsMs(Asked one, RunRecord run) {
        if (one.load().ratePerSecond() <= 0) {
            return 0;
        }
        long count = one.load().count() < 0
                ? run.totals().sent() - run.warmUps()
                : one.load().count() * one.times();
        return (long) (count * 1_000 / one.load().ratePerSecond());
    }

    /** A leader that was taken away and replaced before anything else was done is waited for again. */
    private Step.Until awaited(Happening fault, FaultKind kind, Map<String, String> values) {
        boolean taken = kind.id().equals("broker-kill") && values.getOrDefault("broker", "").equals(Scenario.LEADER);
        long replaced = nextLeader(fault).map(Happening::fromMs).orElse(Long.MAX_VALUE);
        boolean alone = taken && replaced < Long.MAX_VALUE
                && moments().noneMatch(ms -> ms > fault.fromMs() && ms < replaced);
        return alone ? Step.Until.ANOTHER_LEADER : Step.Until.NOTHING;
    }

    /** When faults began and ended, and loads began. */
    private LongStream moments() {
        return LongStream.concat(faults.stream().flatMapToLong(h -> LongStream.of(h.fromMs(), h.toMs())),
                run.work().stream().mapToLong(Asked::atMs));
    }

    private static Trigger trigger(Map<String, String> parts) {
        Trigger trigger = Trigger.NOW;
        if (parts.containsKey("next")) {
            trigger = Trigger.next(Long.parseLong(parts.get("next")));
        } else if (parts.containsKey("every")) {
            trigger = Trigger.everyKth(Long.parseLong(parts.get("every")));
        } else if (parts.containsKey("chance")) {
            trigger = Trigger.chance(Double.parseDouble(parts.get("chance")), 0);
        }
        return parts.containsKey("forMs") ? trigger.during(Long.parseLong(parts.get("forMs"))) : trigger;
    }

    /** On another topic other brokers lead, so a broker is told by its part, as far as that is known. */
    private String placed(String key, String value, Happening fault) {
        if (!BROKERS.contains(key) || !value.matches(NODE)) {
            return value;
        }
        if (isLeader(value, fault)) {
            return Scenario.LEADER;
        }
        return followers.size() == 1 ? Scenario.FOLLOWER : value;
    }

    /** Whether a broker led the first partition when a fault began: the next change of its leader tells. */
    private boolean isLeader(String broker, Happening fault) {
        return nextLeader(fault).map(h -> Integer.toString(h.node()).equals(broker)).orElse(false);
    }

    private Optional<Happening> nextLeader(Happening fault) {
        return run.happenings().stream().filter(h -> h.kind() == Happening.Kind.LEADER_CHANGE
                && h.about().equals(topic + "-0") && h.fromMs() >= fault.fromMs()).findFirst();
    }
}
