package ackscope.ui.log;

import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent.Level;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What happened, in words, the oldest first. Bounded; a sentence that repeats within a few lines becomes one line with a count; events that were
 * overwritten before they could be read are told in a line of their own. FX thread.
 */
public final class LogViewModel implements Receiver {
    /** The most lines kept. */
    public static final int MOST = 10_000;
    private static final int NEAR = 8;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> readable = FXCollections.unmodifiableObservableList(lines);
    private final LogDigest digest = new LogDigest();
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper(this, "missed");

    /** Whether the newest line is kept in sight. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** How many events were overwritten before they could be read, in all. */
    public ReadOnlyLongProperty missedProperty() {
        return missed.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        List<LabEvent> events = digest.condense(batch.events(), batch.nowMs());
        if (events.isEmpty() && batch.missed() == 0) {
            return;
        }
        List<LogLine> fresh = new ArrayList<>();
        if (batch.missed() > 0) {
            missed.set(missed.get() + batch.missed());
            fresh.add(new LogLine(batch.nowMs(), Level.WARNING, Figures.counted(batch.missed(), "event", "events")
                    + " came too fast to be listed; the sums count them.", 1));
        }
        // The last lines once more, so that a sentence among them can be counted up instead of said again.
        int tail = Math.min(NEAR, lines.size());
        List<LogLine> near = new ArrayList<>(lines.subList(lines.size() - tail, lines.size()));
        boolean folded = false;
        near.addAll(fresh);
        for (LabEvent event : events) {
            folded |= add(near, EventWords.line(event));
        }
        if (folded) {
            lines.remove(lines.size() - tail, lines.size());
            append(near);
        } else {
            append(near.subList(tail, near.size()));
        }
    }

    /** Forgets all lines. */
    public void clear() {
        lines.clear();
    }

    ObservableList<LogLine> lines() {
        return readable;
    }

    /** Lines as text, for the clipboard. */
    String text(List<LogLine> chosen) {
        return chosen.stream().map(l -> Figures.clock(l.atMs()) + "  " + l.level() + "  " + l.text()
                + (l.count() > 1 ? "  (x " + l.count() + ")" : "")).collect(Collectors.joining("\n"));
    }

    /** Adds a line, or moves the same sentence to the end and counts it up. */
    private static boolean add(List<LogLine> near, LogLine line) {
        for (int i = near.size() - 1; i >= Math.max(0, near.size() - NEAR); i--) {
            LogLine before = near.get(i);
            if (before.level() == line.level() && before.text().equals(line.text())) {
                near.remove(i);
                near.add(before.again(line.atMs()));
                return true;
            }
        }
        near.add(line);
        return false;
    }

    private void append(List<LogLine> fresh) {
        List<LogLine> kept = fresh.size() > MOST ? fresh.subList(fresh.size() - MOST, fresh.size()) : fresh;
        int over = lines.size() + kept.size() - MOST;
        if (over > 0) {
            lines.remove(0, over);
        }
        lines.addAll(kept);
    }
}
