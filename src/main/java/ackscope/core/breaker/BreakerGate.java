package ackscope.core.breaker;

import ackscope.core.event.BreakerEvent;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A circuit breaker around final outcomes: {@link #tryPass} before {@code send()}, then exactly one of {@link #succeeded},
 * {@link #failed} and {@link #left} with the ticket. Off until set. The judging is resilience4j's {@code CircuitBreaker}.
 *
 * <p>An outcome counts only in the state in which its record passed. Records that were on their way when the breaker opened are reported
 * long after, perhaps while it is half open: resilience4j would take them for the tries, and open or close on news of the past. A
 * ticket names the state, so they are let pass unjudged.
 *
 * <p>Any thread; every call is a short critical section, and cheap while it is off. Events are told within it, by the thread whose call
 * changed the state.
 */
public final class BreakerGate {
    /** The ticket of who was turned away. */
    public static final long REFUSED = -1;
    /** The ticket of who met no breaker; its outcome is nobody's business. */
    public static final long UNJUDGED = 0;

    private final IllegalStateException failure = new IllegalStateException("a record failed");

    private final LongSupplier nanos;
    private final LongSupplier clockMs;
    private final Consumer<LabEvent> events;
    private volatile boolean on;
    private BreakerSettings settings = BreakerSettings.DEFAULTS;
    private CircuitBreaker breaker;
    /** Names the state's period; a ticket is the period in which it was given. */
    private long period = 1;
    private long openedNanos;
    private long passed;
    private int wentWell;
    private int wentWrong;

    /**
     * @param nanos   a time in ns that only differences have meaning of
     * @param clockMs ms since the epoch, for events
     */
    public BreakerGate(LongSupplier nanos, LongSupplier clockMs, Consumer<LabEvent> events) {
        this.nanos = nanos;
        this.clockMs = clockMs;
        this.events = events;
        breaker = breaker(settings);
    }

    private CircuitBreaker breaker(BreakerSettings s) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(s.size(), s.least(), s.window() == BreakerSettings.Window.COUNT
                        ? SlidingWindowType.COUNT_BASED
                        : SlidingWindowType.TIME_BASED)
                .failureRateThreshold((float) s.failurePercent())
                .slowCallDurationThreshold(Duration.ofMillis(s.slowMs()))
                .slowCallRateThreshold((float) s.slowPercent())
                .waitDurationInOpenState(Duration.ofMillis(s.openMs()))
                .permittedNumberOfCallsInHalfOpenState(s.permits())
                .clock(new Ticking(nanos))
                .currentTimestampFunction(_ -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
                .build();
        CircuitBreaker made = CircuitBreaker.of("ackscope", config);
        made.getEventPublisher().onStateTransition(e -> changed(state(e.getStateTransition().getFromState()),
                state(e.getStateTransition().getToState())));
        return made;
    }

    /**
     * New settings. Unless they are those in use, the breaker starts anew, closed and with an empty window.
     *
     * @throws IllegalArgumentException with the first problem's words if they cannot be used
     */
    public synchronized void set(BreakerSettings next) {
        if (!next.problems().isEmpty()) {
            throw new IllegalArgumentException(next.problems().getFirst().text());
        }
        BreakerSettings before = settings;
        settings = next;
        if (next.sameBreaker(before)) {
            return;
        }
        State was = state();
        breaker = breaker(next);
        nextPeriod();
        on = next.on();
        if (before.on() && was != State.CLOSED) {
            tell(was, State.CLOSED, next.on() ? "new settings: it starts anew" : "it was switched off");
        }
    }

    /** The settings in use. */
    public synchronized BreakerSettings settings() {
        return settings;
    }

    /** Whether it stands in the way at all. */
    public boolean on() {
        return on;
    }

    /** A ticket for one record, or {@link #REFUSED}. */
    public long tryPass() {
        return on ? judge() : UNJUDGED;
    }

    private synchronized long judge() {
        if (!on) {
            return UNJUDGED;
        }
        if (!breaker.tryAcquirePermission()) {
            return REFUSED;
        }
        passed++;
        return period;
    }

    /** The record was acknowledged, this long after it passed. */
    public void succeeded(long ticket, long tookNanos) {
        if (ticket != UNJUDGED) {
            judged(ticket, true, tookNanos);
        }
    }

    /** The record was reported failed, this long after it passed. */
    public void failed(long ticket, FailureKind kind, long tookNanos) {
        if (ticket == UNJUDGED) {
            return;
        }
        if (settings().counted().contains(kind)) {
            judged(ticket, false, tookNanos);
        } else {
            left(ticket);
        }
    }

    private synchronized void judged(long ticket, boolean well, long tookNanos) {
        if (ticket != period) {
            return;
        }
        if (well) {
            wentWell++;
            breaker.onSuccess(tookNanos, TimeUnit.NANOSECONDS);
        } else {
            wentWrong++;
            breaker.onError(tookNanos, TimeUnit.NANOSECONDS, failure);
        }
    }

    /** No outcome will come that says anything; the try may be made by another record. */
    public synchronized void left(long ticket) {
        if (ticket == period) {
            passed--;
            breaker.releasePermission();
        }
    }

    /** The producer ended: tries without an outcome will have none, others may be made. */
    public synchronized void producerEnded() {
        if (on && state() == State.HALF_OPEN) {
            for (long open = passed - wentWell - wentWrong; open > 0; open--) {
                left(period);
            }
            // A callback that comes all the same must not count for a try that was given back.
            period++;
        }
    }

    /** As it is now. */
    public synchronized State state() {
        return on ? state(breaker.getState()) : State.CLOSED;
    }

    /** Whether {@link #tryPass} would let a record through now. */
    public synchronized boolean passable() {
        return switch (state()) {
            case CLOSED -> true;
            case HALF_OPEN -> passed < settings.permits();
            case OPEN -> untilTryNanos() < 0;
        };
    }

    private long untilTryNanos() {
        return openedNanos + TimeUnit.MILLISECONDS.toNanos(settings.openMs()) - nanos.getAsLong();
    }

    /** What there is to see of it, with nothing in the outbox. */
    public synchronized BreakerView view() {
        if (!on) {
            return BreakerView.OFF;
        }
        State now = state();
        CircuitBreaker.Metrics window = breaker.getMetrics();
        return new BreakerView(true, now, share(window.getFailureRate()), settings.failurePercent() / 100,
                share(window.getSlowCallRate()), settings.slowPercent() / 100, window.getNumberOfBufferedCalls(),
                now == State.HALF_OPEN ? Math.min(settings.permits(), settings.least()) : settings.least(),
                now == State.OPEN ? Math.max(0, untilTryNanos() / 1_000_000) : -1,
                now == State.HALF_OPEN ? settings.permits() - (int) passed : -1, 0, settings.outboxRecords(), 0, 0, 0);
    }

    private static double share(float percent) {
        return percent < 0 ? Double.NaN : percent / 100.0;
    }

    private void changed(State from, State to) {
        String why = switch (to) {
            case OPEN -> why(from);
            case HALF_OPEN -> Figures.time(settings.openMs()) + " are over: " + Figures.count(settings.permits(),
                    "record goes", "records go") + " through to see";
            case CLOSED -> wentWell + " of " + (wentWell + wentWrong) + " tries went well";
        };
        if (to == State.OPEN) {
            openedNanos = nanos.getAsLong();
        }
        nextPeriod();
        tell(from, to, why);
    }

    private String why(State from) {
        CircuitBreaker.Metrics window = breaker.getMetrics();
        int seen = window.getNumberOfBufferedCalls();
        String which = from == State.HALF_OPEN
                ? "the " + Figures.count(seen, "try", "tries")
                : settings.window() == BreakerSettings.Window.COUNT
                        ? "the last " + seen
                        : "the " + seen + " of the last " + Figures.time(settings.size() * 1000L);
        return window.getFailureRate() >= settings.failurePercent()
                ? Figures.percent(window.getFailureRate()) + " of " + which + " failed, it opens at "
                        + Figures.percent(settings.failurePercent())
                : Figures.percent(window.getSlowCallRate()) + " of " + which + " took longer than "
                        + Figures.time(settings.slowMs()) + ", it opens at " + Figures.percent(settings.slowPercent());
    }

    private void nextPeriod() {
        period++;
        passed = 0;
        wentWell = 0;
        wentWrong = 0;
    }

    private void tell(State from, State to, String why) {
        events.accept(new BreakerEvent.Changed(from, to, why, clockMs.getAsLong()));
    }

    private static State state(CircuitBreaker.State state) {
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
        };
    }

    /** resilience4j's waits and windows, on a time that does not jump. */
    private static final class Ticking extends Clock {
        private final LongSupplier nanos;

        Ticking(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(0, nanos.getAsLong());
        }
    }
}
