package ackscope.core.scenario;

import ackscope.core.audit.AuditException;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.event.FaultEvent;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultException;
import ackscope.core.settings.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays scenarios at a {@link Venue}: each half on a topic of its own, the cluster made whole before, between and after. Blocks for a few
 * seconds to a minute, with a limit on every wait; any thread but the FX thread, one play at a time.
 */
public final class ScenarioRunner {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("HHmmss-SSS", Locale.ROOT);

    /** Faults of the client that would still touch what belongs to others. */
    private static final Set<String> LABS_ALONE = Set.of("client-password", "client-unknown-topic");

    private final Venue venue;
    private final String called;

    /** Its runs are called after the scenario. */
    public ScenarioRunner(Venue venue) {
        this(venue, "");
    }

    /** @param called what its runs are called, "Lesson: What does an ack promise?"; "" for the scenario's title */
    public ScenarioRunner(Venue venue, String called) {
        this.venue = venue;
        this.called = called;
    }

    /**
     * Plays.
     *
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws ScenarioException     in words when it cannot be played to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        refuseWithoutLab(scenario);
        long began = System.nanoTime();
        List<Played> halves = new ArrayList<>();
        try {
            venue.call(run(scenario, scenario.settings()));
            halves.add(new Player(venue, scenario, scenario.settings(), topic(scenario, "a"),
                    scenario.twins() ? told(progress, "First half: ", 0, 0.5) : told(progress, "", 0, 1), cancelled)
                    .play(scenario.expected()));
            if (scenario.twins()) {
                venue.call(run(scenario, scenario.second()));
                halves.add(new Player(venue, scenario, scenario.second(), topic(scenario, "b"),
                        told(progress, "Second half: ", 0.5, 0.5), cancelled).play(scenario.expectedOfTwin()));
            }
        } catch (ClusterException | FaultException | AuditException | ScenarioException | CancellationException e) {
            throw ScenarioException.ended("It", e);
        }
        return new ScenarioResult(scenario, halves, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private String run(Scenario scenario, SortedMap<String, String> settings) {
        return scenario.half(called.isEmpty() ? "Scenario: " + scenario.title() : called, settings);
    }

    /** Puts a half's own progress in its place of the whole. */
    static Consumer<ScenarioProgress> told(Consumer<ScenarioProgress> progress, String half, double from, double of) {
        return news -> progress.accept(new ScenarioProgress(half + news.words() + ".", from + news.share() * of));
    }

    static String topic(Scenario scenario, String half) {
        return scenario.name() + "-" + STAMP.format(Instant.now().atZone(ZoneId.systemDefault())) + half;
    }

    /**
     * What a cluster that is not the lab's own cannot do is refused before anything is touched.
     *
     * @throws ScenarioException naming the first of it
     */
    private void refuseWithoutLab(Scenario scenario) {
        if (venue.cluster() instanceof LabCluster) {
            return;
        }
        if (scenario.settings().containsKey(Keys.TRANSACTIONAL_ID)) {
            throw new ScenarioException("It takes the transactional.id '"
                    + scenario.settings().get(Keys.TRANSACTIONAL_ID)
                    + "' over, and on a cluster that others use that could fence one of their producers. Play it in the"
                    + " lab.");
        }
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Show || step instanceof Step.Rival) {
                throw new ScenarioException("It leaves transactions open or fences producers, which would hold up"
                        + " whoever reads and writes there. Play it in the lab.");
            }
            if (step instanceof Step.Break fault && LABS_ALONE.contains(fault.fault())) {
                throw new ScenarioException("The step '" + fault.fault() + "' would log in wrongly or write to a topic"
                        + " of another name there. Play it in the lab.");
            }
            if (step instanceof Step.Break fault && new FaultCatalogue().find(fault.fault())
                    .map(kind -> kind.place() != FaultEvent.Place.CLIENT).orElse(true)) {
                throw new ScenarioException("The step '" + fault.fault()
                        + "' breaks brokers or the way to them, and that"
                        + " needs the lab's own cluster. Play it there, or choose a scenario that breaks nothing but"
                        + " the producer.");
            }
        }
        Stream.concat(scenario.expected().stream(), scenario.expectedOfTwin().stream())
                .filter(e -> e.quantity().wire()).findFirst().ifPresent(e -> {
                    throw new ScenarioException(
                            "'" + e.id() + "' is read off the lab's own proxies, and another cluster"
                                    + " is reached without them. Play it in the lab, or leave that expectation out.");
                });
    }
}
