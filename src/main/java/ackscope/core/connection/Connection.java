package ackscope.core.connection;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How to reach a cluster that is already there, and what to call it. Immutable.
 *
 * @param id         tells it from all others; never shown
 * @param name       on screen
 * @param servers    bootstrap servers, host:port with commas
 * @param properties what else a client needs, secrets too; a secret that was not saved has the value ""
 * @param topic      chosen when the connection is used, "" for none
 * @param remember   whether secrets are saved as well, in a file of their own
 * @param stamps     whether records that are typed carry their number in a header, so that an audit can find each of them
 */
public record Connection(String id, String name, ConnectionColour colour, String servers,
        SortedMap<String, String> properties, String topic, boolean remember, boolean stamps) {

    public Connection {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** An empty one with an id of its own. */
    public static Connection blank(ConnectionColour colour) {
        return new Connection(UUID.randomUUID().toString(), "", colour, "", Collections.emptySortedMap(), "", false,
                false);
    }

    /** Everything that a client needs. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(ClientProperties.BOOTSTRAP, servers);
        return all;
    }

    /** Names of the secrets among the properties; those that were not saved too. */
    public Set<String> secrets() {
        return ClientProperties.secrets(properties);
    }

    /** The same with other properties. */
    public Connection with(SortedMap<String, String> other) {
        return new Connection(id, name, colour, servers, other, topic, remember, stamps);
    }

    /** Names only: some of the values are passwords. */
    @Override
    public String toString() {
        return "Connection[" + name + ", " + servers + ", " + properties.keySet() + "]";
    }
}
