package ackscope.ui.cluster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Client properties as a person pastes them, read by the rules of {@link Properties}. Only what is about the connection is taken; what
 * belongs to the delivery settings is named and left out, so that it cannot overrule them unseen. Words name properties, never their
 * values: those may be passwords.
 */
final class ClientProperties {
    /** The property that has a field of its own. */
    static final String BOOTSTRAP = "bootstrap.servers";

    private static final List<String> CONNECTION = List.of("security.", "sasl.", "ssl.", "socket.", "reconnect.",
            "metadata.");
    private static final Set<String> CONNECTION_NAMES = Set.of(BOOTSTRAP, "client.dns.lookup", "client.rack",
            "connections.max.idle.ms",
            "send.buffer.bytes", "receive.buffer.bytes");
    private static final Set<String> JAAS_OPTIONS = Set.of("username", "password", "required");

    private final Map<String, Object> connection = new TreeMap<>();
    private final Set<String> leftOut = new TreeSet<>();
    private final String problem;

    private ClientProperties(String text) {
        Noted read = new Noted();
        problem = read(text, read);
        read.forEach((key, value) -> {
            String name = (String) key;
            if (CONNECTION_NAMES.contains(name) || CONNECTION.stream().anyMatch(name::startsWith)) {
                connection.put(name, value);
            } else {
                leftOut.add(name);
            }
        });
    }

    /** Reads a text; what is wrong with it is told by {@link #problem()}. */
    static ClientProperties parse(String text) {
        return new ClientProperties(text);
    }

    private static String read(String text, Noted into) {
        try {
            into.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            return "A backslash followed by u is not a valid escape. In properties a backslash is written twice (C:\\\\users), or as / in paths.";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!into.twice.isEmpty()) {
            return "Given twice: " + String.join(", ", into.twice) + ". Keep one line of each.";
        }
        for (String name : into.stringPropertyNames()) {
            if (JAAS_OPTIONS.contains(name)) {
                return "'" + name
                        + "' is no property of a client. If sasl.jaas.config goes over several lines, each line but its last must end"
                        + " with a backslash.";
            }
            if (into.getProperty(name).isBlank()) {
                return name + " has no value. Write " + name + "=value, or take the line out.";
            }
        }
        return "";
    }

    /** What is wrong, in words; "" when nothing is. */
    String problem() {
        return problem;
    }

    /** The properties about the connection. */
    Map<String, Object> connection() {
        return Map.copyOf(connection);
    }

    /** Names of those that are not about the connection, sorted. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Properties that remember which names came twice; the base class keeps the last silently. */
    private static final class Noted extends Properties {
        private static final long serialVersionUID = 1;
        private final transient Set<String> twice = new TreeSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                twice.add((String) key);
            }
            return before;
        }

        @Override
        public synchronized boolean equals(Object other) {
            return this == other;
        }

        @Override
        public synchronized int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
