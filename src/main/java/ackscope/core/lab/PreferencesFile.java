package ackscope.core.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Reads and writes {@link Preferences}. A file that cannot be read is kept aside and said so; a file that cannot be written is said so,
 * and the app goes on.
 */
public final class PreferencesFile {
    private final Path file;
    private final Consumer<String> trouble;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * @param folder  of the user's configuration
     * @param trouble gets a sentence for the person
     */
    public PreferencesFile(Path folder, Consumer<String> trouble) {
        this.file = folder.resolve("preferences.json");
        this.trouble = trouble;
    }

    /** What was saved, or the defaults. */
    public Preferences load() {
        if (!Files.exists(file)) {
            return Preferences.DEFAULTS;
        }
        try {
            Preferences read = json.readValue(file.toFile(), Preferences.class);
            return read == null ? setAside("it is empty") : read;
        } catch (IOException e) {
            return setAside(firstLine(e));
        }
    }

    private Preferences setAside(String why) {
        Path aside = file.resolveSibling("preferences.json.damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            trouble.accept("The preferences could not be read (" + why + "). They are kept as " + aside
                    + "; defaults are used.");
        } catch (IOException e) {
            trouble.accept("The preferences could not be read (" + why + "), nor moved aside (" + firstLine(e)
                    + "). Defaults are used.");
        }
        return Preferences.DEFAULTS;
    }

    /** Saves, through a temporary file beside it; says so if it cannot. */
    public void save(Preferences preferences) {
        Path temporary = file.resolveSibling("preferences.json.new");
        try {
            Files.createDirectories(file.getParent());
            json.writeValue(temporary.toFile(), preferences);
            move(temporary);
        } catch (IOException e) {
            remove(temporary);
            trouble.accept("The preferences could not be saved to " + file + ": " + firstLine(e)
                    + ". Everything else goes on.");
        }
    }

    /** Half a file on a full disk helps nobody. */
    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The trouble is told anyway.
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String firstLine(IOException e) {
        if (e instanceof FileSystemException f && f.getReason() == null) {
            // These carry the path alone as their message.
            return switch (f) {
                case AccessDeniedException _ -> "no permission for " + f.getFile();
                case NoSuchFileException _ -> f.getFile() + " is not there";
                case FileAlreadyExistsException _ -> f.getFile() + " is in the way";
                default -> "the system refused " + f.getFile();
            };
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
