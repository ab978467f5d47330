package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Verdict;
import ackscope.core.event.FlowEdge;
import ackscope.core.run.Plain;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Expectation.Range;
import ackscope.core.scenario.Step.After;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Makes a scenario of a run that was kept: what was sent, with which settings, to a topic of what shape, what was broken when, and as
 * bounds what came of it. Calls of the transactional producer made by hand are not in a run's record; transactions of a load are.
 */
public final class Recording {
    private static final long MOST_SEED = 1L << 53;
    /** Slower than anything that nothing disturbs. */
    private static final long SLOW_MS = Quantity.SLOW_MS * 2;

    private final RunRecord run;
    private final Broken broken;
    private final List<Asked> asked;
    private final long records;

    private Recording(RunRecord run) {
        this.run = run;
        asked = run.work().stream().filter(a -> !a.warmUp()).toList();
        records = run.totals().sent() - run.warmUps();
        if (asked.isEmpty() || records < 1) {
            throw new ScenarioException("This run sent nothing that a scenario could send again.");
        }
        if (run.topics().size() != 1) {
            throw new ScenarioException("This run was sent to " + run.topics().size()
                    + " topics, and a scenario is played on one. Send a run to one topic, then save that.");
        }
        broken = new Broken(run, asked.getFirst().atMs());
    }

    /**
     * The text of the scenario's file.
     *
     * @throws ScenarioException in words when the run is none that can be played again, or proves nothing
     */
    public static String text(RunRecord run) {
        String text = ScenarioText.of(new Recording(run).scenario());
        try {
            ScenarioFile.read(text, "recorded", "recorded");
        } catch (ScenarioException e) {
            throw new ScenarioException("This run makes no scenario: "
                    + e.flaws().stream().map(Flaw::words).collect(Collectors.joining(" ")), e);
        }
        return text;
    }

    private Scenario scenario() {
        List<Workload> loads = loads();
        List<Step> steps = new ArrayList<>(broken.steps());
        for (int i = 1; i < loads.size(); i++) {
            steps.add(new Step.Send(at(asked.get(i).atMs()), loads.get(i)));
        }
        steps.sort(Comparator.comparingLong(step -> step.after().said() ? step.after().ms() : -1));
        String what = loads.stream().map(Workload::words).collect(Collectors.joining("; then "));
        String faults = broken.words();
        return new Scenario("recorded", run.name(), what + (faults.isEmpty() ? "." : ". Meanwhile: " + faults + "."),
                "Saved from a run at the console.", Math.floorMod(loads.getFirst().seed(), MOST_SEED), shape(),
                settings(), Optional.empty(), Optional.empty(), true, Optional.of(loads.getFirst()), steps,
                expected(), List.of());
    }

    private After at(long ms) {
        return After.ms(Math.max(0, ms - asked.getFirst().atMs()));
    }

    /** As many records as were sent: a load that was stopped is as long as it came to be. */
    private List<Workload> loads() {
        List<Workload> loads = new ArrayList<>();
        long left = records;
        for (int i = 0; i < asked.size() && left > 0; i++) {
            long later = asked.stream().skip(i + 1L).mapToLong(Recording::count).sum();
            Asked one = asked.get(i);
            long count = one.load().count() < 0 ? Math.max(1, left - later) : Math.min(left, count(one));
            loads.add(one.load().times(count));
            left -= count;
        }
        return loads;
    }

    private static long count(Asked one) {
        return Math.max(0, one.load().count()) * one.times();
    }

    private Scenario.Shape shape() {
        RunTopic topic = run.topics().getFirst();
        return topic.partitions() < 1
                ? new Scenario.Shape(1, 3, 2)
                : new Scenario.Shape(topic.partitions(), topic.replication(), topic.minInsync());
    }

    private SortedMap<String, String> settings() {
        List<SortedMap<String, String>> all = run.producers().stream()
                .map(p -> broken.without(Plain.changed(p.settings()))).distinct().toList();
        if (all.size() > 1) {
            throw new ScenarioException("The settings were changed in the middle of this run, and a scenario has one"
                    + " set of them. Begin a new run after a change, then save that.");
        }
        if (all.isEmpty()) {
            throw new ScenarioException("No producer was opened in this run, so its settings are not known.");
        }
        return all.getFirst();
    }

    private List<Expectation> expected() {
        List<Expectation> all = new ArrayList<>();
        all.add(expect(Quantity.ACKED, share(run.totals().acked() - run.warmUps())));
        all.add(expect(Quantity.FAILED, share(run.totals().failed())));
        run.audit().filter(audit -> audit.obstacles().isEmpty()).ifPresent(audit -> audited(all, audit));
        if (!broken.steps().isEmpty()) {
            some(all, Quantity.RETRIES, run.totals().edge(FlowEdge.RETRY));
            some(all, Quantity.LEADER_CHANGES, run.happenings().stream()
                    .filter(h -> h.kind() == Happening.Kind.LEADER_CHANGE
                            && h.about().startsWith(run.topics().getFirst().name() + "-"))
                    .count());
            if (run.latency().maxMs() >= SLOW_MS) {
                all.add(expect(Quantity.SLOWEST, new Range(Quantity.SLOW_MS, Long.MAX_VALUE)));
            }
        }
        return all;
    }

    private static void audited(List<Expectation> all, AuditReport audit) {
        all.add(expect(Quantity.LOST, someOrNone(audit.count(Verdict.LOST))));
        all.add(expect(Quantity.DUPLICATED, someOrNone(audit.count(Verdict.DUPLICATED))));
        all.add(expect(Quantity.REORDERED, someOrNone(audit.count(Verdict.REORDERED))));
        all.add(expect(Quantity.WRITTEN_THOUGH_FAILED, someOrNone(audit.count(Verdict.WRITTEN_THOUGH_FAILED))));
        all.add(expect(Quantity.ABORTED_VISIBLE, someOrNone(audit.count(Verdict.ABORTED_VISIBLE))));
    }

    private static Expectation expect(Quantity quantity, Range range) {
        return new Expectation(quantity, "", range);
    }

    private static void some(List<Expectation> all, Quantity quantity, long count) {
        if (count > 0) {
            all.add(expect(quantity, someOrNone(count)));
        }
    }

    /** How many there are exactly is chance, save none. */
    private static Range someOrNone(long count) {
        return count == 0 ? new Range(0, 0) : new Range(1, Long.MAX_VALUE);
    }

    /** None, some, or all of the records. */
    private Range share(long count) {
        return count == 0 || count == records ? new Range(count, count) : new Range(1, records - 1);
    }
}
