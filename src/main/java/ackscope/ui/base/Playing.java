package ackscope.ui.base;

import ackscope.core.scenario.ScenarioProgress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A play in the background, how far it is, and its cancel; one at a time. FX thread. */
public final class Playing implements Receiver {
    private final Background background;
    private final String what;
    private final ReadOnlyObjectWrapper<Optional<ScenarioProgress>> progress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    /** Set by the thread that plays. */
    private final AtomicReference<ScenarioProgress> heard = new AtomicReference<>();
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * Plays.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Play<T> {
        /**
         * Blocks until it is over; not on the FX thread.
         *
         * @param told      hears what is done, on any thread
         * @param cancelled asked often
         */
        T play(Consumer<ScenarioProgress> told, BooleanSupplier cancelled);
    }

    /** @param what is played, to begin a sentence with: "The scenario" */
    public Playing(Background background, String what) {
        this.background = background;
        this.what = what;
    }

    /** The play that goes on; a share below 0 once it was cancelled. */
    public ReadOnlyObjectProperty<Optional<ScenarioProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether something is played. */
    public boolean goesOn() {
        return progress.get().isPresent();
    }

    /**
     * Begins a play. None may go on.
     *
     * @param over   gets what came of it, once nothing goes on any more
     * @param failed gets why nothing came of it, in words
     */
    public <T> void begin(Play<T> play, Consumer<? super T> over, Consumer<String> failed) {
        if (goesOn()) {
            throw new IllegalStateException(what + " is being played");
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        heard.set(null);
        progress.set(Optional.of(new ScenarioProgress(what + " begins.", 0)));
        background.run(() -> play.play(heard::set, stop::get), result -> {
            progress.set(Optional.empty());
            over.accept(result);
        }, e -> {
            progress.set(Optional.empty());
            failed.accept(e instanceof CancellationException
                    ? what + " was cancelled; the cluster is whole again."
                    : Failures.words(e));
        });
    }

    /** Ends the play after what is at hand; what was broken is healed all the same. */
    public void cancel() {
        if (goesOn()) {
            cancelled.set(true);
            progress.set(Optional.of(new ScenarioProgress("Cancelling: what was broken is healed first.", -1)));
        }
    }

    @Override
    public void receive(FeedBatch batch) {
        ScenarioProgress news = heard.getAndSet(null);
        if (news != null && goesOn() && !cancelled.get()) {
            progress.set(Optional.of(news));
        }
    }
}
