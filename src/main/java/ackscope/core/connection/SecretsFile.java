package ackscope.core.connection;

import ackscope.core.settings.OwnerOnly;
import ackscope.core.settings.SafeFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The secrets that a person asked to remember, by connection and name, in a file that only its owner reads. Not there when there are none. */
final class SecretsFile {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    SecretsFile(Path file) {
        this.file = file;
    }

    private record Content(int version, Map<String, Map<String, String>> secrets) {
    }

    Path file() {
        return file;
    }

    /** What is kept; a file that makes no sense is kept aside, one that others may read is taken from them, and both are told. */
    Map<String, Map<String, String>> read(List<String> notices) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            if (!OwnerOnly.is(file)) {
                OwnerOnly.make(file);
                notices.add("Others could read the passwords in " + file
                        + "; now only you can. Somebody may have seen them.");
            }
            Content content = JSON.readValue(Files.readString(file), Content.class);
            if (content.version() > VERSION) {
                throw new IllegalStateException("it was written by a newer Ackscope");
            }
            return Objects.requireNonNull(content.secrets(), "no secrets are in it");
        } catch (IOException | RuntimeException e) {
            notices.add("The remembered passwords in " + file + " could not be read (" + ConnectionFiles.reason(e)
                    + "). " + aside() + "Type them in again.");
            return Map.of();
        }
    }

    void write(Map<String, Map<String, String>> secrets) {
        try {
            if (secrets.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                SafeFile.writePrivate(file, JSON.writeValueAsString(new Content(VERSION, secrets)) + "\n");
            }
        } catch (IOException e) {
            throw new ConnectionException(
                    "The passwords could not be " + (secrets.isEmpty() ? "removed from " : "kept in ")
                            + file + ": " + SafeFile.reason(e)
                            + ". Nothing was saved. Allow writing there, or turn \"remember\" off and save again.",
                    e);
        }
    }

    /** Files that were kept aside because they made no sense; whatever passwords were in them still are. */
    List<Path> damaged() throws IOException {
        return SafeFile.asides(file);
    }

    private String aside() {
        try {
            return setAside().map(name -> "The file is kept as " + name + ". ").orElse("");
        } catch (IOException e) {
            throw new ConnectionException("The remembered passwords in " + file
                    + " can be neither read nor moved aside (" + SafeFile.reason(e)
                    + "), so nothing is saved. Allow reading and writing there, then try again.", e);
        }
    }

    /** Keeps the file under another name, if there is one; that name. */
    Optional<String> setAside() throws IOException {
        return Files.exists(file) ? Optional.of(SafeFile.setAside(file).getFileName().toString()) : Optional.empty();
    }
}
