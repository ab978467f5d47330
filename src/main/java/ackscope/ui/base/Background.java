package ackscope.ui.base;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The one way down for calls that may block: runs them off the FX thread and brings the result, or the failure, back on it. Under
 * test both executors are {@code Runnable::run}.
 */
public final class Background {
    private final Executor work;
    private final Executor fx;

    /**
     * @param work where calls run
     * @param fx   where results arrive
     */
    public Background(Executor work, Executor fx) {
        this.work = work;
        this.fx = fx;
    }

    /** Results arrive on the FX thread. */
    public static Background onFx(Executor work) {
        return new Background(work, Platform::runLater);
    }

    /** Everything at once on the calling thread, for tests. */
    public static Background sameThread() {
        return new Background(Runnable::run, Runnable::run);
    }

    /**
     * Runs a call off the FX thread.
     *
     * @param done   gets the result on the FX thread
     * @param failed gets what was thrown on the FX thread
     */
    public <T> void run(Callable<T> call, Consumer<? super T> done, Consumer<? super Exception> failed) {
        work.execute(() -> {
            T result;
            try {
                result = call.call();
            } catch (Exception e) {
                fx.execute(() -> failed.accept(e));
                return;
            } catch (Error e) {
                // Whoever waits for the call must hear of this too, else a panel would stay busy for ever.
                fx.execute(() -> failed.accept(new ExecutionException(e)));
                throw e;
            }
            fx.execute(() -> done.accept(result));
        });
    }
}
