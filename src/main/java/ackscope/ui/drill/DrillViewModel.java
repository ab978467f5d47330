package ackscope.ui.drill;

import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillHistory;
import ackscope.core.drill.DrillRunner;
import ackscope.core.drill.DrillScore;
import ackscope.core.fault.FaultGroup;
import ackscope.ui.base.Away;
import ackscope.ui.base.Background;
import ackscope.ui.base.Failures;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A drill under way: what was answered, and what it was worth. FX thread. */
public final class DrillViewModel implements Receiver {
    private static final long LEAST_QUIET_MS = 6_000;
    private static final long MOST_QUIET_MS = 14_000;
    private static final long SECOND_MS = 1_000;

    private final DrillControl control;
    private final Background background;
    private final Consumer<String> say;
    private final RandomGenerator chance;
    private final LongSupplier clockMs;
    private final ReadOnlyObjectWrapper<List<DrillCause>> causes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<Optional<Clock>> clock = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    /** Written on the drill's own thread. */
    private volatile Heard heard = Heard.NOTHING;
    private AtomicBoolean enough = new AtomicBoolean();
    private Optional<DrillCause> secret = Optional.empty();

    /** When the load began and when the fault acted, ms since the epoch; 0 before. */
    private record Heard(Optional<DrillRunner.Phase> phase, long steadyMs, long actedMs) {
        private static final Heard NOTHING = new Heard(Optional.empty(), 0, 0);
    }

    /** How a drill ended. */
    enum Ending {
        NAMED, GIVEN_UP, TIME_OVER
    }

    /**
     * What it came to.
     *
     * @param tookMs from the beginning of the fault
     */
    record Outcome(DrillCause cause, Ending ending, int points, long tookMs, int wrong) {
    }

    /** A name that was wrong, and the points that it cost. */
    record Wrong(DrillCause cause, int cost) {
    }

    /**
     * What a person has while an answer is taken. The seconds count from the beginning of the load; the points betray
     * when the fault began once they fall, which is after the time that costs nothing.
     *
     * @param goneS  whole seconds
     * @param points what the right name is worth now
     */
    record Clock(long goneS, int points) {
    }

    /**
     * How a drill stands.
     *
     * @param running whether it goes on, or is being healed
     * @param phase   as far as it has come
     * @param wrong   answers that were wrong, the last one last
     * @param outcome once there is one; the cluster may still be healed then
     */
    record State(boolean running, DrillRunner.Phase phase, List<Wrong> wrong, Optional<Outcome> outcome) {
        private static final State NONE = new State(false, DrillRunner.Phase.PREPARING, List.of(), Optional.empty());

        State {
            wrong = List.copyOf(wrong);
        }

        /** Whether an answer is taken. */
        boolean open() {
            return running && outcome.isEmpty()
                    && (phase == DrillRunner.Phase.STEADY || phase == DrillRunner.Phase.ACTING);
        }
    }

    /**
     * @param say     shows a sentence to the person
     * @param chance  chooses the fault and when it begins
     * @param clockMs ms since the epoch
     */
    public DrillViewModel(DrillControl control, Background background, Consumer<String> say, RandomGenerator chance,
            LongSupplier clockMs) {
        this.control = control;
        this.background = background;
        this.say = say;
        this.chance = chance;
        this.clockMs = clockMs;
        background.run(() -> {
            control.history().load();
            return control.causes();
        }, all -> {
            causes.set(all);
            standing.set(standingWords());
        }, e -> say.accept(Failures.words(e)));
    }

    /** What can be answered, in the order of the groups. */
    ReadOnlyObjectProperty<List<DrillCause>> causesProperty() {
        return causes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** While an answer is taken. */
    ReadOnlyObjectProperty<Optional<Clock>> clockProperty() {
        return clock.getReadOnlyProperty();
    }

    /** Why the last drill did not begin or end, or "". */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How the drills went so far, in a sentence, or "". */
    ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Whether none can begin for another cluster is in use. */
    Away away() {
        return control.away();
    }

    /** The causes of a group. */
    List<DrillCause> in(FaultGroup group) {
        return causes.get().stream().filter(c -> c.group() == group).toList();
    }

    private String standingWords() {
        List<DrillHistory.Done> all = control.history().all();
        if (all.isEmpty()) {
            return "";
        }
        double mean = all.stream().mapToInt(DrillHistory.Done::points).average().orElse(0);
        return (all.size() == 1 ? "One drill so far: " : "The last " + all.size() + " drills: ") + Math.round(mean)
                + (all.size() == 1 ? " points." : " points on average.");
    }

    @Override
    public void receive(FeedBatch batch) {
        State now = state.get();
        Heard news = heard;
        if (now.running() && news.phase().isPresent() && news.phase().get() != now.phase()) {
            state.set(new State(true, news.phase().get(), now.wrong(), now.outcome()));
        }
        tick();
    }

    private void tick() {
        State now = state.get();
        clock.set(now.open()
                ? Optional.of(new Clock((clockMs.getAsLong() - heard.steadyMs()) / SECOND_MS,
                        worth(now.wrong().size())))
                : Optional.empty());
    }

    /** Of the right name, were it given now. */
    private int worth(int wrong) {
        long actedMs = heard.actedMs();
        return DrillScore.points(actedMs == 0 ? 0 : clockMs.getAsLong() - actedMs, wrong);
    }

    /** Begins one; says why when it cannot. */
    void begin() {
        String obstacle = state.get().running() ? "A drill goes on already." : control.obstacle();
        trouble.set(obstacle);
        if (!obstacle.isEmpty() || causes.get().isEmpty()) {
            return;
        }
        DrillCause cause = causes.get().get(chance.nextInt(causes.get().size()));
        long quietMs = chance.nextLong(LEAST_QUIET_MS, MOST_QUIET_MS);
        long seed = chance.nextLong();
        AtomicBoolean stop = new AtomicBoolean();
        enough = stop;
        heard = Heard.NOTHING;
        secret = Optional.of(cause);
        state.set(new State(true, DrillRunner.Phase.PREPARING, List.of(), Optional.empty()));
        control.showConsole();
        background.run(() -> {
            control.run(cause, quietMs, seed, this::heard, stop::get);
            return cause;
        }, _ -> over(), e -> {
            State now = state.get();
            state.set(new State(false, now.phase(), now.wrong(), now.outcome()));
            tick();
            trouble.set(Failures.words(e));
            say.accept(Failures.words(e));
        });
    }

    private void heard(DrillRunner.Phase phase) {
        heard = new Heard(Optional.of(phase),
                phase == DrillRunner.Phase.STEADY ? clockMs.getAsLong() : heard.steadyMs(),
                phase == DrillRunner.Phase.ACTING ? clockMs.getAsLong() : heard.actedMs());
    }

    /** The cluster is whole again. */
    private void over() {
        State now = state.get();
        Optional<Outcome> outcome = now.outcome();
        if (outcome.isEmpty() && !enough.get()) {
            outcome = secret.map(cause -> outcome(cause, Ending.TIME_OVER, 0));
            outcome.ifPresent(this::keep);
        }
        if (outcome.isEmpty()) {
            trouble.set("The drill was cancelled; the cluster is whole again.");
            say.accept(trouble.get());
        }
        state.set(new State(false, now.phase(), now.wrong(), outcome));
        tick();
    }

    /** Names a cause. An answer while nothing acts yet is a wrong one. */
    void answer(DrillCause named) {
        State now = state.get();
        if (!now.open()) {
            return;
        }
        boolean acts = heard.actedMs() > 0;
        if (acts && secret.equals(Optional.of(named))) {
            end(outcome(named, Ending.NAMED, worth(now.wrong().size())));
        } else {
            List<Wrong> wrong = new ArrayList<>(now.wrong());
            wrong.add(new Wrong(named, worth(now.wrong().size()) - worth(now.wrong().size() + 1)));
            state.set(new State(true, now.phase(), wrong, Optional.empty()));
            tick();
        }
    }

    /** Ends it and shows the answer, once something acts; before that it is the same as {@link #cancel}. */
    void giveUp() {
        if (!state.get().open()) {
            return;
        }
        if (heard.actedMs() == 0) {
            cancel();
        } else {
            secret.ifPresent(cause -> end(outcome(cause, Ending.GIVEN_UP, 0)));
        }
    }

    private Outcome outcome(DrillCause cause, Ending ending, int points) {
        long tookMs = Math.min(DrillRunner.LIMIT_MS, clockMs.getAsLong() - heard.actedMs());
        return new Outcome(cause, ending, points, tookMs, state.get().wrong().size());
    }

    private void end(Outcome outcome) {
        State now = state.get();
        keep(outcome);
        state.set(new State(true, now.phase(), now.wrong(), Optional.of(outcome)));
        tick();
        enough.set(true);
    }

    private void keep(Outcome outcome) {
        long atMs = clockMs.getAsLong();
        background.run(() -> {
            control.history().add(new DrillHistory.Done(outcome.cause().fault(), outcome.points(), outcome.wrong(),
                    outcome.tookMs(), atMs));
            return standingWords();
        }, standing::set, e -> say.accept(Failures.words(e)));
    }

    /** Ends it without a score; everything is healed. */
    void cancel() {
        if (state.get().running()) {
            enough.set(true);
        }
    }

    void showDrill() {
        control.showDrill();
    }

    void showConsole() {
        control.showConsole();
    }
}
