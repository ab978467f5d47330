package ackscope.core.lab;

import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.ScenarioRunner;
import ackscope.core.scenario.Turn;
import ackscope.core.scenario.Venue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plays scenarios in the lab itself, so that every panel of a window shows them: one at a time, and none beside twin runs, an audit or what
 * the console sends. Meanwhile the console keeps its settings and its topic to itself, and has them back afterwards. Any thread.
 */
public final class Plays {
    /** Why nothing else can be done beside it. */
    static final String GOES_ON = "A lesson, a scenario, a twin run or a drill goes on. Wait for its end, or cancel it.";

    private final Lab lab;
    private final Turn turn;
    private volatile OptionalLong since = OptionalLong.empty();

    /** @param turn shared with twin runs */
    Plays(Lab lab, Turn turn) {
        this.lab = lab;
        this.turn = turn;
    }

    /** Whether a scenario or a twin run is being played. */
    public boolean running() {
        return turn.taken();
    }

    /** When what is played in the console's place began, ms since the epoch; empty while nothing is. Twin runs have a place of their own. */
    public OptionalLong sinceMs() {
        return since;
    }

    /** What is played in the console's place sends with these; empty while nothing is, and before it is ready to send. */
    public Optional<PlayTerms> terms() {
        return lab.played();
    }

    /** Why nothing can be played now, in words, or "". */
    public String obstacle() {
        if (turn.taken()) {
            return GOES_ON;
        }
        if (!lab.obstacle().isEmpty()) {
            return lab.obstacle();
        }
        if (lab.audits().running()) {
            return "An audit is being made, which heals what a scenario would break. Wait for it.";
        }
        return lab.engine().progress().busy()
                ? "The console is sending, and a scenario would break that as well. Stop it first."
                : "";
    }

    /**
     * Plays one. Blocks for a few seconds to a minute; not for the FX thread. What was sent before becomes a run of its own, and whatever
     * happens, the cluster is made whole at the end.
     *
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws ScenarioException     in words when it cannot begin or be played to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return play("", scenario, progress, cancelled);
    }

    /**
     * The same.
     *
     * @param called what its runs are called: "Lesson: What does an ack promise?"; "" for the scenario's title
     */
    public ScenarioResult play(String called, Scenario scenario, Consumer<ScenarioProgress> progress,
            BooleanSupplier cancelled) {
        return alone(venue -> new ScenarioRunner(venue, called).play(scenario, progress, cancelled));
    }

    /**
     * Has the lab for itself while something is done with the console's own engine, and returns what comes of it. Blocks as long.
     *
     * @throws ScenarioException in words when it cannot begin
     */
    public <T> T alone(Function<Venue, T> todo) {
        String obstacle = obstacle();
        if (!obstacle.isEmpty()) {
            throw new ScenarioException(obstacle);
        }
        return turn.take(() -> {
            since = OptionalLong.of(System.currentTimeMillis());
            try {
                return todo.apply(new LabVenue(lab));
            } finally {
                since = OptionalLong.empty();
            }
        });
    }
}
