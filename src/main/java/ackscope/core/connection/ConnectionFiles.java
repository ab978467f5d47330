package ackscope.core.connection;

import ackscope.core.secret.Secrets;
import ackscope.core.settings.SafeFile;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps a person's connections in {@code connections.json} of the folder handed in, without any secret; those of connections that are
 * to remember theirs are in {@code connection-secrets.json} beside it, which only its owner reads. A file that makes no sense is kept
 * aside under another name. Every call reads or writes small files, so none belongs on the FX thread; safe for any thread.
 */
public final class ConnectionFiles {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = JsonMapper.builder().disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;
    private final SecretsFile secrets;

    /** @param folder of the user's configuration; made when something is first saved */
    public ConnectionFiles(Path folder) {
        file = folder.resolve("connections.json");
        secrets = new SecretsFile(folder.resolve("connection-secrets.json"));
    }

    /**
     * What is kept.
     *
     * @param connections in the order in which they were first saved
     * @param notices     sentences for a person about files that could not be read
     */
    public record Loaded(List<Connection> connections, List<String> notices) {
    }

    /** As it stands in the file; {@code secrets} has the names of those that are not there. */
    private record Entry(String id, String name, String colour, String servers, SortedMap<String, String> properties,
            SortedSet<String> secrets, String topic, boolean remember, boolean stamps) {

        static Entry of(Connection c) {
            SortedMap<String, String> open = new TreeMap<>(c.properties());
            open.keySet().removeAll(c.secrets());
            return new Entry(c.id(), c.name(), c.colour().word(), c.servers(), open, new TreeSet<>(c.secrets()),
                    c.topic(), c.remember(), c.stamps());
        }

        Connection toConnection(Map<String, String> remembered) {
            SortedMap<String, String> all = new TreeMap<>(
                    Objects.requireNonNullElse(properties, Collections.emptySortedMap()));
            Objects.requireNonNullElse(secrets, Collections.<String>emptySortedSet())
                    .forEach(name -> all.put(name, remembered.getOrDefault(name, "")));
            return new Connection(Objects.requireNonNull(id, "a connection has no id"),
                    Objects.requireNonNull(name, "a connection has no name"),
                    ConnectionColour.named(colour), Objects.requireNonNull(servers, "a connection has no servers"), all,
                    Objects.requireNonNullElse(topic, ""), remember, stamps);
        }
    }

    private record Content(int version, List<Entry> connections) {
    }

    /** Everything that is kept. */
    public synchronized Loaded load() {
        List<String> notices = new ArrayList<>();
        try {
            return new Loaded(List.copyOf(read(notices)), List.copyOf(notices));
        } catch (ConnectionException e) {
            return new Loaded(List.of(), List.of(e.getMessage()));
        }
    }

    /** Where the secrets are that are to be remembered. */
    public Path secretsFile() {
        return secrets.file();
    }

    /**
     * Damaged files of secrets that were kept aside; their passwords are still in them.
     *
     * @throws ConnectionException when the folder cannot be read
     */
    public synchronized List<Path> damagedSecrets() {
        try {
            return secrets.damaged();
        } catch (IOException e) {
            throw new ConnectionException("Whether damaged files with passwords are left beside " + secrets.file()
                    + " could not be seen: " + SafeFile.reason(e) + ". Look there yourself.", e);
        }
    }

    /**
     * Deletes damaged files.
     *
     * @param sure which of {@link #damagedSecrets}; what is none of them stays
     * @throws ConnectionException when one cannot be deleted
     */
    public synchronized void deleteDamagedSecrets(List<Path> sure) {
        for (Path gone : damagedSecrets().stream().filter(sure::contains).toList()) {
            try {
                Files.deleteIfExists(gone);
            } catch (IOException e) {
                throw new ConnectionException("The damaged file " + gone + " could not be deleted: "
                        + SafeFile.reason(e) + ". Allow writing in its folder, or delete it yourself.", e);
            }
        }
    }

    /**
     * Keeps a connection, in place of the one with its id.
     *
     * @return notices, as of {@link Loaded}
     * @throws ConnectionException when a file cannot be written; what was there before is still there then
     */
    public synchronized List<String> save(Connection connection) {
        List<String> notices = new ArrayList<>();
        List<Connection> all = read(notices);
        int at = all.stream().map(Connection::id).toList().indexOf(connection.id());
        if (at < 0) {
            all.add(connection);
        } else {
            all.set(at, connection);
        }
        write(all);
        return notices;
    }

    /**
     * Forgets a connection, and its secrets.
     *
     * @return notices, as of {@link Loaded}
     * @throws ConnectionException when a file cannot be written
     */
    public synchronized List<String> delete(String id) {
        List<String> notices = new ArrayList<>();
        List<Connection> all = read(notices);
        if (all.removeIf(c -> c.id().equals(id))) {
            write(all);
        }
        return notices;
    }

    private List<Connection> read(List<String> notices) {
        try {
            Content content = JSON.readValue(Files.readString(file), Content.class);
            if (content.version() > VERSION) {
                throw new IllegalStateException("it was written by a newer Ackscope");
            }
            Map<String, Map<String, String>> remembered = secrets.read(notices);
            return new ArrayList<>(Objects.requireNonNull(content.connections(), "no connections are in it").stream()
                    .map(e -> e.toConnection(remembered.getOrDefault(e.id(), Map.of()))).toList());
        } catch (NoSuchFileException _) {
            return new ArrayList<>();
        } catch (IOException | RuntimeException e) {
            notices.add(setAside(e));
            return new ArrayList<>();
        }
    }

    /** Secrets come first: what is to be forgotten is gone before anything says so, and what is left over belongs to nobody. */
    private void write(List<Connection> all) {
        Map<String, Map<String, String>> remembered = new TreeMap<>();
        for (Connection c : all) {
            SortedMap<String, String> own = new TreeMap<>(c.properties());
            own.keySet().retainAll(c.secrets());
            own.values().removeIf(String::isEmpty);
            if (c.remember() && !own.isEmpty()) {
                remembered.put(c.id(), own);
            }
        }
        secrets.write(remembered);
        try {
            SafeFile.write(file, JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Content(VERSION, all.stream().map(Entry::of).toList())) + "\n");
        } catch (IOException e) {
            throw new ConnectionException("The connections could not be saved in " + file + ": " + SafeFile.reason(e)
                    + ". Make room or allow writing there, then save again; until then they last as long as the window.",
                    e);
        }
    }

    /** What cannot be read must not be written over, so that nothing is lost. */
    private String setAside(Exception cause) {
        String why = "Your connections in " + file + " could not be read (" + reason(cause) + "). ";
        try {
            String kept = SafeFile.setAside(file).getFileName().toString();
            return why + "The file is kept as " + kept
                    + secrets.setAside().map(name -> ", its passwords as " + name).orElse("")
                    + "; the list begins empty.";
        } catch (IOException e) {
            throw new ConnectionException(why + "It could not be moved aside either (" + SafeFile.reason(e)
                    + "), so nothing is saved. Allow reading and writing there, then try again.", e);
        }
    }

    static String reason(Exception cause) {
        return switch (cause) {
            // Its message quotes the file.
            case JacksonException e -> "it is damaged"
                    + (e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr());
            case IOException e -> SafeFile.reason(e);
            default -> Secrets.said(cause);
        };
    }
}
