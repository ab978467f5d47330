package ackscope.ui.settings;

import ackscope.core.secret.Secrets;
import ackscope.core.settings.Preset;
import ackscope.core.settings.Presets;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsFile;
import ackscope.ui.base.Background;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The presets to choose from, and settings in and out of files. It knows the form only by what is handed in: settings come as arguments
 * and leave by the consumers. Files are read and written off the FX thread; what came of it is said in {@link #messageProperty()}.
 */
public final class PresetsViewModel {
    private final Presets presets;
    private final Background background;
    private final ObservableList<Preset> all = FXCollections.observableArrayList(Presets.builtIn());
    // Held here, because such a view listens weakly: one made for a single call takes its listeners with it.
    private final ObservableList<Preset> view = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public PresetsViewModel(Presets presets, Background background) {
        this.presets = presets;
        this.background = background;
        reload("");
    }

    /** Built-in ones first, then one's own. */
    public ObservableList<Preset> all() {
        return view;
    }

    /** What came of the last reading or writing, in a sentence; "" when there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Keeps settings under a name; {@code saved} gets the preset once it is in the file. */
    public void save(String name, String description, ProducerSettings settings, Consumer<Preset> saved) {
        Preset preset = new Preset(name.strip(), description.strip(), false, settings.withoutSecrets());
        run(() -> {
            presets.save(preset);
            return preset;
        }, _ -> {
            reload("Preset " + preset.name() + " is saved" + (preset.settings().equals(settings)
                    ? "."
                    : ", without passwords and keys."));
            saved.accept(preset);
        });
    }

    /** Forgets one of a person's own presets. */
    public void delete(Preset preset) {
        run(() -> {
            presets.delete(preset.name());
            return preset;
        }, _ -> reload("Preset " + preset.name() + " is deleted."));
    }

    /** Reads a {@code .properties} file; {@code loaded} gets what was in it. */
    public void load(Path file, Consumer<ProducerSettings> loaded) {
        run(() -> SettingsFile.read(file), read -> {
            String notes = read.notes().stream().map(SettingsFile.Note::toString).collect(Collectors.joining("; "));
            message.set(read.entries() + (read.entries() == 1 ? " setting" : " settings") + " loaded from " + file
                    .getFileName() + (notes.isEmpty() ? "." : ". Odd: " + notes + "."));
            loaded.accept(read.settings());
        });
    }

    /** Writes a {@code .properties} file. */
    public void write(Path file, ProducerSettings settings, boolean withSecrets) {
        run(() -> {
            SettingsFile.write(file, settings, withSecrets);
            return file;
        }, _ -> message.set("The settings are saved in " + file + "."));
    }

    private void reload(String said) {
        run(presets::load, loaded -> {
            all.setAll(loaded.presets());
            message.set(loaded.notice().orElse(said));
        });
    }

    private <T> void run(Callable<T> call, Consumer<T> done) {
        background.run(call, done, failure -> message.set(Secrets.said(failure)));
    }
}
