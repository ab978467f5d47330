package ackscope.ui.connections;

import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.connection.ConnectionFiles.Loaded;
import ackscope.core.connection.Step;
import ackscope.core.connection.StepResult;
import ackscope.core.connection.StepResult.State;
import ackscope.core.secret.Secrets;
import ackscope.core.settings.SafeFile;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Receiver;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Connections to clusters that are there already: the list, the one that is edited, its test step by step, and which is in use. Secrets
 * that are not saved are kept here, for as long as the window is open. FX thread.
 */
public final class ConnectionsViewModel implements Receiver {
    private static final long LARGEST_FILE = 1 << 20;

    private final ConnectionsControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    /** Held, because it hears of changes only as long as somebody does. */
    private final ObservableList<Connection> shownConnections = FXCollections.unmodifiableObservableList(connections);
    private final ObjectProperty<Optional<Connection>> chosen = new SimpleObjectProperty<>(this, "chosen",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Connection>> inUse = new ReadOnlyObjectWrapper<>(this, "inUse",
            Optional.empty());
    private final ConnectionForm form;
    private final ObservableList<StepResult> steps = FXCollections.observableArrayList();
    private final ObservableList<StepResult> shownSteps = FXCollections.unmodifiableObservableList(steps);
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(this, "testing");
    private final Queue<StepResult> news = new ConcurrentLinkedQueue<>();
    private final ReadOnlyObjectWrapper<List<Path>> damaged = new ReadOnlyObjectWrapper<>(this, "damaged", List.of());
    private final ReadOnlyObjectWrapper<List<Path>> doomed = new ReadOnlyObjectWrapper<>(this, "doomed", List.of());
    private Optional<Connection> begun = Optional.empty();
    /** Read by the test's thread too. */
    private volatile Optional<ConnectionsControl.Trial> trial = Optional.empty();

    /** @param say takes a sentence for the person */
    public ConnectionsViewModel(ConnectionsControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
        form = new ConnectionForm(control.files().secretsFile());
        chosen.subscribe(now -> {
            now.ifPresent(form::show);
            forgetSteps();
        });
        load();
    }

    private void load() {
        background.run(() -> control.files().load(), this::loaded, this::failed);
    }

    private void lookForDamaged() {
        background.run(() -> control.files().damagedSecrets(), found -> {
            if (!found.equals(damaged.get())) {
                // What was asked is about other files.
                keepDamaged();
            }
            damaged.set(found);
        }, this::failed);
    }

    /** Asks whether what {@link #damagedProperty} names is to be deleted. */
    void askToDeleteDamaged() {
        doomed.set(damaged.get());
    }

    /** Takes the question back. */
    void keepDamaged() {
        doomed.set(List.of());
    }

    /** Deletes the files that it was asked about, and no others; nothing where it was not asked. */
    void deleteDamaged() {
        List<Path> sure = doomed.get();
        if (sure.isEmpty()) {
            return;
        }
        keepDamaged();
        background.run(() -> {
            control.files().deleteDamagedSecrets(sure);
            return true;
        }, _ -> {
            say.accept(sure.size() == 1
                    ? "The damaged file is deleted, and the passwords in it."
                    : "The damaged files are deleted, and the passwords in them.");
            lookForDamaged();
        }, e -> {
            failed(e);
            lookForDamaged();
        });
    }

    private void loaded(Loaded loaded) {
        connections.setAll(loaded.connections());
        loaded.notices().forEach(say);
        chosen.set(connections.stream().findFirst());
        lookForDamaged();
    }

    private void failed(Exception e) {
        say.accept(Secrets.said(e));
    }

    /** Steps that come from the test's thread are shown with the feed's next tick. */
    @Override
    public void receive(FeedBatch batch) {
        drain();
        inUse.set(control.inUse());
    }

    private void drain() {
        for (StepResult result = news.poll(); result != null; result = news.poll()) {
            StepResult latest = result;
            steps.replaceAll(s -> s.step() == latest.step() ? latest : s);
        }
    }

    /** Puts a new connection into the form, or the one that was begun and not saved; it is in the list once it is saved. */
    public void add() {
        List<ConnectionColour> colours = List.of(ConnectionColour.values());
        Connection fresh = begun.filter(form::unsaved)
                .filter(b -> connections.stream().noneMatch(c -> c.id().equals(b.id())))
                .orElseGet(() -> Connection.blank(colours.get(connections.size() % colours.size())));
        if (chosen.get().equals(Optional.of(fresh))) {
            say.accept("This one is new and not saved yet. Save it, then begin another.");
        }
        begun = Optional.of(fresh);
        chosen.set(begun);
    }

    /** Saves what is in the form, if nothing is wrong with it. */
    public void save() {
        form.read().ifPresent(now -> keep(now, () -> say.accept("Saved " + now.name() + ".")));
    }

    private void keep(Connection now, Runnable then) {
        // In the list first: what cannot be written lasts as long as the window.
        int at = connections.stream().map(Connection::id).toList().indexOf(now.id());
        if (at < 0) {
            connections.add(now);
        } else {
            connections.set(at, now);
        }
        List<StepResult> kept = List.copyOf(steps);
        chosen.set(Optional.of(now));
        steps.setAll(kept);
        background.run(() -> control.files().save(now), notices -> {
            then.run();
            notices.forEach(say);
            lookForDamaged();
        }, this::failed);
    }

    /** Uses what is in the form, if nothing is wrong with it, and saves it. */
    public void use() {
        if (mustStay()) {
            return;
        }
        form.read().ifPresent(now -> {
            cancelTest();
            keep(now, () -> {
            });
            say.accept("Connecting to " + now.name() + ". The run ends, and its producer delivers what it has first.");
            control.use(now);
        });
    }

    private boolean mustStay() {
        String obstacle = control.leaveObstacle();
        if (!obstacle.isEmpty()) {
            say.accept(obstacle);
        }
        return !obstacle.isEmpty();
    }

    /** Goes back to the lab's own cluster. */
    public void useLab() {
        if (mustStay()) {
            return;
        }
        say.accept("Starting the lab cluster. The run ends, and its producer delivers what it has first.");
        control.useLab();
    }

    /** Forgets the chosen connection, also if it is in use: it stays connected. */
    public void delete() {
        chosen.get().ifPresent(gone -> {
            cancelTest();
            int at = connections.indexOf(gone);
            connections.removeIf(c -> c.id().equals(gone.id()));
            form.forget(gone);
            chosen.set(connections.isEmpty()
                    ? Optional.empty()
                    : Optional.of(connections.get(Math.clamp(at - 1, 0, connections.size() - 1))));
            background.run(() -> control.files().delete(gone.id()), notices -> {
                say.accept("Deleted " + gone.name() + ".");
                notices.forEach(say);
                lookForDamaged();
            }, this::failed);
        });
    }

    /** Tests what is in the form, if nothing is wrong with it, saved or not. */
    public void test() {
        if (testing.get()) {
            return;
        }
        form.read().ifPresent(now -> {
            forgetSteps();
            steps.setAll(Stream.of(Step.values()).map(s -> new StepResult(s, State.WAITING, 0, "", "")).toList());
            testing.set(true);
            ConnectionsControl.Trial next = control.trial(now);
            trial = Optional.of(next);
            background.run(() -> next.run(result -> {
                if (trial.filter(next::equals).isPresent()) {
                    news.add(result);
                }
            }), results -> ended(next), e -> {
                ended(next);
                failed(e);
            });
        });
    }

    private void ended(ConnectionsControl.Trial over) {
        if (trial.filter(over::equals).isPresent()) {
            drain();
            trial = Optional.empty();
            testing.set(false);
        }
    }

    /** Ends a test that is under way; the step at hand says so. */
    public void cancelTest() {
        trial.ifPresent(ConnectionsControl.Trial::cancel);
    }

    private void forgetSteps() {
        trial.ifPresent(ConnectionsControl.Trial::cancel);
        trial = Optional.empty();
        testing.set(false);
        news.clear();
        steps.clear();
    }

    /** Reads a {@code .properties} file into the form, in place of the properties that are there. */
    public void load(Path file) {
        background.run(() -> text(file), text -> {
            if (chosen.get().isEmpty()) {
                add();
            }
            form.textProperty().set(text);
            say.accept("Read " + file.getFileName() + ".");
        }, e -> say.accept(Secrets.said(e)));
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("it is larger than 1 MB, so it is no file of client properties");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not a text file in UTF-8, so nothing was read.", e);
        } catch (IOException e) {
            throw new IOException(file + " could not be read: " + SafeFile.reason(e) + ".", e);
        }
    }

    ObservableList<Connection> connections() {
        return shownConnections;
    }

    /** The one in the form, also before it is saved. */
    ObjectProperty<Optional<Connection>> chosenProperty() {
        return chosen;
    }

    ConnectionForm form() {
        return form;
    }

    /** All steps of the latest test; none before there was one. */
    ObservableList<StepResult> steps() {
        return shownSteps;
    }

    ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /** Damaged files that may hold remembered passwords; for the person to keep or delete. */
    ReadOnlyObjectProperty<List<Path>> damagedProperty() {
        return damaged.getReadOnlyProperty();
    }

    /** Those of them that it is asked about whether to delete them; empty while nothing is asked. */
    ReadOnlyObjectProperty<List<Path>> doomedProperty() {
        return doomed.getReadOnlyProperty();
    }

    /** The connection in use; empty on the lab's own cluster. */
    ReadOnlyObjectProperty<Optional<Connection>> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }
}
