package ackscope.ui.charts;

import ackscope.core.event.LabEvent;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.Background;
import ackscope.ui.base.ExportFile;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import ackscope.ui.base.SampleStep;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Ten minutes of rates and latencies, from differences of successive samples, with the moments that explain them. Memory is fixed. A
 * pause freezes the picture; what comes meanwhile is kept and shown afterwards. While something is played, what was before it is without
 * colour, marks and bands, so that nothing of it is taken for the play's; all of it is there again afterwards. FX thread.
 */
public final class ChartsViewModel implements Receiver {

    /** How much time the charts show. */
    public enum Span {
        HALF_MINUTE(30_000, "30 s"), TWO_MINUTES(120_000, "2 min"), TEN_MINUTES(600_000, "10 min");

        private final long ms;
        private final String label;

        Span(long ms, String label) {
            this.ms = ms;
            this.label = label;
        }

        long ms() {
            return ms;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final long IDLE_REDRAW_MS = 500;
    private static final long FRESH_MS = 1_000;

    private final Background background;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(this, "span", Span.HALF_MINUTE);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final RateHistory history = new RateHistory();
    private final Marks marks = new Marks();
    private final Supplier<OptionalLong> play;
    private long sinceMs;
    private Picture frozen = new Picture(history, 0, List.of(), List.of(), 0);
    private Sample last;
    private long nowMs;
    private long drawnMs;

    /**
     * @param background where exports are written
     * @param play       tells when what is played now began, ms since the epoch; empty while nothing is
     */
    public ChartsViewModel(Background background, Supplier<OptionalLong> play) {
        this.background = background;
        this.play = play;
        paused.addListener((_, _, on) -> {
            if (on) {
                frozen = pictureOf(history.copy());
            }
            bump();
        });
        span.addListener(_ -> bump());
    }

    /** How much time is shown. */
    public ObjectProperty<Span> spanProperty() {
        return span;
    }

    /** Whether the picture stands still. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** What became of the last export, in words; empty before the first. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Takes the message away. */
    void dismiss() {
        message.set("");
    }

    /** Grows whenever there is something else to draw, about four times a second; not at all while paused. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        nowMs = batch.nowMs();
        playing();
        for (LabEvent event : batch.events()) {
            marks.take(event);
        }
        marks.settle(batch.insight().faults(), nowMs);
        marks.forget(nowMs);
        batch.samples().forEach(this::take);
        if (!paused.get() && (!batch.samples().isEmpty() || nowMs - drawnMs >= IDLE_REDRAW_MS)) {
            bump();
        }
    }

    /** Writes the whole series, paused or not, and says so in {@link #messageProperty}. */
    public void saveCsv(Path file) {
        RateHistory copy = history.copy();
        List<Mark> seen = marks.marks();
        save(file, Figures.counted(copy.size(), "row", "rows"),
                () -> ExportFile.write(file, SeriesCsv.of(copy, seen)));
    }

    /** Writes a picture, as 32-bit ARGB pixels row by row, and says so in {@link #messageProperty}. */
    public void savePng(Path file, int width, int height, int[] argb) {
        save(file, width + " × " + height + " pixels",
                () -> ExportFile.write(file, PngEncoder.encode(width, height, argb)));
    }

    /** What to draw now. */
    Picture picture() {
        return paused.get() ? frozen : pictureOf(history);
    }

    private Picture pictureOf(RateHistory readings) {
        return new Picture(readings, endMs(), marks.marks(), marks.bands(), sinceMs);
    }

    private void playing() {
        long now = play.get().orElse(0);
        if (now != sinceMs && now != 0) {
            marks.play(now);
        }
        sinceMs = now;
    }

    private void take(Sample sample) {
        if (last == null) {
            last = sample;
            return;
        }
        SampleStep step = new SampleStep(last, sample);
        if (!step.longEnough()) {
            return;
        }
        history.add(sample.atMs(), sample.run(), step.rate(s -> s.client().recordSendTotal()),
                step.rate(s -> s.totals().acked()), step.rate(s -> s.client().recordErrorTotal()),
                step.rate(s -> s.client().recordRetryTotal()), sample.p50Ms(), sample.p99Ms());
        last = sample;
    }

    /** The newest reading stands at the right edge; when readings stop, time goes on. */
    private long endMs() {
        long newest = history.size() == 0 ? 0 : history.at(history.size() - 1);
        return nowMs - newest < FRESH_MS ? newest : nowMs;
    }

    private void bump() {
        drawnMs = nowMs;
        revision.set(revision.get() + 1);
    }

    private void save(Path file, String what, ExportFile.Writing writing) {
        message.set("Saving " + file.getFileName() + " ...");
        background.run(() -> {
            writing.run();
            return what;
        }, w -> message.set("Saved " + file.getFileName() + ": " + w + "."),
                e -> message.set(ExportFile.inWords(file, e)));
    }
}
