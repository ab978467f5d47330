package ackscope.core.scenario;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One play at a time on a cluster, for each breaks and heals it as it needs. Any thread. */
public final class Turn {
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Runnable afterwards;

    public Turn() {
        this(() -> {
        });
    }

    /** @param afterwards done whenever a play is over, by whoever played */
    public Turn(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** Whether something is being played. */
    public boolean taken() {
        return taken.get();
    }

    /**
     * Plays while nothing else does.
     *
     * @throws ScenarioException at once when something else does
     */
    public <T> T take(Supplier<T> play) {
        if (!taken.compareAndSet(false, true)) {
            throw new ScenarioException(
                    "A scenario or a twin run is being played already. Wait for its end, or cancel it.");
        }
        try {
            return play.get();
        } finally {
            taken.set(false);
            afterwards.run();
        }
    }
}
