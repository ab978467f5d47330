package ackscope.core.settings;

import java.util.Set;

/** What a setting is about, for finding it. Decided by name, so that a setting of a newer client falls into a group as well. */
public enum SettingGroup {
    DELIVERY("Delivery"), BATCHING("Batching and memory"), TRANSACTIONS("Idempotence and transactions"), PARTITIONING(
            "Partitioning"), IDENTITY(
                    "Identity and plug-ins"), NETWORK("Network"), METRICS("Metrics"), SECURITY("Security");

    private static final Set<String> DELIVERY_KEYS = Set.of(Keys.ACKS, Keys.RETRIES, Keys.DELIVERY_TIMEOUT,
            Keys.REQUEST_TIMEOUT, Keys.RETRY_BACKOFF, Keys.RETRY_BACKOFF_MAX, Keys.IN_FLIGHT, Keys.MAX_BLOCK);
    private static final Set<String> IDENTITY_KEYS = Set.of(Keys.BOOTSTRAP, "client.id", Keys.KEY_SERIALIZER,
            Keys.VALUE_SERIALIZER, "interceptor.classes", "config.providers");

    private final String title;

    SettingGroup(String title) {
        this.title = title;
    }

    /** Its name on screen. */
    public String title() {
        return title;
    }

    static SettingGroup of(String key) {
        if (DELIVERY_KEYS.contains(key)) {
            return DELIVERY;
        }
        if (IDENTITY_KEYS.contains(key)) {
            return IDENTITY;
        }
        if (key.equals(Keys.LINGER) || key.equals(Keys.BATCH_SIZE) || key.equals(Keys.MAX_REQUEST_SIZE)
                || key.startsWith(Keys.BUFFER_MEMORY) || key.startsWith("compression.")) {
            return BATCHING;
        }
        if (key.equals(Keys.IDEMPOTENCE) || key.startsWith("transaction")) {
            return TRANSACTIONS;
        }
        if (key.startsWith("partitioner.") || key.equals("client.rack")) {
            return PARTITIONING;
        }
        if (key.startsWith("ssl.") || key.startsWith("sasl.") || key.startsWith("security.")) {
            return SECURITY;
        }
        return key.contains("metric") ? METRICS : NETWORK;
    }
}
