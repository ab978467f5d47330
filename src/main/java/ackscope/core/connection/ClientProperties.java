package ackscope.core.connection;

import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.PropertiesText;
import ackscope.core.settings.SettingsFile.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Client properties as a person pastes them or as a {@code .properties} file holds them. What is about the connection is taken; what
 * belongs to the delivery settings is set apart, so that it cannot overrule them unseen; what only consumers or admin clients read is
 * left out; what no client knows is passed on, since plug-ins of the client may read it. Words name properties and lines, never the
 * values of secrets. Immutable.
 */
public final class ClientProperties {
    /** The property that has a field of its own. */
    public static final String BOOTSTRAP = "bootstrap.servers";
    /** Stands on screen for a secret that is known. */
    public static final String MASK = "••••••••";

    private static final List<String> CONNECTION = List.of("security.", "sasl.", "ssl.", "socket.", "reconnect.",
            "metadata.", "config.providers");
    private static final Set<String> CONNECTION_NAMES = Set.of(BOOTSTRAP, "client.dns.lookup", "client.rack",
            "connections.max.idle.ms", "send.buffer.bytes", "receive.buffer.bytes");
    private static final Set<String> JAAS_OPTIONS = Set.of("username", "password", "required");
    private static final String PROTOCOL = "security.protocol";

    private final SortedMap<String, String> connection = new TreeMap<>();
    private final SortedMap<String, String> delivery = new TreeMap<>();
    private final List<Note> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    private ClientProperties(String text, Map<String, String> known) {
        for (PropertiesText.Line line : PropertiesText.lines(text)) {
            switch (line) {
                case PropertiesText.Broken broken -> problems.add(new Note(broken.number(), capital(broken.why())
                        + ". A backslash is written twice (C:\\\\users), or as / in paths."));
                case PropertiesText.Entry entry -> take(entry, known);
            }
        }
        if (problems.isEmpty()) {
            logIn();
        }
    }

    /** Reads a text; what is wrong with it is told by {@link #problems()}. */
    public static ClientProperties parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * Reads a text in which secrets may be masked.
     *
     * @param known the values that {@link #MASK} stands for
     */
    public static ClientProperties parse(String text, Map<String, String> known) {
        return new ClientProperties(text, known);
    }

    /** The text of properties, with known secrets masked and unknown ones left empty. */
    public static String text(SortedMap<String, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach((name, value) -> text
                .append(PropertiesText.line(name,
                        !value.isEmpty() && ProducerSetting.isSecret(name, value) ? MASK : value))
                .append('\n'));
        return text.toString();
    }

    /** Names of the properties whose values are not for showing, logging or saving; a value that was not saved is "". */
    public static SortedSet<String> secrets(Map<String, String> properties) {
        SortedSet<String> names = new TreeSet<>();
        properties.forEach((name, value) -> {
            if (value.isEmpty() || ProducerSetting.isSecret(name, value)) {
                names.add(name);
            }
        });
        return names;
    }

    private void take(PropertiesText.Entry entry, Map<String, String> known) {
        String name = entry.key();
        Integer earlier = lines.putIfAbsent(name, entry.number());
        if (earlier != null) {
            problem(entry, name + " was given in line " + earlier + " already. Keep one of them.");
        } else if (JAAS_OPTIONS.contains(name)) {
            problem(entry,
                    "'" + name + "' is no property of a client. If sasl.jaas.config goes over several lines, each"
                            + " line but its last must end with a backslash.");
        } else if (entry.value().isBlank()) {
            problem(entry, ProducerSetting.isSecret(name) || known.getOrDefault(name, MASK).isEmpty()
                    ? name + " has no value: secrets are not saved unless that is asked for. Write it after the"
                            + " '=', or take the line out."
                    : name + " has no value. Write " + name + "=value, or take the line out.");
        } else {
            String value = MASK.equals(entry.value()) ? known.getOrDefault(name, "") : entry.value();
            if (value.isEmpty()) {
                problem(entry, name + " is only dots here. Write its value.");
            } else {
                sort(entry, name, value);
            }
        }
    }

    private void sort(PropertiesText.Entry entry, String name, String value) {
        boolean about = CONNECTION_NAMES.contains(name) || CONNECTION.stream().anyMatch(name::startsWith);
        if (ProducerSetting.named(name).isPresent() && !about) {
            delivery.put(name, value);
        } else if (!about && isOtherClients(name)) {
            others.add(name);
        } else {
            check(entry, name, value);
            connection.put(name, value);
        }
    }

    private static boolean isOtherClients(String name) {
        return ConsumerConfig.configNames().contains(name) || AdminClientConfig.configNames().contains(name);
    }

    /** A value may also point to where it is kept ({@code config.providers}), which only the client can follow. */
    private void check(PropertiesText.Entry entry, String name, String value) {
        ProducerSetting.named(name).ifPresentOrElse(setting -> {
            if (!value.contains("${") && !name.equals(BOOTSTRAP)) {
                setting.refusal(value).ifPresent(_ -> problem(entry, name + " " + setting.wants(value) + "."));
            }
        }, () -> {
            if (!name.startsWith("config.providers")) {
                notes.add(new Note(entry.number(), "The Kafka client knows no setting " + name
                        + ProducerSetting.nearest(name).map(near -> "; did you mean " + near + "?").orElse(".")
                        + " It is passed on as it is, for a plug-in may read it."));
            }
        });
    }

    private void problem(PropertiesText.Entry entry, String words) {
        problems.add(new Note(entry.number(), words));
    }

    private void logIn() {
        String protocol = connection.getOrDefault(PROTOCOL, "PLAINTEXT").toUpperCase(Locale.ROOT);
        boolean sasl = protocol.startsWith("SASL_");
        if (sasl && !connection.containsKey("sasl.jaas.config") && !connection.containsKey("config.providers")) {
            notes.add(new Note(lines.get(PROTOCOL),
                    protocol + " logs in, and there is no sasl.jaas.config to say as whom."));
        }
        first("sasl.").filter(_ -> !sasl).ifPresent(name -> notes.add(new Note(lines.get(name), name
                + " is not used, because security.protocol is " + protocol
                + ". With SASL_SSL or SASL_PLAINTEXT the client logs in.")));
        first("ssl.").filter(_ -> !protocol.endsWith("SSL")).ifPresent(name -> notes.add(new Note(lines.get(name), name
                + " is not used, because security.protocol is " + protocol
                + ". With SSL or SASL_SSL the connection is encrypted.")));
    }

    private java.util.Optional<String> first(String prefix) {
        return connection.keySet().stream().filter(name -> name.startsWith(prefix)).findFirst();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What is wrong, by line; while there is anything the properties are not to be used. */
    public List<Note> problems() {
        return List.copyOf(problems);
    }

    /** What is odd, by line. */
    public List<Note> notes() {
        return notes.stream().sorted(java.util.Comparator.comparingInt(Note::line)).toList();
    }

    /** The properties about the connection, and those that no client knows. */
    public SortedMap<String, String> connection() {
        return Collections.unmodifiableSortedMap(connection);
    }

    /** Settings of the producer that belong under Delivery. */
    public SortedMap<String, String> delivery() {
        return Collections.unmodifiableSortedMap(delivery);
    }

    /** Names of settings that only consumers or admin clients read. */
    public List<String> others() {
        return List.copyOf(others);
    }
}
