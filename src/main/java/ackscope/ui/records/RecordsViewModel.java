package ackscope.ui.records;

import ackscope.core.cluster.Topics.StoredRecord;
import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.Sample;
import ackscope.core.send.Run;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import ackscope.ui.records.ResultRow.State;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
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
    private final ObservableList<ResultRow> all = FXCollections.observableArrayList();
    private final FilteredList<ResultRow> shown = new FilteredList<>(all);
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<Optional<FlowEdge>> edge = new SimpleObjectProperty<>(this, "edge", Optional.empty());
    private final ObjectProperty<Optional<ResultRow>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final ReadOnlyStringWrapper stored = new ReadOnlyStringWrapper(this, "stored", "");
    private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper(this, "missed");
    private int lastRun = -1;
    private long acked;
    private long waiting;
    private long movedMs;

    public RecordsViewModel(Supplier<Run> run, ReadBack readBack, Background background) {
        this.run = run;
        this.readBack = readBack;
        this.background = background;
        show.subscribe(this::filter);
        search.subscribe(this::filter);
        edge.subscribe(this::filter);
        chosen.subscribe(this::readChosen);
    }

    /** The newest rows that pass the filter, newest first. */
    public ObservableList<ResultRow> rows() {
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

    public ObjectProperty<Optional<ResultRow>> chosenProperty() {
        return chosen;
    }

    /** What the topic holds at the chosen row's offset, in words; "" while nothing is chosen. */
    public ReadOnlyStringProperty storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** Events that were overwritten before they could be listed; they are counted in the tiles and in the ledger. */
    public ReadOnlyLongProperty missedProperty() {
        return missed.getReadOnlyProperty();
    }

    /** Every record of the run by number, as it is now. */
    List<ResultRow> ledger() {
        return new LedgerRows(run.get());
    }

    @Override
    public void receive(FeedBatch batch) {
        int now = run.get().id();
        if (now != lastRun) {
            lastRun = now;
            all.clear();
            book.clear();
            missed.set(0);
            chosen.set(Optional.empty());
        }
        missed.set(missed.get() + batch.missed());
        batch.samples().forEach(this::progress);
        RowBook.Change change = book.take(batch.events(), batch.nowMs() - movedMs > STUCK_MS ? waiting : 0, now,
                batch.nowMs());
        // What goes was on top a moment ago, so the search for it is short.
        change.gone().forEach(all::remove);
        if (!change.come().isEmpty()) {
            all.addAll(0, change.come());
        }
        if (all.size() > KEPT) {
            all.remove(KEPT, all.size());
        }
        follow(change);
    }

    private void progress(Sample sample) {
        if (sample.totals().acked() != acked || sample.totals().open() == 0) {
            movedMs = sample.atMs();
        }
        acked = sample.totals().acked();
        waiting = sample.totals().open();
    }

    /** The chosen row stays chosen when the same record gets another row. */
    private void follow(RowBook.Change change) {
        chosen.get().ifPresent(before -> change.come().stream()
                .filter(row -> row.count() == 1 && before.count() == 1 && row.run() == before.run()
                        && row.first() == before.first())
                .findFirst()
                .ifPresent(row -> chosen.set(Optional.of(row))));
    }

    private void filter() {
        Predicate<ResultRow> kind = switch (show.get()) {
            case ALL -> _ -> true;
            case OPEN -> row -> row.state() == State.OPEN || row.state() == State.RETRYING;
            case FAILED -> row -> row.state() == State.FAILED;
            case MAYBE ->
                row -> row.inLog() == Certainty.MAYBE && row.state() != State.OPEN && row.state() != State.RETRYING;
            case ACKED -> row -> row.state() == State.ACKED;
        };
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        Predicate<ResultRow> text = row -> wanted.isEmpty()
                || (row.record() + " " + row.place() + " " + row.state().word() + " " + row.words() + " "
                        + row.inLogWords()).toLowerCase(Locale.ROOT).contains(wanted);
        shown.setPredicate(kind.and(text).and(edge.get().map(RecordsViewModel::passed).orElse(_ -> true)));
    }

    private static Predicate<ResultRow> passed(FlowEdge edge) {
        return switch (edge) {
            case ALERT -> _ -> true;
            case SEND -> row -> row.edge() != FlowEdge.NEVER_SENT;
            case FAIL -> row -> row.state() == State.RETRYING || row.tries() > 1 || row.edge() == FlowEdge.EXHAUSTED
                    || row.edge() == FlowEdge.NOT_RETRIABLE;
            case RETRY -> row -> row.state() == State.RETRYING || row.tries() > 1;
            case ACKNOWLEDGE, EXHAUSTED, NOT_RETRIABLE, NEVER_SENT -> row -> row.edge() == edge;
        };
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
                stored.set("It could not be read back: " + e.getMessage());
            }
        });
    }

    /**
     * Writes every record of the run to a CSV file, through a temporary one beside it.
     *
     * @param done gets a sentence for the person, on the FX thread
     */
    public void exportCsv(Path file, java.util.function.Consumer<String> done) {
        Run whole = run.get();
        long size = whole.size();
        background.run(() -> {
            write(whole, size, file);
            return size;
        }, n -> done.accept(n + " records of run " + whole.id() + " were written to " + file + "."),
                e -> done.accept("The CSV could not be written to " + file + ": " + e.getMessage()));
    }

    private static void write(Run run, long size, Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            out.write("number,topic,partition,offset,ms,outcome,in the log,reason,what happened\r\n");
            for (long number = 0; number < size; number++) {
                ResultRow row = LedgerRows.row(run, number);
                out.write(number + "," + quoted(row.topic()) + "," + row.partition() + "," + row.offset() + ","
                        + row.ms() + "," + row.state().word() + ","
                        + row.inLog().name().toLowerCase(Locale.ROOT) + "," + quoted(row.reason()) + ","
                        + quoted(row.words()) + "\r\n");
            }
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
