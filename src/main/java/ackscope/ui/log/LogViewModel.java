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
 * What happened, in words, the oldest first. Bounded; a sentence that repeats at once becomes one line with a count; events that were
 * overwritten before they could be read are told in a line of their own. FX thread.
 */
public final class LogViewModel implements Receiver {
    /** The most lines kept. */
    public static final int MOST = 10_000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> readable = FXCollections.unmodifiableObservableList(lines);
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
        if (batch.events().isEmpty() && batch.missed() == 0) {
            return;
        }
        List<LogLine> fresh = new ArrayList<>();
        if (batch.missed() > 0) {
            missed.set(missed.get() + batch.missed());
            fresh.add(new LogLine(batch.nowMs(), Level.WARNING, Figures.counted(batch.missed(), "event", "events")
                    + " came too fast to be listed; the sums count them.", 1));
        }
        LogLine last = lines.isEmpty() ? null : lines.getLast();
        boolean lastChanged = false;
        for (LabEvent event : batch.events()) {
            LogLine line = EventWords.line(event);
            if (!fresh.isEmpty() && same(fresh.getLast(), line)) {
                fresh.set(fresh.size() - 1, fresh.getLast().again(line.atMs()));
            } else if (fresh.isEmpty() && last != null && same(last, line)) {
                last = last.again(line.atMs());
                lastChanged = true;
            } else {
                fresh.add(line);
            }
        }
        if (lastChanged) {
            lines.set(lines.size() - 1, last);
        }
        append(fresh);
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

    private void append(List<LogLine> fresh) {
        List<LogLine> kept = fresh.size() > MOST ? fresh.subList(fresh.size() - MOST, fresh.size()) : fresh;
        int over = lines.size() + kept.size() - MOST;
        if (over > 0) {
            lines.remove(0, over);
        }
        lines.addAll(kept);
    }

    private static boolean same(LogLine a, LogLine b) {
        return a.level() == b.level() && a.text().equals(b.text());
    }
}
