package ackscope.ui.runs;

import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.Scenarios;
import ackscope.core.scenario.TwinRunner;
import ackscope.ui.base.Background;
import ackscope.ui.base.ExportFile;
import ackscope.ui.base.Failures;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Playing;
import ackscope.ui.base.Receiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that are kept, those that are chosen, and the twin run that goes on. FX thread. */
public final class RunsViewModel implements Receiver {
    private static final long LOOK_MS = 2_000;
    /** Looking takes the machine at most one part in so many. */
    private static final long SHARE = 20;

    private final RunsControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObjectProperty<List<RunRecord>> chosen = new SimpleObjectProperty<>(List.of());
    private final Playing playing;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final TwinChooser chooser;
    private List<RunRecord> kept = List.of();
    private long seen = -1;
    private boolean loading;
    private List<String> toChoose = List.of();
    private Optional<RunRecord> current = Optional.empty();
    private boolean looking;
    private boolean ending;
    private long nextLookMs;

    /** @param say shows a sentence to the person */
    public RunsViewModel(RunsControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        playing = new Playing(background, "The twin run");
        chooser = new TwinChooser(control::settings);
        background.run(Scenarios::twins, chooser::offer, e -> say.accept(Failures.words(e)));
    }

    /** All runs, the newest first. */
    ObservableList<RunRecord> runs() {
        return runs;
    }

    /** One run is shown in full, two side by side, the older one first. */
    ObjectProperty<List<RunRecord>> chosenProperty() {
        return chosen;
    }

    /** The twin run that goes on. */
    ReadOnlyObjectProperty<Optional<ScenarioProgress>> progressProperty() {
        return playing.progressProperty();
    }

    /** Whether somebody looks at the page: files are read only then. */
    BooleanProperty shownProperty() {
        return shown;
    }

    TwinChooser chooser() {
        return chooser;
    }

    @Override
    public void receive(FeedBatch batch) {
        playing.receive(batch);
        if (shown.get() && !loading && seen != control.files().changes()) {
            load();
        } else if (shown.get() && !looking && batch.nowMs() >= nextLookMs) {
            look(batch.nowMs());
        }
    }

    /** Whether a run is the one that is not over yet; it is in no file, so it has no name of its own and cannot be deleted. */
    boolean goesOn(RunRecord run) {
        return current.filter(c -> c.id().equals(run.id())).isPresent();
    }

    /** Takes the run that goes on as far as it is now. */
    private void look(long nowMs) {
        looking = true;
        long began = System.nanoTime();
        background.run(control::current, found -> {
            looking = false;
            long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            nextLookMs = nowMs + Math.max(LOOK_MS, SHARE * tookMs);
            // One that has just ended is in a file soon, and stays here until then.
            boolean ends = found.isEmpty() && current.isPresent() && !ending;
            ending = ends;
            if (!ends && !found.equals(current)) {
                current = found;
                list(kept);
            }
        }, e -> {
            looking = false;
            nextLookMs = nowMs + LOOK_MS;
            say.accept(Failures.words(e));
        });
    }

    private void load() {
        loading = true;
        long changes = control.files().changes();
        background.run(() -> control.files().load(), loaded -> {
            loading = false;
            seen = changes;
            show(loaded);
        }, e -> {
            loading = false;
            seen = changes;
            say.accept(Failures.words(e));
        });
    }

    private void show(RunFiles.Loaded loaded) {
        loaded.notices().forEach(say);
        list(loaded.runs());
    }

    private void list(List<RunRecord> inFiles) {
        kept = inFiles;
        current = current.filter(c -> kept.stream().noneMatch(r -> r.id().equals(c.id())));
        List<RunRecord> all = new ArrayList<>(kept);
        current.ifPresent(all::addFirst);
        List<String> before = toChoose.isEmpty() ? chosen.get().stream().map(RunRecord::id).toList() : toChoose;
        toChoose = List.of();
        put(all);
        List<RunRecord> again = new ArrayList<>(all.stream().filter(r -> before.contains(r.id())).toList()
                .reversed());
        if (again.isEmpty() && !runs.isEmpty()) {
            again.add(runs.getFirst());
        }
        chosen.set(List.copyOf(again));
    }

    /** Where the runs are the same, only what changed about one of them is exchanged, and the choice stays. */
    private void put(List<RunRecord> all) {
        if (!all.stream().map(RunRecord::id).toList().equals(runs.stream().map(RunRecord::id).toList())) {
            runs.setAll(all);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).equals(runs.get(i))) {
                runs.set(i, all.get(i));
            }
        }
    }

    /** Gives a run another name. */
    void rename(RunRecord run, String name) {
        change(() -> control.files().rename(run.id(), name));
    }

    /** Deletes runs for good. */
    void delete(List<RunRecord> gone) {
        change(() -> gone.forEach(run -> control.files().delete(run.id())));
    }

    private void change(Runnable todo) {
        background.run(() -> {
            todo.run();
            return true;
        }, _ -> load(), e -> {
            say.accept(Failures.words(e));
            load();
        });
    }

    /** Saves what is chosen, and says where it is. */
    void export(Export form, List<RunRecord> of, Path file) {
        background.run(() -> {
            ExportFile.write(file, form.text(of));
            return file;
        }, done -> say.accept(form.title() + " saved: " + done), e -> say.accept(ExportFile.inWords(file, e)));
    }

    /**
     * Keeps a scenario that does again what was done in a run, and says under which name.
     *
     * @param title in the person's words
     * @param done  gets the file
     */
    void saveAsScenario(RunRecord run, String title, Consumer<Path> done) {
        background.run(() -> control.keepAsScenario(run, title),
                file -> {
                    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                    say.accept("Kept in " + file + ". Play it with 'Play a scenario', or by 'ackscope run " + name
                            + "'.");
                    done.accept(file);
                },
                e -> say.accept(Failures.words(e)));
    }

    /** Shows a file's folder in the desktop's own program. */
    void showFolderOf(Path file) {
        control.showFolder(file.getParent());
    }

    /** Why no twin run can begin now, in words, or "". */
    String twinObstacle() {
        if (playing.goesOn()) {
            return "A twin run goes on. Wait for it, or cancel it.";
        }
        String obstacle = control.twinObstacle();
        return obstacle.isEmpty() ? chooser.problem() : obstacle;
    }

    /** Begins the twin run that is chosen; says why when it cannot, and returns false. */
    boolean startTwin() {
        String obstacle = twinObstacle();
        if (!obstacle.isEmpty()) {
            say.accept(obstacle);
            return false;
        }
        var plan = chooser.chosen();
        playing.begin((told, cancelled) -> control.twin(plan, told, cancelled), this::twinOver, say);
        return true;
    }

    private void twinOver(TwinRunner.Pair pair) {
        toChoose = List.of(pair.first().id(), pair.second().id());
        say.accept(pair.comparison().conclusion());
        load();
    }

    /** Ends the twin run after what is at hand; faults are healed all the same. */
    void cancelTwin() {
        playing.cancel();
    }
}
