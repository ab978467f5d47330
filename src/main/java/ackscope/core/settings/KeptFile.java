package ackscope.core.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A small JSON file in which the app keeps something of the person's from session to session. One that makes no sense is kept aside, and
 * said so; one that cannot be written is said so, and the app goes on. Any thread; its calls block for a moment.
 *
 * @param <T> what is kept: a record that Jackson reads and writes
 */
public final class KeptFile<T> {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Class<T> type;
    private final String what;
    private final Consumer<String> trouble;

    /**
     * @param file    need not be there yet
     * @param what    it is, for sentences: "The progress of the lessons"
     * @param trouble gets a sentence for the person
     */
    public KeptFile(Path file, Class<T> type, String what, Consumer<String> trouble) {
        this.file = file;
        this.type = type;
        this.what = what;
        this.trouble = trouble;
    }

    /**
     * What earlier sessions left, if there is anything.
     *
     * @param sound whether it can be used; if not, it is kept aside like a file that cannot be read
     */
    public Optional<T> load(Predicate<T> sound) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            T read = JSON.readValue(Files.readString(file), type);
            if (read != null && sound.test(read)) {
                return Optional.of(read);
            }
            setAside("it is not of this version");
        } catch (JsonProcessingException e) {
            setAside(e.getOriginalMessage());
        } catch (IOException e) {
            setAside(SafeFile.reason(e));
        }
        return Optional.empty();
    }

    private void setAside(String why) {
        try {
            trouble.accept(what + " could not be read (" + why + "). The file is kept as " + SafeFile.setAside(file)
                    + ", and a new one is begun.");
        } catch (IOException e) {
            trouble.accept(what + " could not be read (" + why + "), nor the file moved aside (" + SafeFile.reason(e)
                    + "). A new one is begun.");
        }
    }

    /** Writes it in place of what was there. */
    public void save(T now) {
        try {
            SafeFile.write(file, JSON.writeValueAsString(now));
        } catch (IOException e) {
            trouble.accept(what + " could not be saved to " + file + ": " + SafeFile.reason(e) + ". The app goes on.");
        }
    }
}
