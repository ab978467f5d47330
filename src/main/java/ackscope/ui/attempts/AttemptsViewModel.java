package ackscope.ui.attempts;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.Sample;
import ackscope.core.wire.AttemptNews;
import ackscope.ui.attempts.Arranger.Order;
import ackscope.ui.base.Background;
import ackscope.ui.base.ExportFile;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/**
 * The table of attempts: every try of the newest {@value #KEPT} batches of the run as the wire saw it, those with failures kept longest; or,
 * where no wire is watched, what the client's log told of retries. While nobody looks it only takes note.
 */
public final class AttemptsViewModel implements Receiver {
    /** Batches kept, and lines of the client's log. */
    static final int KEPT = 2_000;
    private static final int TICKS_BETWEEN = 2;

    /** A record of the chosen batch, and where it went. */
    public record ChosenRecord(RecordId id, String topic, int partition) {
    }

    private final Background background;
    private final Board board = new Board(KEPT);
    private final Arranger arranger = new Arranger();
    private final ToldLines told = new ToldLines(KEPT);
    private final LineList lines = new LineList();
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.BATCH);
    private final BooleanProperty failedOnly = new SimpleBooleanProperty(this, "failedOnly");
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen", true);
    private final ObjectProperty<Optional<Comparator<Line>>> sort = new SimpleObjectProperty<>(this, "sort",
            Optional.empty());
    private final ObjectProperty<Optional<Line>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyBooleanWrapper watched = new ReadOnlyBooleanWrapper(this, "watched");
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper(this, "caption", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private int run = -1;
    private int ticks;
    private long missed;
    private long tries;
    private boolean stale;

    public AttemptsViewModel(Background background) {
        this.background = background;
        Stream.of(order, failedOnly, search, sort, seen, watched).forEach(p -> p.subscribe(this::arrange));
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Only batches with a failed try. */
    BooleanProperty failedOnlyProperty() {
        return failedOnly;
    }

    StringProperty searchProperty() {
        return search;
    }

    /** Whether somebody can see the table; lines are made only then. */
    BooleanProperty seenProperty() {
        return seen;
    }

    /** How a person sorted the columns; used in the order by time. */
    ObjectProperty<Optional<Comparator<Line>>> sortProperty() {
        return sort;
    }

    /** The chosen line. */
    ObjectProperty<Optional<Line>> chosenProperty() {
        return chosen;
    }

    /** Whether the lines come from the wire; else from the client's log. */
    ReadOnlyBooleanProperty watchedProperty() {
        return watched.getReadOnlyProperty();
    }

    /** Where the lines come from, and how many are not listed. */
    ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    /** How many tries there were, for the tab; "" for none. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Tells the first record of a batch each time a line of it is chosen. */
    public void onChosen(Consumer<ChosenRecord> listener) {
        chosen.subscribe(line -> line.flatMap(AttemptsViewModel::lifeOf)
                .ifPresent(life -> life.first().ifPresent(
                        id -> listener.accept(new ChosenRecord(id, life.topic(), life.partition())))));
    }

    private static Optional<BatchLife> lifeOf(Line line) {
        return switch (line.content()) {
            case Content.Head head -> Optional.of(head.life());
            case Content.Try t -> Optional.of(t.life());
            case Content.Gap gap -> Optional.of(gap.life());
            case Content.Broker _,Content.Told _ -> Optional.empty();
        };
    }

    @Override
    public void receive(FeedBatch batch) {
        batch.samples().stream().map(Sample::run).max(Comparator.naturalOrder()).filter(r -> r != run)
                .ifPresent(this::begin);
        AttemptNews news = batch.insight().attempts();
        if (news.watched() != watched.get()) {
            clear();
            watched.set(news.watched());
        }
        if (news.watched()) {
            news.changed().forEach(this::take);
            board.trim();
            missed += news.missed();
            tries = batch.insight().wire().batches();
            stale |= !news.changed().isEmpty();
        } else {
            stale |= tell(batch.events());
        }
        count.set(tries == 0 ? "" : Figures.shortCount(tries));
        if (++ticks % TICKS_BETWEEN == 0 && stale) {
            arrange();
        }
    }

    private void begin(int newRun) {
        run = newRun;
        clear();
    }

    private void clear() {
        board.clear();
        told.clear();
        missed = 0;
        tries = 0;
        chosen.set(Optional.empty());
        arrange();
    }

    private void take(BatchLife life) {
        if (life.first().filter(first -> first.run() < run).isEmpty()) {
            board.take(life);
        }
    }

    private boolean tell(List<LabEvent> events) {
        boolean any = false;
        for (LabEvent event : events) {
            if (event instanceof AttemptEvent attempt) {
                told.add(attempt);
                tries++;
                any = true;
            }
        }
        return any;
    }

    private void arrange() {
        stale = true;
        if (!seen.get()) {
            return;
        }
        stale = false;
        List<Line> next = watched.get()
                ? arranger.arrange(board.quiet(), board.troubled(), order.get(), failedOnly.get(), search.get())
                : told.lines(search.get());
        if (order.get() == Order.TIME || !watched.get()) {
            sort.get().ifPresent(next::sort);
        }
        lines.show(next);
        caption.set(watched.get() ? wireCaption() : told.caption());
    }

    private String wireCaption() {
        List<String> unlisted = new ArrayList<>();
        if (board.dropped() > 0) {
            unlisted.add(Figures.counted(board.dropped(), "older batch", "older batches"));
        }
        if (missed > 0) {
            unlisted.add(Figures.count(missed) + " that passed too fast");
        }
        return "from the wire tap on the lab's proxies · " + Figures.counted(board.size(), "batch", "batches")
                + (unlisted.isEmpty() ? "" : ", not listed: " + String.join(" and ", unlisted));
    }

    /**
     * Writes every try that is kept to a CSV file, through a temporary one beside it.
     *
     * @param done gets a sentence for the person, on the FX thread
     */
    void exportCsv(Path file, Consumer<String> done) {
        List<BatchLife> lives = Stream.concat(board.troubled().stream(), board.quiet().stream()).map(Entry::life)
                .sorted(Comparator.comparingLong(BatchLife::id)).toList();
        List<AttemptEvent> events = told.events();
        boolean wire = watched.get();
        background.run(() -> {
            ExportFile.writeLong(file, out -> {
                if (wire) {
                    AttemptsCsv.write(lives, out);
                } else {
                    AttemptsCsv.writeTold(events, out);
                }
            });
            return wire ? lives.stream().mapToLong(l -> l.attempts().size()).sum() : events.size();
        }, n -> done.accept("Saved " + file.getFileName() + ": " + Figures.counted(n, "try", "tries") + "."),
                e -> done.accept(ExportFile.inWords(file, e)));
    }
}
