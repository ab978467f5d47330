package ackscope.core.metrics;

import ackscope.core.breaker.BreakerView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.LabEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Rules on live values, all of them on at first. {@link #take} is called once for every sample, by one thread; its times are the samples',
 * so nothing here reads a clock. Rules may be changed and alerts read by any thread. Alerts of a run end with it.
 */
public final class Alerts {
    private static final int KEPT = 100;

    private final Consumer<LabEvent> events;
    private final Map<AlertCondition, AlertWatch> watches = new EnumMap<>(AlertCondition.class);
    private final Map<AlertCondition, Alert> standing = new EnumMap<>(AlertCondition.class);
    private final List<Alert> all = new ArrayList<>();
    private final Readings readings = new Readings();
    private long raised;

    /** @param events where {@link AlertEvent}s go, called by who calls {@link #take} */
    public Alerts(Consumer<LabEvent> events) {
        this.events = events;
        AlertRule.presets().forEach(rule -> watches.put(rule.condition(), new AlertWatch(rule)));
    }

    /** Looks at the next sample, and at the breaker as it is then. */
    public synchronized void take(Sample sample, BreakerView breaker) {
        boolean anotherRun = readings.take(sample, breaker);
        watches.forEach((condition, watch) -> {
            if ((anotherRun && !condition.outlivesRun()) || (readings.idle() && condition.endsWithLoad())) {
                tell(watch.end(), condition, Reading.NOTHING, sample.atMs());
            }
            Reading reading = readings.of(condition);
            tell(watch.take(reading.value(), sample.atMs()), condition, reading, sample.atMs());
        });
    }

    private void tell(AlertWatch.Change change, AlertCondition condition, Reading reading, long atMs) {
        switch (change) {
            case RAISED -> raise(condition, reading, atMs);
            case CLEARED -> clear(condition, atMs);
            case NOTHING -> {
            }
        }
    }

    private void raise(AlertCondition condition, Reading reading, long atMs) {
        AlertWords words = AlertWords.of(condition, readings.mostFailuresBy(), readings.bufferAwaited());
        Alert alert = new Alert(++raised, condition.title(), words.cause(), reading.evidence(), words.next(), atMs,
                OptionalLong.empty());
        standing.put(condition, alert);
        all.addFirst(alert);
        while (all.size() > KEPT && all.getLast().clearedMs().isPresent()) {
            all.removeLast();
        }
        events.accept(new AlertEvent.Raised(alert.id(), alert.rule(), alert.cause(), alert.evidence(), alert.next(),
                atMs));
    }

    private void clear(AlertCondition condition, long atMs) {
        Alert alert = standing.remove(condition);
        all.set(all.indexOf(alert), new Alert(alert.id(), alert.rule(), alert.cause(), alert.evidence(), alert.next(),
                alert.raisedMs(), OptionalLong.of(atMs)));
        events.accept(new AlertEvent.Cleared(alert.id(), alert.rule(), atMs - alert.raisedMs(), atMs));
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
