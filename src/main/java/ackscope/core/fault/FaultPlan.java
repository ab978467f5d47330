package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Random faults one after another, some at the same time, each over after a few seconds: made from a seed alone, so that the same seed
 * gives the same plan, byte for byte. What makes it so is {@link Random}, whose numbers are part of Java's specification.
 *
 * @param seed  that made it
 * @param steps in the order of time
 */
public record FaultPlan(long seed, List<Step> steps) {
    /** Over at once, like what deletes records, but without loss. */
    private static final Set<String> RESTARTS = Set.of("broker-restart", "controller-restart");
    /** All kinds that leave the records and the producer's own settings alone. */
    public static final Predicate<FaultKind> HARMLESS = kind -> (!kind.once() || RESTARTS.contains(kind.id()))
            && kind.place() != FaultEvent.Place.CLIENT;

    private static final int LEAST_GAP_MS = 1_000;
    private static final int MOST_GAP_MS = 8_000;
    private static final int LEAST_MS = 500;
    private static final int MOST_MS = 12_000;

    /**
     * One fault at its time.
     *
     * @param atMs    after the plan's begin
     * @param lastsMs then it ends by itself, if not before; 0 when it is over at once
     * @param kind    of the catalogue
     * @param values  of its parameters
     */
    public record Step(long atMs, long lastsMs, String kind, SortedMap<String, String> values, TriggerKind trigger,
            SortedMap<String, String> triggerValues) {

        /** The fault. */
        public Fault build(FaultCatalogue catalogue, FaultContext context) {
            FaultKind found = catalogue.find(kind)
                    .orElseThrow(() -> new FaultException("There is no fault '" + kind + "' in the catalogue."));
            Trigger when = trigger.build(triggerValues);
            return found.build(context, values, found.once() ? when : when.during(lastsMs));
        }

        private String text() {
            String lasts = lastsMs == 0 ? "" : ", for " + lastsMs + " ms";
            return String.format(Locale.ROOT, "%7d ms%s: %s%s, %s%s", atMs, lasts, kind, text(values), trigger.title(),
                    text(triggerValues));
        }

        private static String text(Map<String, String> values) {
            return values.entrySet().stream().map(e -> " " + e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining());
        }
    }

    public FaultPlan {
        steps = List.copyOf(steps);
    }

    /**
     * A plan.
     *
     * @param durationMs no fault begins later
     * @param from       the kinds to choose from
     */
    public static FaultPlan random(long seed, long durationMs, FaultCatalogue catalogue, FaultContext context,
            Predicate<FaultKind> from) {
        List<FaultKind> kinds = catalogue.kinds().stream().filter(from).toList();
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (long at = between(random, LEAST_GAP_MS, MOST_GAP_MS); at < durationMs; at += between(random, LEAST_GAP_MS,
                MOST_GAP_MS)) {
            steps.add(step(random, at, kinds.get(random.nextInt(kinds.size())), context));
        }
        return new FaultPlan(seed, steps);
    }

    private static Step step(Random random, long atMs, FaultKind kind, FaultContext context) {
        long lastsMs = kind.once() ? 0 : between(random, LEAST_MS, MOST_MS);
        List<TriggerKind> possible = kind.triggers().stream().filter(t -> t != TriggerKind.FOR_TIME).toList();
        TriggerKind trigger = possible.get(random.nextInt(possible.size()));
        SortedMap<String, String> triggerValues = values(random, trigger.parameters());
        while (true) {
            Step step = new Step(atMs, lastsMs, kind.id(), values(random, kind.parameters(context)), trigger,
                    triggerValues);
            try {
                kind.build(context, step.values(), trigger.build(triggerValues));
                return step;
            } catch (FaultException _) {
                // A leader that follows itself, say: drawn again.
            }
        }
    }

    private static SortedMap<String, String> values(Random random, List<Parameter> parameters) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.id(), switch (parameter.type()) {
                case TEXT -> parameter.initial();
                case CHOICE -> parameter.choices().get(random.nextInt(parameter.choices().size())).value();
                case DECIMAL -> String.format(Locale.ROOT, "%.2f", random.nextDouble());
                case NUMBER -> number(random, parameter);
            });
        }
        return values;
    }

    /** Something from half to twice what the parameter begins with. */
    private static String number(Random random, Parameter parameter) {
        long initial = Long.parseLong(parameter.initial());
        long drawn = initial / 2 + (long) (random.nextDouble() * (initial * 1.5 + 1));
        return Long.toString((long) Math.clamp((double) drawn, parameter.min(), parameter.max()));
    }

    private static long between(Random random, int least, int most) {
        return (long) least + random.nextInt(most - least + 1);
    }

    /** One line a step, with the seed first. */
    public String text() {
        return "seed " + seed + "\n" + steps.stream().map(s -> s.text() + "\n").collect(Collectors.joining());
    }
}
