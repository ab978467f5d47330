package ackscope.ui.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way up: a single timer on the FX thread that fetches one batch and hands it to every receiver. Nothing else moves events
 * to the FX thread.
 */
public final class FxFeed implements AutoCloseable {
    /** Time between two ticks, ms. */
    public static final int TICK_MS = 125;

    private static final Logger LOG = LoggerFactory.getLogger(FxFeed.class);

    private final Supplier<FeedBatch> source;
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final Timeline timer = new Timeline(new KeyFrame(Duration.millis(TICK_MS), _ -> measured()));

    private Consumer<Runnable> meter = Runnable::run;

    /** @param source fetches the next batch; called on the FX thread and never blocks */
    public FxFeed(Supplier<FeedBatch> source) {
        this.source = source;
        timer.setCycleCount(Animation.INDEFINITE);
    }

    /** Adds a receiver; it stays for the life of the window. */
    public void add(Receiver receiver) {
        receivers.add(receiver);
    }

    /** Runs every tick inside {@code around}, which must run what it is given; for measuring. FX thread. */
    public void meter(Consumer<Runnable> around) {
        meter = around;
    }

    /** Starts ticking. FX thread. */
    public void start() {
        timer.play();
    }

    /** One turn: fetch and hand on. Called by the timer, and by tests. FX thread. */
    public void tick() {
        FeedBatch batch = source.get();
        for (Receiver receiver : receivers) {
            try {
                receiver.receive(batch);
            } catch (RuntimeException e) {
                // One panel's defect must not leave the others without the batch.
                LOG.error("a panel could not take what happened", e);
            }
        }
    }

    private void measured() {
        meter.accept(this::tick);
    }

    @Override
    public void close() {
        timer.stop();
    }
}
