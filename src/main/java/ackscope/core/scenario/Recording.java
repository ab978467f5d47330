package ackscope.core.scenario;

import ackscope.core.run.Plain;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Broken.Timed;
import ackscope.core.scenario.Expectation.Range;
import ackscope.core.scenario.Step.After;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a scenario of a run that was kept: what was sent, with which settings, to a topic of what shape, what was broken when, and
 * of what came of it as much as surely comes of it again. Calls of the transactional producer made by hand are not in a run's record; transactions of a load are.
 */
public final class Recording {
    private static final long MOST_SEED = 1L << 53;

    private final RunRecord run;
    private final String title;
    private final Broken broken;
    private final Seen seen;
    private final List<Asked> asked;
    private final long records;

    private Recording(RunRecord run, String title) {
        this.run = run;
        this.title = title;
        asked = run.work().stream().filter(a -> !a.warmUp()).toList();
        records = run.totals().sent() - run.warmUps();
        if (asked.isEmpty() || records < 1) {
            throw new ScenarioException("This run sent nothing that a scenario could send again.");
        }
        if (run.topics().size() != 1) {
            throw new ScenarioException("This run was sent to " + run.topics().size()
                    + " topics, and a scenario is played on one. Send a run to one topic, then save that.");
        }
        broken = new Broken(run, asked.getFirst());
        seen = new Seen(run);
    }

    /**
     * The text of the scenario's file.
     *
     * @param title in a person's words
     * @throws ScenarioException in words when the run is none that can be played again, or proves nothing
     */
    public static String text(RunRecord run, String title) {
        String text = ScenarioText.of(new Recording(run, title).scenario());
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
        List<Timed> timed = new ArrayList<>(broken.steps());
        for (int i = 1; i < loads.size(); i++) {
            timed.add(new Timed(asked.get(i).atMs(), new Step.Send(at(asked.get(i).atMs()), loads.get(i))));
        }
        List<Step> steps = timed.stream().sorted(Comparator.comparingLong(Timed::atMs)).map(Timed::step).toList();
        String what = loads.stream().map(Workload::words).collect(Collectors.joining("; then "));
        String faults = broken.words();
        return new Scenario("recorded", title,
                what + (faults.isEmpty() ? "." : ". Meanwhile: " + faults + ".") + " Seen in the run: " + seen.words()
                        + ".",
                faults.isEmpty()
                        ? "Saved from a run at the console."
                        : "Saved from a run at the console. No more is expected of it than what its faults surely make;"
                                + " what else was seen then may come out otherwise each time.",
                Math.floorMod(loads.getFirst().seed(), MOST_SEED), shape(),
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

    /** With nothing broken a run comes out so again; with faults, only what they make surely. */
    private List<Expectation> expected() {
        List<Expectation> all = new ArrayList<>();
        if (broken.acts().isEmpty()) {
            calm(all);
            return all;
        }
        for (Quantity quantity : Surely.made(run, asked, broken.acts())) {
            if (quantity == Quantity.SLOWEST && run.latency().maxMs() >= Quantity.SLOW_MS) {
                all.add(atLeast(quantity, Quantity.SLOW_MS));
            } else if (quantity != Quantity.SLOWEST && seen.of(quantity) > 0) {
                all.add(atLeast(quantity, 1));
            }
        }
        if (all.isEmpty()) {
            throw new ScenarioException("What came of this run under its faults hung on the moment and may come out"
                    + " otherwise the next time: " + seen.words() + ". A scenario expects something that its faults"
                    + " surely make. Set them before you send, or let a load run at a steady pace for some time while"
                    + " they act; then save that run.");
        }
        return all;
    }

    private void calm(List<Expectation> all) {
        if (seen.of(Quantity.ACKED) == records) {
            all.add(new Expectation(Quantity.ACKED, "", new Range(records, records)));
        }
        all.add(seen.of(Quantity.FAILED) == 0 ? none(Quantity.FAILED) : atLeast(Quantity.FAILED, 1));
        if (seen.audited()) {
            Stream.of(Quantity.LOST, Quantity.DUPLICATED, Quantity.REORDERED, Quantity.WRITTEN_THOUGH_FAILED,
                    Quantity.ABORTED_VISIBLE).filter(q -> seen.of(q) == 0).forEach(q -> all.add(none(q)));
        }
    }

    private static Expectation atLeast(Quantity quantity, long least) {
        return new Expectation(quantity, "", new Range(least, Long.MAX_VALUE));
    }

    private static Expectation none(Quantity quantity) {
        return new Expectation(quantity, "", new Range(0, 0));
    }
}
