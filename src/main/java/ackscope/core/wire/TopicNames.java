package ackscope.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** The topics' names by their ids, learnt from metadata answers on any of a cluster's proxies. Safe for any thread. */
final class TopicNames {
    private static final int MOST = 10_000;

    private final Map<Uuid, String> names = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Uuid, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void learn(Uuid id, String name) {
        names.put(id, name);
    }

    /** The name, or the id in its own spelling if it was never told. */
    synchronized String name(Uuid id) {
        return names.getOrDefault(id, id.toString());
    }

    synchronized boolean knows(Uuid id) {
        return names.containsKey(id);
    }
}
