package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import ackscope.core.event.FaultEvent.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An entry of the catalogue: a fault that can be chosen, what to fill in, and how the fault is made of it. */
public final class FaultKind {
    /** What is the same whatever is filled in. */
    record Entry(String id, FaultGroup group, Optional<FaultPoint> point, FaultEvent.Place place, String title,
            String does, String expect) {
    }

    /** Makes the fault; the context is that of the parameters. */
    interface Build {
        Fault fault(FaultContext context, Values values, Trigger trigger, FaultKind kind);
    }

    private final Entry entry;
    private final List<TriggerKind> triggers;
    private final Function<FaultContext, List<Parameter>> parameters;
    private final Build build;
    private final Map<String, String> filledIn;

    FaultKind(Entry entry, Set<TriggerKind> triggers, Function<FaultContext, List<Parameter>> parameters,
            Build build) {
        this(entry, triggers.stream().sorted().toList(), parameters, build, Map.of());
    }

    private FaultKind(Entry entry, List<TriggerKind> triggers, Function<FaultContext, List<Parameter>> parameters,
            Build build, Map<String, String> filledIn) {
        this.entry = entry;
        this.triggers = triggers;
        this.parameters = parameters;
        this.build = build;
        this.filledIn = filledIn;
    }

    /** The same, whose labels tell what was filled in. */
    private FaultKind filledIn(Map<String, String> values) {
        return new FaultKind(entry, triggers, parameters, build, values);
    }

    /** Names it in files; stays the same from one version to the next. */
    public String id() {
        return entry.id();
    }

    /** Under which cause it is found. */
    public FaultGroup group() {
        return entry.group();
    }

    /** The named point that it sits at, if it sits at one. */
    public Optional<FaultPoint> point() {
        return entry.point();
    }

    /** A few words, beginning with a verb. */
    public String title() {
        return entry.title();
    }

    /** Other words by which people look for it, lower case; "" for none. */
    public String synonyms() {
        return Synonyms.of(id());
    }

    /** One sentence: what it does. */
    public String does() {
        return entry.does();
    }

    /** One sentence: what to expect of a producer. */
    public String expect() {
        return entry.expect();
    }

    /** Where it is drawn. */
    public FaultEvent.Place place() {
        return entry.place();
    }

    /** The triggers that it can have, at least one; the first is the one to begin with. */
    public List<TriggerKind> triggers() {
        return triggers;
    }

    /** Whether it can be kept to one client. */
    public boolean perClient() {
        return place() == FaultEvent.Place.REQUEST || place() == FaultEvent.Place.ANSWER;
    }

    /** Whether it is over as soon as it is done, so that there is nothing to undo. */
    public boolean once() {
        return triggers.contains(TriggerKind.ONCE);
    }

    /** What to fill in. */
    public List<Parameter> parameters(FaultContext context) {
        return parameters.apply(context);
    }

    /**
     * The fault.
     *
     * @param values  by parameter id; what is missing has its initial value
     * @param trigger of one of {@link #triggers}
     * @throws FaultException in words when a value is wrong
     */
    public Fault build(FaultContext context, Map<String, String> values, Trigger trigger) {
        Values checked = new Values(parameters(context), values);
        return build.fault(context, checked, trigger, filledIn(checked.all()));
    }

    /**
     * The words of a fault of this kind.
     *
     * @param detail what it is set to ("300 ms"), "" for nothing
     * @param where  what it is set on ("broker 2"), "" for nothing
     */
    Label label(String detail, String where, Trigger trigger, String undo) {
        String what = detail.isEmpty() ? title() : title() + " " + detail;
        String on = where.isEmpty() ? what : what + " (" + where + ")";
        String when = trigger.words();
        return new Label(when.isEmpty() ? on : on + ", " + when, does() + " " + expect(), undo,
                new Recipe(id(), filledIn, trigger.parts()));
    }
}
