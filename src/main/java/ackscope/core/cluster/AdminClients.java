package ackscope.core.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Makes admin clients that never hang: a broker that is paused takes connections and answers nothing, so a request gives up early and the
 * call goes on to the next broker within its own limit.
 */
public final class AdminClients {
    private static final Set<String> NOT_OURS = Set.of("client.id", "interceptor.classes", "metric.reporters",
            "enable.metrics.push", "metadata.recovery.strategy");

    /** For closing one without waiting for its calls; with 0 the client would wait for its own thread without a limit. */
    public static final Duration AT_ONCE = Duration.ofMillis(100);

    private AdminClients() {
    }

    /**
     * @param clientProperties how to reach the cluster; what is meant for producers is left out
     * @param requestMs        limit for one request to one broker
     * @param callMs           limit for a whole call
     * @throws org.apache.kafka.common.KafkaException when the properties do not make a client
     */
    public static Admin create(Map<String, Object> clientProperties, int requestMs, int callMs) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.keySet().removeAll(NOT_OURS);
        config.put("client.id", "ackscope-admin");
        config.put("request.timeout.ms", requestMs);
        config.put("default.api.timeout.ms", callMs);
        config.put("socket.connection.setup.timeout.ms", requestMs);
        config.put("socket.connection.setup.timeout.max.ms", requestMs);
        config.put("reconnect.backoff.ms", 50);
        config.put("reconnect.backoff.max.ms", 200);
        config.put("retry.backoff.ms", 50);
        config.put("retry.backoff.max.ms", 200);
        config.put("metadata.max.age.ms", 5_000);
        config.put("enable.metrics.push", false);
        config.put("auto.include.jmx.reporter", false);
        ClientKeys.keep(config, AdminClientConfig.configNames());
        // Every use of a cluster begins with an admin client, so this is early enough for all clients with its properties alone.
        ClientLogin.prepare(config);
        return Admin.create(config);
    }
}
