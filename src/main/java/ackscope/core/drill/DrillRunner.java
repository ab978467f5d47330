package ackscope.core.drill;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.cluster.ClusterException;
import ackscope.core.compose.ComposeException;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.Trigger;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Ground;
import ackscope.core.scenario.Patience;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.Venue;
import ackscope.core.settings.EffectiveSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets a fault act beside a steady load until somebody has had enough. The cluster is whole before and after. Blocks; any thread but the
 * FX thread.
 */
public final class DrillRunner {
    /** How long a fault acts at most, ms: a drill that nobody ends is over then. */
    public static final long LIMIT_MS = 180_000;

    private static final Scenario.Shape TOPIC = new Scenario.Shape(3, 3, 2);
    private static final int RATE = 100;
    private static final int SLICE = 200;
    private static final int BYTES = 500;
    /** Nothing fails by time alone while the drill lasts, for that looks the same whatever the cause is. */
    private static final Map<String, String> SETTINGS = Map.of("delivery.timeout.ms", "300000", "request.timeout.ms",
            "3000");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("HHmmss-SSS", Locale.ROOT);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Venue venue;
    private final DrillCause cause;
    private final long seed;
    private CompletableFuture<Void> slice = CompletableFuture.completedFuture(null);

    /** How far a drill is. */
    public enum Phase {
        /** The cluster is made whole, and a topic is made. */
        PREPARING,
        /** The load runs, and nothing is broken. */
        STEADY,
        /** The fault acts. */
        ACTING,
        /** It is over, and everything is healed. */
        HEALING
    }

    /** @param seed of the values that are sent */
    public DrillRunner(Venue venue, DrillCause cause, long seed) {
        this.venue = venue;
        this.cause = cause;
        this.seed = seed;
    }

    /**
     * Goes through it.
     *
     * @param quietMs how long nothing is broken
     * @param told    the phase that begins, on this thread
     * @param enough  asked often; ends it
     * @throws ScenarioException in words when it cannot be gone through
     */
    public void run(long quietMs, Consumer<Phase> told, BooleanSupplier enough) {
        Patience patience = new Patience(enough);
        try (Ground ground = new Ground(venue, patience, _ -> {
        })) {
            try {
                act(ground, patience, quietMs, told);
            } finally {
                told.accept(Phase.HEALING);
            }
        } catch (CancellationException | ScenarioException | ClusterException | FaultException e) {
            RuntimeException ended = ScenarioException.ended("The drill", e);
            if (!(ended instanceof CancellationException)) {
                throw ended;
            }
            // Somebody has had enough: that is how a drill ends.
        }
    }

    private void act(Ground ground, Patience patience, long quietMs, Consumer<Phase> told) {
        told.accept(Phase.PREPARING);
        ground.makeWhole();
        ground.beginRun();
        String topic = "drill-" + STAMP.format(Instant.now().atZone(ZoneId.systemDefault()));
        venue.call("Drill, " + DAY.format(Instant.now().atZone(ZoneId.systemDefault())));
        ground.makeTopic(topic, TOPIC);
        EffectiveSettings effective = ground.use(topic, TOPIC, SETTINGS, BreakerSettings.DEFAULTS);
        told.accept(Phase.STEADY);
        load(patience, topic, quietMs);
        Trigger trigger = cause.every().isPresent() ? Trigger.everyKth(cause.every().getAsInt()) : Trigger.NOW;
        venue.faults().inject(ground.fault(cause.fault(), cause.values(), trigger, effective.deliveryTimeoutMs(),
                TOPIC.minInsync()));
        told.accept(Phase.ACTING);
        load(patience, topic, LIMIT_MS);
    }

    /** In slices, so that a fault of the client itself takes hold with the next one. */
    private void load(Patience patience, String topic, long ms) {
        long began = System.nanoTime();
        patience.orGoOn(ms, () -> {
            if (slice.isDone() && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) < ms) {
                send(topic);
            }
            return false;
        });
    }

    private void send(String topic) {
        try {
            venue.send(Workload.random(SLICE, RATE, BYTES, seed).source(topic, true, System::currentTimeMillis), false);
            slice = venue.engine().caughtUp();
        } catch (ComposeException e) {
            throw new ScenarioException("The drill cannot send: " + e.getMessage(), e);
        }
    }
}
