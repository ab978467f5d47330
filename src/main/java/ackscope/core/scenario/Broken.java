package ackscope.core.scenario;

import ackscope.core.audit.Happening;
import ackscope.core.event.FaultEvent;
import ackscope.core.fault.ClientFault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Trigger;
import ackscope.core.run.RunRecord;
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

/** What was broken in a run that was kept, as steps that break it again. */
final class Broken {
    private static final String NODE = "[1-9]\\d*";
    private static final Set<String> BROKERS = Set.of("broker", "follower");
    /** How the lab's secure listener is reached, which only a fault asks for. */
    private static final List<String> SECURE = List.of("security.", "sasl.", "ssl.");

    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final RunRecord run;
    private final String topic;
    private final long firstMs;
    private final List<Happening> faults;
    private final Set<String> followers = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> overridden = new HashSet<>();
    /** How many of each kind there are so far. */
    private final Map<String, Integer> set = new HashMap<>();

    /**
     * @param firstMs when the load began, ms since the epoch
     * @throws ScenarioException in words when a fault cannot be made again
     */
    Broken(RunRecord run, long firstMs) {
        this.run = run;
        this.firstMs = firstMs;
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

    List<Step> steps() {
        return List.copyOf(steps);
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
        steps.add(new Step.Break(at(fault.fromMs()), kind.id(), values, trigger, Step.Until.NOTHING));
        int which = set.merge(kind.id(), 1, Integer::sum);
        boolean endsItself = kind.once() || trigger.lastsMs().isPresent()
                || trigger.pick() instanceof Trigger.Pick.Next;
        if (!endsItself && fault.toMs() < run.endedMs()) {
            steps.add(new Step.Undo(at(fault.toMs()), kind.id(), which));
        }
        // Which broker it is does not matter for what is overridden.
        FaultContext context = new FaultContext(topic, List.of(1, 2, 3), 100, 1, List.of(1, 2, 3), 120_000, 1);
        if (fault.place() == FaultEvent.Place.CLIENT
                && kind.build(context, fault.recipe().values(), Trigger.NOW) instanceof ClientFault client) {
            overridden.addAll(client.overlay().overrides().keySet());
        }
    }

    /** A fault that was there before the load comes before it. */
    private After at(long ms) {
        return ms < firstMs ? After.NOTHING : After.ms(ms - firstMs);
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
        Optional<Happening> next = run.happenings().stream()
                .filter(h -> h.kind() == Happening.Kind.LEADER_CHANGE && h.about().equals(topic + "-0")
                        && h.fromMs() >= fault.fromMs())
                .findFirst();
        return next.map(h -> Integer.toString(h.node()).equals(broker)).orElse(false);
    }
}
