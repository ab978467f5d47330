package ackscope.core.scenario;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Parameter;
import ackscope.core.fault.Trigger;
import ackscope.core.fault.TriggerKind;
import ackscope.core.scenario.Step.After;
import ackscope.core.scenario.Step.Until;
import ackscope.core.transaction.Call;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The steps of a scenario file. A fault is built once to see that the catalogue takes it. */
final class StepForm {
    private static final long HOUR_MS = 3_600_000;
    private static final long MOST = 1_000_000;
    /** Stand for a leader and a follower while a step is checked. */
    private static final String SOME_LEADER = "1";
    private static final String SOME_FOLLOWER = "2";
    private static final Map<String, Call> CALLS = Map.of("begin", Call.BEGIN, "commit", Call.COMMIT, "abort",
            Call.ABORT, "replace", Call.REPLACE);

    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final long seed;
    private final FaultContext context;
    private final Map<String, Function<Form, Step>> kinds = new LinkedHashMap<>();
    private final OpenFaults open = new OpenFaults();

    StepForm(long seed, Scenario.Shape topic, LoadForm loads) {
        this.seed = seed;
        context = new FaultContext("topic", List.of(1, 2, 3), 100, 1, List.of(1, 2, 3).subList(0, topic.replication()),
                120_000, topic.minInsync());
        kinds.put("fault", this::fault);
        kinds.put("undo", this::undo);
        kinds.put("heal", form -> {
            form.flag("heal", true);
            open.healed();
            return new Step.Heal(after(form));
        });
        kinds.put("idleMs", form -> new Step.Idle(after(form), form.whole("idleMs", 1, HOUR_MS, 1)));
        kinds.put("rival", form -> {
            form.flag("rival", true);
            return new Step.Rival(after(form));
        });
        kinds.put("show", form -> new Step.Show(after(form),
                form.oneOf("show", Shows.names()).orElse("")));
        kinds.put("send", form -> new Step.Send(after(form), form.form("send", "what is sent").map(loads::read)
                .orElseGet(() -> ackscope.core.run.Workload.random(1, 0, 100, seed))));
        kinds.put("sendAgain", form -> {
            form.flag("sendAgain", true);
            return new Step.SendAgain(after(form));
        });
        kinds.put("transaction", form -> new Step.Transact(after(form),
                form.oneOf("transaction", CALLS.keySet().stream().sorted().toList()).map(CALLS::get)
                        .orElse(Call.BEGIN)));
    }

    /** The step; empty if it cannot be told what it is. */
    Optional<Step> read(Form form) {
        List<String> found = kinds.keySet().stream().filter(form::has).toList();
        if (found.size() != 1) {
            form.flaw(form.group(), "A step has exactly one of " + String.join(", ", kinds.keySet()) + "; this has "
                    + (found.isEmpty() ? "none" : String.join(" and ", found)) + ".");
            return Optional.empty();
        }
        Step step = kinds.get(found.getFirst()).apply(form);
        form.end();
        return Optional.of(step);
    }

    private static After after(Form form) {
        Optional<Form> given = form.form("after", "'after'");
        if (given.isEmpty()) {
            return After.NOTHING;
        }
        Form after = given.get();
        After read = new After(true, after.whole("records", 0, MOST, 0), after.whole("failed", 0, MOST, 0),
                after.flag("reports", false), after.whole("ms", 0, HOUR_MS, 0));
        after.end();
        return read;
    }

    private Step undo(Form form) {
        String fault = form.text("undo", "");
        int which = form.has("which")
                ? (int) form.whole("which", 1, MOST, 1)
                : open.only(fault);
        String flaw = open.undone(fault, which);
        if (!flaw.isEmpty()) {
            form.flaw(form.has("which") ? "which" : "undo", flaw);
        }
        return new Step.Undo(after(form), fault, Math.max(1, which));
    }

    private Step fault(Form form) {
        String id = form.text("fault", "");
        Map<String, String> values = form.texts("with");
        Until until = form.oneOf("until", Arrays.stream(Until.values()).map(Until::id).skip(1).toList())
                .flatMap(word -> Arrays.stream(Until.values()).filter(u -> u.id().equals(word)).findFirst())
                .orElse(Until.NOTHING);
        Trigger trigger = trigger(form);
        Optional<FaultKind> kind = catalogue.find(id);
        if (kind.isEmpty()) {
            form.flaw("fault", "There is no fault '" + id + "' in the catalogue."
                    + Form.near(id, catalogue.kinds().stream().map(FaultKind::id).toList()));
        } else {
            open.set(id);
            check(form, kind.get(), values, trigger);
        }
        return new Step.Break(after(form), id, values, trigger, until);
    }

    private Trigger trigger(Form form) {
        Trigger trigger = Trigger.NOW;
        List<String> picks = List.of("next", "every", "chance").stream().filter(form::has).toList();
        if (picks.size() > 1) {
            form.flaw(picks.getLast(), "A fault strikes by one of next, every and chance, not by several. Choose one.");
        }
        if (form.has("next")) {
            trigger = Trigger.next(form.whole("next", 1, MOST, 1));
        } else if (form.has("every")) {
            trigger = Trigger.everyKth(form.whole("every", 1, MOST, 1));
        } else if (form.has("chance")) {
            trigger = Trigger.chance(form.number("chance", 0, 1, 0), seed);
        }
        return form.has("forMs") ? trigger.during(form.whole("forMs", 1, HOUR_MS, 1)) : trigger;
    }

    private void check(Form form, FaultKind kind, Map<String, String> values, Trigger trigger) {
        List<String> known = kind.parameters(context).stream().map(Parameter::id).toList();
        form.form("with", "the values of '" + kind.id() + "'").ifPresent(with -> values.keySet().stream()
                .filter(key -> !known.contains(key)).forEach(key -> with.flaw(key, "The fault '" + kind.id()
                        + "' has no '" + key + "'; it has " + (known.isEmpty() ? "none" : String.join(", ", known))
                        + "."
                        + Form.near(key, known))));
        refuse(form, kind, "forMs", TriggerKind.FOR_TIME);
        refuse(form, kind, "next", TriggerKind.NEXT);
        refuse(form, kind, "every", TriggerKind.EVERY_KTH);
        refuse(form, kind, "chance", TriggerKind.CHANCE);
        try {
            kind.build(context, placed(values, SOME_LEADER, SOME_FOLLOWER), trigger);
        } catch (FaultException e) {
            form.flaw("with", e.getMessage());
        }
    }

    private static void refuse(Form form, FaultKind kind, String member, TriggerKind trigger) {
        if (form.has(member) && !kind.triggers().contains(trigger)) {
            form.flaw(member, "The fault '" + kind.id() + "' "
                    + (kind.once() ? "is over as soon as it is done" : "does not strike request by request")
                    + ", so it has no '" + member + "'. Leave it out.");
        }
    }

    /** The values with brokers in the place of the words that stand for them. */
    static Map<String, String> placed(Map<String, String> values, String leader, String follower) {
        Map<String, String> placed = new HashMap<>(values);
        placed.replaceAll((_, value) -> value.equals(Scenario.LEADER)
                ? leader
                : value.equals(Scenario.FOLLOWER) ? follower : value);
        return placed;
    }
}
