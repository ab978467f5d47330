package ackscope.core.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What must have been measured in a play for a statement about it to be true. Plain data.
 *
 * @param first  of the only half, or the first
 * @param second of the second half of twins
 */
public record Condition(List<Expectation> first, List<Expectation> second) {
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    public Condition {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** What the expectations of a scenario say of a condition. */
    public enum Settled {
        /** It holds whenever the scenario comes out as expected. */
        TRUE,
        /** It never holds then. */
        FALSE,
        /** It may hold or not. */
        OPEN
    }

    /**
     * A condition on a scenario's play, as JSON: {@code {"first": {...}, "second": {...}}}, each like what a scenario file expects.
     *
     * @throws ScenarioException in words when it is none, cannot fail or can never be met
     */
    public static Condition read(String json, Scenario scenario) {
        List<Flaw> flaws = new ArrayList<>();
        try {
            if (Located.read(json) instanceof Located.Group group) {
                Form form = new Form(group, "the condition", flaws);
                ExpectForm expects = new ExpectForm(scenario);
                List<Expectation> first = form.form(FIRST, FIRST).map(expects::read).orElse(List.of());
                List<Expectation> second = form.form(SECOND, SECOND).map(expects::read).orElse(List.of());
                if (!second.isEmpty() && !scenario.twins()) {
                    form.flaw(SECOND, "'" + scenario.name() + "' has one half only.");
                }
                form.end();
                if (flaws.isEmpty() && !(first.isEmpty() && second.isEmpty())) {
                    return new Condition(first, second);
                }
            }
        } catch (Located.NotJson e) {
            flaws.add(e.flaw());
        }
        flaws.sort(Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column));
        throw new ScenarioException("The condition " + json, flaws);
    }

    /** Whether it holds in this play. */
    public boolean holds(ScenarioResult result) {
        return checks(result).stream().allMatch(Played.Check::holds);
    }

    /** Each part of it beside what was measured, the first half's before the second's. */
    public List<Played.Check> checks(ScenarioResult result) {
        List<Played.Check> checks = new ArrayList<>(checks(first, result.halves().getFirst()));
        checks.addAll(checks(second, result.halves().getLast()));
        return checks;
    }

    private static List<Played.Check> checks(List<Expectation> parts, Played half) {
        return parts.stream().map(e -> new Played.Check(e, half.measured().of(e))).toList();
    }

    /** What a play that comes out as the scenario expects says of it. */
    public Settled settledBy(Scenario scenario) {
        List<Settled> parts = new ArrayList<>();
        first.forEach(part -> parts.add(settled(part, scenario.expected())));
        second.forEach(part -> parts.add(settled(part, scenario.expectedOfTwin())));
        if (parts.contains(Settled.FALSE)) {
            return Settled.FALSE;
        }
        return parts.contains(Settled.OPEN) ? Settled.OPEN : Settled.TRUE;
    }

    private static Settled settled(Expectation part, List<Expectation> expected) {
        Optional<Expectation.Range> known = expected.stream().filter(e -> e.id().equals(part.id()))
                .map(Expectation::range).findFirst();
        if (known.isEmpty()) {
            return Settled.OPEN;
        }
        Expectation.Range wanted = part.range();
        if (wanted.least() <= known.get().least() && known.get().most() <= wanted.most()) {
            return Settled.TRUE;
        }
        return known.get().most() < wanted.least() || wanted.most() < known.get().least()
                ? Settled.FALSE
                : Settled.OPEN;
    }
}
