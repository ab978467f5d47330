package ackscope.ui.faults;

import ackscope.core.event.FaultEvent;
import ackscope.ui.base.Background;
import ackscope.ui.base.Figures;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The way back to health: one at a time, off the FX thread; its progress is looked at once a tick. */
final class HealModel {
    /** How long it is said that all is well again. */
    private static final long SAID_MS = 8_000;

    private final FaultControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ReadOnlyBooleanWrapper healing = new ReadOnlyBooleanWrapper(this, "healing");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    /** Written by the thread that heals. */
    private final AtomicReference<String> progress = new AtomicReference<>("");
    private String healed = "";
    private long saidUntilMs;

    HealModel(FaultControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
    }

    ReadOnlyBooleanProperty healingProperty() {
        return healing.getReadOnlyProperty();
    }

    /** What is being done, or for a while "healed after 4.2 s"; else "". */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** On a cluster that is not the lab's there are no nodes to bring back: its faults are ended, and that is all. */
    void start(List<ActiveModel> active) {
        if (healing.get()) {
            say.accept("Healing is under way: " + progress.get() + ".");
            return;
        }
        boolean foreign = !control.ownLab();
        if (foreign && active.isEmpty()) {
            say.accept("Nothing to heal: no fault is set, and another cluster's brokers are healed where they run.");
            return;
        }
        List<Long> ids = active.stream().map(ActiveModel::id).toList();
        saidUntilMs = 0;
        progress.set("ending the faults");
        words.set(progress.get());
        healing.set(true);
        say.accept("Healing: every fault ends, every node comes back. Deleted records stay deleted.");
        background.run(() -> {
            if (foreign) {
                ids.reversed().forEach(control::undo);
            } else {
                control.healAll(progress::set);
            }
            return foreign;
        }, _ -> {
            stop();
            if (foreign) {
                say.accept("The faults are ended. Another cluster's brokers are healed where they run.");
            }
        }, e -> {
            stop();
            say.accept(FaultWords.failure("Healing did not end", e));
        });
    }

    private void stop() {
        healing.set(false);
        words.set("");
    }

    /** All is well again, whoever healed. */
    void healed(FaultEvent.AllHealed event, long nowMs) {
        healed = "healed " + Figures.after(event.tookMs());
        saidUntilMs = nowMs + SAID_MS;
        // It stays in the status bar for long, so it tells when that was.
        say.accept("Healed at " + Figures.second(event.atMs()) + ", " + Figures.after(event.tookMs())
                + ": every fault ended, every node up, every partition with its full ISR.");
    }

    /** @param acts whether a fault acts that the panels may tell of: then all is well no more */
    void tick(long nowMs, boolean acts) {
        if (acts) {
            saidUntilMs = 0;
        }
        String before = words.get();
        words.set(nowMs < saidUntilMs ? healed : healing.get() ? progress.get() : "");
        if (healing.get() && nowMs >= saidUntilMs && !words.get().equals(before)) {
            say.accept("Healing: " + words.get() + ".");
        }
    }
}
