package ackscope.core.metrics;

import ackscope.core.breaker.BreakerView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.LabEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rules on live values, all of them on at first. {@link #take} is called once for every sample, by one thread; its times are the samples',
 * so nothing here reads a clock. Rules may be changed and alerts read by any thread. Alerts of a run end with it.
 */
public final class Alerts {
    private static final int KEPT = 100;
    private static final int NONE = -1;

    private final Consumer<LabEvent> events;
    private final Map<AlertCondition, AlertWatch> watches = new EnumMap<>(AlertCondition.class);
    private final Map<AlertCondition, StandingAlert> standing = new EnumMap<>(AlertCondition.class);
    private final List<Alert> all = new ArrayList<>();
    private final Readings readings = new Readings();
    private long raised;
    private int leftRun = NONE;

    /** @param events where {@link AlertEvent}s go, called by who calls {@link #take} */
    public Alerts(Consumer<LabEvent> events) {
        this.events = events;
        AlertRule.presets().forEach(rule -> watches.put(rule.condition(), new AlertWatch(rule)));
    }

    /**
     * Looks at the next sample.
     *
     * @param breaker   as it is then
     * @param faultActs whether something is broken on purpose then, which is what there is to be healed
     */
    public synchronized void take(Sample sample, BreakerView breaker, boolean faultActs) {
        boolean anotherRun = readings.take(sample, breaker);
        boolean left = sample.run() == leftRun;
        watches.forEach((condition, watch) -> {
            boolean over = !condition.outlivesRun() && (anotherRun || left);
            if (over || (readings.idle() && condition.endsWithLoad())) {
                tell(watch.end(), condition, Reading.NOTHING, false, sample.atMs());
            }
            if (left && !watch.raised()) {
                return;
            }
            Reading reading = readings.of(condition);
            tell(watch.take(reading.value(), sample.atMs()), condition, reading, faultActs, sample.atMs());
            Optional.ofNullable(standing.get(condition)).ifPresent(alert -> renew(alert, reading,
                    condition.calm(reading.value(), watch.rule().threshold()), faultActs, sample.atMs()));
        });
    }

    /** What becomes of a run's records from now on is the doing of who cleans up after it: it raises no alert any more. */
    public synchronized void leave(int run) {
        leftRun = run;
    }

    private void tell(AlertWatch.Change change, AlertCondition condition, Reading reading, boolean faultActs,
            long atMs) {
        switch (change) {
            case RAISED -> raise(condition, reading, faultActs, atMs);
            case CLEARED -> clear(condition, atMs);
            case NOTHING -> {
            }
        }
    }

    private void raise(AlertCondition condition, Reading reading, boolean faultActs, long atMs) {
        StandingAlert now = new StandingAlert(condition, ++raised, reading, readings.mostFailuresBy(),
                readings.bufferAwaited(), faultActs, atMs);
        standing.put(condition, now);
        Alert alert = now.shown();
        all.addFirst(alert);
        while (all.size() > KEPT && all.getLast().clearedMs().isPresent()) {
            all.removeLast();
        }
        events.accept(new AlertEvent.Raised(alert.id(), alert.rule(), alert.cause(), alert.evidence(), alert.next(),
                atMs));
    }

    private void renew(StandingAlert alert, Reading reading, boolean calm, boolean faultActs,
            long atMs) {
        Alert before = alert.shown();
        alert.take(reading, calm, faultActs, atMs);
        if (!alert.shown().equals(before)) {
            all.set(all.indexOf(before), alert.shown());
        }
    }

    private void clear(AlertCondition condition, long atMs) {
        StandingAlert alert = standing.remove(condition);
        all.set(all.indexOf(alert.shown()), alert.cleared(atMs));
        events.accept(new AlertEvent.Cleared(alert.shown().id(), condition.title(),
                atMs - alert.shown().raisedMs(), atMs));
    }

    /** Those that stand and the last ones that were cleared, newest first. */
    public synchronized List<Alert> alerts() {
        return List.copyOf(all);
    }

    /** How many were raised since the app began. */
    public synchronized long raised() {
        return raised;
    }

    /** The rules in use, in the order of {@link AlertCondition}. */
    public synchronized List<AlertRule> rules() {
        return watches.values().stream().map(AlertWatch::rule).toList();
    }

    /**
     * Uses a rule in place of the one for its condition. One that is switched off clears its alert with the next sample.
     *
     * @throws IllegalArgumentException with the first problem's words if it cannot be used
     */
    public synchronized void set(AlertRule rule) {
        List<String> problems = rule.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.getFirst());
        }
        watches.get(rule.condition()).set(rule);
    }
}
