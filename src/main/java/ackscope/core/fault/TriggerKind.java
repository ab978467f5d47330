package ackscope.core.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The triggers to choose from. One client alone is a matter of its own and goes with each ({@link Trigger#of}). */
public enum TriggerKind {
    /** Done at once, and over. */
    ONCE("once, now"), UNTIL_UNDONE("until undone"), FOR_TIME("for a time"), NEXT("next requests"), EVERY_KTH(
            "every k-th request"), CHANCE("at random");

    /** For what is done at once, and over. */
    static final Set<TriggerKind> AT_ONCE = Set.of(ONCE);
    /** For what lasts. */
    static final Set<TriggerKind> TIMED = Set.of(UNTIL_UNDONE, FOR_TIME);
    /** For what strikes frame by frame. */
    static final Set<TriggerKind> COUNTED = Set.of(UNTIL_UNDONE, FOR_TIME, NEXT, EVERY_KTH, CHANCE);

    private static final String MS = "trigger-ms";
    private static final String COUNT = "trigger-count";
    private static final String K = "trigger-k";
    private static final String P = "trigger-p";
    private static final String SEED = "trigger-seed";

    private final String title;

    TriggerKind(String title) {
        this.title = title;
    }

    /** Its name on screen. */
    public String title() {
        return title;
    }

    /** What to fill in. */
    public List<Parameter> parameters() {
        return switch (this) {
            case ONCE, UNTIL_UNDONE -> List.of();
            case FOR_TIME -> List.of(Parameter.number(MS, "Time", "ms", 5_000, 10, 3_600_000));
            case NEXT -> List.of(Parameter.number(COUNT, "Requests", "", 3, 1, 1_000_000));
            case EVERY_KTH -> List.of(Parameter.number(K, "k", "", 3, 1, 1_000_000));
            case CHANCE -> List.of(Parameter.decimal(P, "Probability", 0.2, 0, 1),
                    Parameter.number(SEED, "Seed", "", 1, 0, 1L << 53));
        };
    }

    /**
     * The trigger with these values.
     *
     * @throws FaultException in words when a value is wrong
     */
    public Trigger build(Map<String, String> given) {
        Values values = new Values(parameters(), given);
        return switch (this) {
            case ONCE, UNTIL_UNDONE -> Trigger.NOW;
            case FOR_TIME -> Trigger.lasting(values.number(MS));
            case NEXT -> Trigger.next(values.number(COUNT));
            case EVERY_KTH -> Trigger.everyKth(values.number(K));
            case CHANCE -> Trigger.chance(values.decimal(P), values.number(SEED));
        };
    }
}
