package ackscope.ui.records;

import ackscope.core.audit.AuditReport;
import ackscope.core.cluster.Topics.StoredRecord;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.core.secret.Secrets;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.ui.base.Background;
import ackscope.ui.base.ExportFile;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The result table: the newest {@value #KEPT} rows with identical ones folded, or every record by number from the ledger; a filter; one
 * chosen row, whose record is read back from the topic; CSV of the whole run.
 */
public final class RecordsViewModel implements Receiver {
    /** Rows kept in memory. */
    static final int KEPT = 100_000;
    /** Records that wait are shown as a row when nothing was acknowledged for this long. */
    private static final long STUCK_MS = 1_000;
    private static final long LEDGER_MS = 1_000;

    /** What is shown of the newest rows. */
    public enum Show {
        ALL, OPEN, FAILED, MAYBE, ACKED
    }

    /** Reads one record back from the log; may block. */
    public interface ReadBack {
        Optional<StoredRecord> read(String topic, int partition, long offset);
    }

    private final Supplier<Run> run;
    private final ReadBack readBack;
    private final Background background;
    private final RowBook book = new RowBook();
    private final RowFilter filter = new RowFilter();
    private final LineList all = new LineList(KEPT);
    private final FilteredList<Line> shown = new FilteredList<>(all);
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Optional<FlowEdge>> edge = new SimpleObjectProperty<>(this, "edge", Optional.empty());
    private final ObjectProperty<Optional<Line>> line = new SimpleObjectProperty<>(this, "line", Optional.empty());
    private final ReadOnlyObjectWrapper<Audited> audited = new ReadOnlyObjectWrapper<>(this, "audited",
            Audited.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<ResultRow>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen",
            Optional.empty());
    private final BooleanProperty byNumber = new SimpleBooleanProperty(this, "byNumber");
    private final ReadOnlyObjectWrapper<LedgerRows> ledger = new ReadOnlyObjectWrapper<>(this, "ledger");
    private final ReadOnlyLongWrapper ledgerRevision = new ReadOnlyLongWrapper(this, "ledgerRevision");
    private final ReadOnlyStringWrapper stored = new ReadOnlyStringWrapper(this, "stored", "");
    private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper(this, "missed");
    private final StoryTeller teller;
    private long nowMs;
    private int lastRun = -1;
    private RunTotals totals = RunTotals.NONE;
    private RunTotals ledgerTotals = RunTotals.NONE;
    private long ledgerMs;
    private long acked;
    private long waiting;
    private long movedMs;

    /**
     * @param run      the run whose records are shown
     * @param readBack reads a record from its topic
     * @param story    tells a record's way
     */
    public RecordsViewModel(Supplier<Run> run, ReadBack readBack, RecordStory story, Background background) {
        this.run = run;
        teller = new StoryTeller(story, background);
        this.readBack = readBack;
        this.background = background;
        show.subscribe(this::filter);
        search.subscribe(this::filter);
        edge.subscribe(this::filter);
        audited.subscribe(this::filter);
        line.subscribe(l -> chosen.set(l.map(Line::row)));
        chosen.subscribe(this::readChosen);
        chosen.subscribe(row -> teller.choose(row, nowMs));
        ledger.set(new LedgerRows(run.get()));
        byNumber.subscribe(on -> {
            if (on) {
                ledger.set(new LedgerRows(run.get()));
            }
        });
    }

    /** The newest rows that pass the filter, newest first. */
    public ObservableList<Line> rows() {
        return shown;
    }

    public ObjectProperty<Show> showProperty() {
        return show;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Only what took this edge of the diagram, or empty. */
    public ObjectProperty<Optional<FlowEdge>> edgeProperty() {
        return edge;
    }

    /** The chosen row as it is now. */
    public ReadOnlyObjectProperty<Optional<ResultRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What an audit found; of another run than the one that is shown it says nothing. */
    public void audited(Optional<AuditReport> report) {
        audited.set(report.filter(r -> r.run() == run.get().ordinal()).map(r -> Audited.of(run.get().id(), r))
                .orElse(Audited.NOTHING));
    }

    ReadOnlyObjectProperty<Audited> auditedProperty() {
        return audited.getReadOnlyProperty();
    }

    /** What the topic holds at the chosen row's offset, in words; "" while nothing is chosen. */
    public ReadOnlyStringProperty storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** The chosen record's way on its delivery budget; empty while no single record is chosen, or nothing is known of it. */
    ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
        return teller.timelineProperty();
    }

    /** Chooses a record, whether or not it has a row in the table; passed over if it is not of this run, or of another topic. */
    public void choose(RecordId id, String topic, int partition) {
        Run current = run.get();
        if (current.id() != id.run() || id.number() >= current.size() || !current.topic(id.number()).equals(topic)) {
            return;
        }
        line.set(Optional.of(book.line(id.number()).orElseGet(() -> {
            ResultRow row = LedgerRows.row(current, id.number());
            return new Line(-1L - id.number(), row.tried(row.partition() < 0 ? partition : row.partition(), -1));
        })));
    }

    /** A line that is not in the table learns of its record's report from the ledger. */
    private void refreshChosen(Run current) {
        line.get().filter(l -> l.key() < 0 && l.row().run() == current.id()).ifPresent(l -> {
            ResultRow row = LedgerRows.row(current, l.row().first());
            if (row.state() != l.row().state()) {
                l.show(row);
            }
        });
    }

    /** Events that were overwritten before they could be listed; they are counted in the tiles and in the ledger. */
    public ReadOnlyLongProperty missedProperty() {
        return missed.getReadOnlyProperty();
    }

    /** Whether {@link #ledgerProperty} is shown and therefore kept up to date. */
    BooleanProperty byNumberProperty() {
        return byNumber;
    }

    /** Every record of the run by number; grows once a second, another list for another run. */
    ReadOnlyObjectProperty<LedgerRows> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** Counts up when entries of the ledger may have changed. */
    ReadOnlyLongProperty ledgerRevisionProperty() {
        return ledgerRevision.getReadOnlyProperty();
    }

    /** What is chosen in the table. A line that goes into another one gives its place to that. */
    ObjectProperty<Optional<Line>> lineProperty() {
        return line;
    }

    @Override
    public void receive(FeedBatch batch) {
        nowMs = batch.nowMs();
        Run current = run.get();
        if (current.id() != lastRun) {
            begin(current);
        }
        missed.set(missed.get() + batch.missed());
        batch.samples().stream().filter(s -> s.run() == lastRun).forEach(this::progress);
        RowBook.Waiting stuck = batch.nowMs() - movedMs > STUCK_MS && waiting > 0
                ? new RowBook.Waiting(waiting, current.onlyTopic().orElse(""))
                : RowBook.Waiting.NONE;
        RowBook.Change change = book.take(batch.events(), batch.insight().attempts(), stuck, batch.nowMs());
        Optional<Line> before = line.get();
        all.apply(change);
        if (batch.missed() > 0) {
            List<Line> lost = book.dropReported(n -> current.read(n).outcome() == Outcome.OPEN);
            all.apply(new RowBook.Change(lost, List.of(), List.of(), Map.of()));
        }
        refreshChosen(current);
        before.map(change.heirs()::get).ifPresent(heir -> line.set(Optional.of(heir)));
        line.get().ifPresent(l -> chosen.set(Optional.of(l.row())));
        teller.tick(nowMs);
        readLedger(batch.nowMs());
    }

    private void begin(Run current) {
        lastRun = current.id();
        all.clear();
        book.begin(lastRun, current.startedMs());
        missed.set(0);
        acked = 0;
        waiting = 0;
        movedMs = current.startedMs();
        line.set(Optional.empty());
        if (byNumber.get()) {
            ledger.set(new LedgerRows(current));
        }
    }

    /** Once a second, and only if something was sent or reported since. */
    private void readLedger(long nowMs) {
        if (byNumber.get() && nowMs - ledgerMs >= LEDGER_MS && !totals.equals(ledgerTotals)) {
            ledgerMs = nowMs;
            ledgerTotals = totals;
            ledger.get().grow();
            ledgerRevision.set(ledgerRevision.get() + 1);
        }
    }

    private void progress(Sample sample) {
        totals = sample.totals();
        if (totals.acked() != acked || totals.open() == 0) {
            movedMs = sample.atMs();
        }
        acked = totals.acked();
        waiting = totals.open();
    }

    private void filter() {
        shown.setPredicate(filter.of(show.get(), search.get(), edge.get(), audited.get()));
    }

    private void readChosen() {
        Optional<ResultRow> row = chosen.get();
        if (row.isEmpty() || !row.get().stored()) {
            stored.set(row.isEmpty() ? "" : "Only an acknowledged record with an offset can be read back.");
            return;
        }
        ResultRow wanted = row.get();
        stored.set("Reading " + wanted.place() + " at " + wanted.offset() + " …");
        background.run(() -> readBack.read(wanted.topic(), wanted.partition(), wanted.offset()), found -> {
            if (chosen.get().equals(Optional.of(wanted))) {
                stored.set(found.map(StoredWords::of)
                        .orElse("Nothing is at offset " + wanted.offset() + " of " + wanted.place() + " now."));
            }
        }, e -> {
            if (chosen.get().equals(Optional.of(wanted))) {
                stored.set("It could not be read back: " + Secrets.said(e));
            }
        });
    }

    /**
     * Writes every record of the run to a CSV file, through a temporary one beside it.
     *
     * @param done gets a sentence for the person, on the FX thread
     */
    public void exportCsv(Path file, Consumer<String> done) {
        Run whole = run.get();
        long size = whole.size();
        background.run(() -> {
            ExportFile.writeLong(file, out -> RunCsv.write(whole, size, out));
            return size;
        }, n -> done.accept("Saved " + file.getFileName() + ": " + Figures.counted(n, "record", "records")
                + " of run " + whole.id() + "."), e -> done.accept(ExportFile.inWords(file, e)));
    }
}
