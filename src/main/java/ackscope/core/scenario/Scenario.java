package ackscope.core.scenario;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.run.Workload;
import ackscope.core.settings.ProducerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records that are sent, what is broken meanwhile, and what must come of it. Plain data; {@link ScenarioFile} reads and writes it. Nothing
 * in it depends on how many requests there are, save what a trigger counts, for that differs with the settings.
 *
 * @param name           names it on the command line and is its file's name
 * @param title          a few words
 * @param words          what is done, in a sentence or two
 * @param explanation    why it comes out so, and what to set in production
 * @param seed           of keys, values and chances
 * @param topic          the shape of the topic that each play gets for itself
 * @param settings       producer settings as typed
 * @param changed        for twins: what is different in the second half; "" puts a setting back at the client's default
 * @param breaker        the circuit breaker in front of the producer, if there is one
 * @param warmUp         whether one record is sent and replicated first, so that the producer is open and knows the leaders; it is counted
 *                       nowhere
 * @param load           what is sent; empty when only steps send
 * @param steps          in order
 * @param expected       of the only half, or the first
 * @param expectedOfTwin of the second half; empty without twins
 */
public record Scenario(String name, String title, String words, String explanation, long seed, Shape topic,
        SortedMap<String, String> settings, Optional<SortedMap<String, String>> changed,
        Optional<BreakerSettings> breaker, boolean warmUp, Optional<Workload> load, List<Step> steps,
        List<Expectation> expected, List<Expectation> expectedOfTwin) {
    /** The format that this version of the app reads and writes. */
    public static final int VERSION = 1;
    /** In a value of a fault: the broker that leads the first partition when the fault begins. */
    public static final String LEADER = "leader";
    /** In a value of a fault: a broker that follows there. */
    public static final String FOLLOWER = "follower";

    public Scenario {
        settings = new TreeMap<>(settings);
        changed = changed.map(TreeMap::new);
        steps = List.copyOf(steps);
        expected = List.copyOf(expected);
        expectedOfTwin = List.copyOf(expectedOfTwin);
    }

    /** A topic to be made. */
    public record Shape(int partitions, int replication, int minInsync) {
    }

    /** Whether it is played twice, with settings changed in between. */
    public boolean twins() {
        return changed.isPresent();
    }

    /** The settings of the second half, as typed; those of the first without twins. */
    public SortedMap<String, String> second() {
        SortedMap<String, String> all = new TreeMap<>(settings);
        changed.orElseGet(TreeMap::new).forEach((key, value) -> {
            if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        return all;
    }

    /** The name of a half: that of the whole with the settings that change, "Twin: acks, acks=1"; without twins that of the whole. */
    String half(String whole, SortedMap<String, String> ofHalf) {
        if (changed.isEmpty()) {
            return whole;
        }
        ProducerSettings typed = ProducerSettings.of(ofHalf);
        return whole + ", " + changed.get().keySet().stream()
                .map(key -> key + "=" + typed.get(key).orElse("default")).collect(Collectors.joining(", "));
    }

    /** Twins of the same topic, load and faults with other settings, of which nothing is expected. */
    public Scenario with(Map<String, String> otherSettings, Map<String, String> otherChanged) {
        return new Scenario(name, title, words, explanation, seed, topic, new TreeMap<>(otherSettings),
                Optional.of(new TreeMap<>(otherChanged)), breaker, warmUp, load, steps, List.of(), List.of());
    }

    /** Whether anything in it makes sends fail. */
    public boolean disturbs() {
        return steps.stream().anyMatch(Step::disturbs);
    }

    /** The control: the same with nothing broken. What was expected must not come of it, if this {@link #disturbs}. */
    public Scenario undisturbed() {
        return new Scenario(name, title, words, explanation, seed, topic, settings, changed, breaker, warmUp, load,
                steps.stream().filter(s -> !s.disturbs()).toList(), expected, expectedOfTwin);
    }
}
