package ackscope.core.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same run twice, with settings changed in between. Plain data: the same records from one seed, and the same faults at the same record
 * or time. Nothing in it depends on how many requests there are, for that differs with the settings.
 *
 * @param id      names it in files
 * @param title   a few words
 * @param words   what it shows, in a sentence or two
 * @param base    producer settings of the first run, as typed
 * @param changed what is different in the second; "" puts a setting back at the client's default
 * @param topic   the shape of the topic that each run gets for itself
 * @param warmUp  whether one record is sent and replicated first, so that the producer is open and knows the leaders
 * @param load    what is sent
 * @param steps   faults, in order
 */
public record TwinPlan(String id, String title, String words, SortedMap<String, String> base,
        SortedMap<String, String> changed, Shape topic, boolean warmUp, Workload load, List<Step> steps) {
    /** In a value of a fault: the broker that leads the first partition when the fault begins. */
    public static final String LEADER = "leader";
    /** In a value of a fault: a broker that follows there. */
    public static final String FOLLOWER = "follower";
    /** A fault that lasts until everything is healed after the run. */
    public static final long TO_THE_END = -1;

    public TwinPlan {
        id = id == null ? "" : id;
        title = title == null ? "" : title;
        words = words == null ? "" : words;
        base = new TreeMap<>(base == null ? Map.of() : base);
        changed = new TreeMap<>(changed == null ? Map.of() : changed);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A topic to be made. */
    public record Shape(int partitions, int replication, int minInsync) {
    }

    /**
     * When a fault begins: a time after a record of the load was given to {@code send()}.
     *
     * @param records how many of the load were sent by then; 0: when sending begins, before the first
     * @param ms      that much later
     */
    public record At(long records, long ms) {
    }

    /**
     * One fault.
     *
     * @param fault   of the catalogue
     * @param values  of its parameters; {@link #LEADER} and {@link #FOLLOWER} stand for brokers
     * @param lastsMs until it is undone, or {@link #TO_THE_END}
     * @param until   what is waited for before the next step, and before the run can end
     */
    public record Step(String fault, Map<String, String> values, At at, long lastsMs, Until until) {
        public Step {
            values = values == null ? Map.of() : Map.copyOf(values);
            until = until == null ? Until.NOTHING : until;
        }
    }

    /** What a step waits for in the cluster, in the first partition. */
    public enum Until {
        NOTHING, ANOTHER_LEADER, SMALLER_ISR
    }

    /** The same topic, load and faults with other settings. */
    public TwinPlan with(Map<String, String> otherBase, Map<String, String> otherChanged) {
        return new TwinPlan(id, title, words, new TreeMap<>(otherBase), new TreeMap<>(otherChanged), topic, warmUp,
                load, steps);
    }

    /** The settings of the second run, as typed. */
    @JsonIgnore
    public SortedMap<String, String> second() {
        SortedMap<String, String> all = new TreeMap<>(base);
        changed.forEach((key, value) -> {
            if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        return all;
    }

    /** As JSON. */
    public String text() {
        return RunJson.written(this);
    }

    /**
     * The plan in a JSON text.
     *
     * @throws IOException when it is none
     */
    public static TwinPlan read(String text) throws IOException {
        TwinPlan plan = RunJson.as(RunJson.tree(text), TwinPlan.class);
        if (plan == null || plan.topic == null || plan.load == null
                || plan.steps.stream().anyMatch(s -> s.fault() == null || s.at() == null)) {
            throw new IOException("a twin run needs a topic, a load, and of each step a fault and a time");
        }
        return plan;
    }
}
