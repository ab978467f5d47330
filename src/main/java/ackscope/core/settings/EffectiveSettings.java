package ackscope.core.settings;

import ackscope.core.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the client makes of {@link ProducerSettings}: defaults filled in and silent changes done, by {@code new ProducerConfig(map)}
 * itself, and the delivery time-out raised as the {@code KafkaProducer} constructor does. Times in ms, sizes in bytes.
 */
public final class EffectiveSettings {
    /** Where to connect and how to serialize: the app says that, not a person here. */
    private static final Set<String> SUPPLIED = Set.of(Keys.BOOTSTRAP, Keys.KEY_SERIALIZER, Keys.VALUE_SERIALIZER);

    private final ProducerSettings typed;
    private final ProducerConfig config;

    private EffectiveSettings(ProducerSettings typed, ProducerConfig config) {
        this.typed = typed;
        this.config = config;
    }

    /**
     * @throws SettingsException when the client refuses them; {@link SettingsRules} says why, and what to change
     */
    public static EffectiveSettings of(ProducerSettings typed) {
        try {
            return new EffectiveSettings(typed, config(typed));
        } catch (ConfigException e) {
            throw new SettingsException(
                    "The Kafka client refuses these settings: " + Secrets.said(e),
                    e);
        }
    }

    /** The client's own reading, with what the app supplies filled in where nothing was typed. */
    static ProducerConfig config(ProducerSettings typed) {
        Map<String, Object> map = new LinkedHashMap<>(typed.asMap());
        map.putIfAbsent(Keys.BOOTSTRAP, "127.0.0.1:9");
        map.putIfAbsent(Keys.KEY_SERIALIZER, ByteArraySerializer.class);
        map.putIfAbsent(Keys.VALUE_SERIALIZER, ByteArraySerializer.class);
        // Without a client id every reading would use up one "producer-n" of the real producers.
        map.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "");
        return new ProducerConfig(map);
    }

    /** What was typed. */
    public ProducerSettings typed() {
        return typed;
    }

    /**
     * What to give to the producer: everything typed, with the effective {@code acks} and {@code enable.idempotence} said aloud, so that
     * the client cannot differ from what is shown. Where to connect and how to serialize is not part of it.
     */
    public Map<String, Object> clientMap() {
        Map<String, Object> map = new LinkedHashMap<>(typed.asMap());
        map.keySet().removeAll(SUPPLIED);
        map.put(Keys.ACKS, acks().text());
        map.put(Keys.IDEMPOTENCE, Boolean.toString(idempotence()));
        return map;
    }

    public Acks acks() {
        return Acks.parse(config.getString(Keys.ACKS));
    }

    public boolean idempotence() {
        return config.getBoolean(Keys.IDEMPOTENCE);
    }

    public int maxInFlight() {
        return config.getInt(Keys.IN_FLIGHT);
    }

    public int retries() {
        return config.getInt(Keys.RETRIES);
    }

    public long retryBackoffMs() {
        return config.getLong(Keys.RETRY_BACKOFF);
    }

    public long retryBackoffMaxMs() {
        return config.getLong(Keys.RETRY_BACKOFF_MAX);
    }

    /** From a batch's creation to its report, after the client raised it to linger plus request time-out where it must. */
    public int deliveryTimeoutMs() {
        return Math.max(config.getInt(Keys.DELIVERY_TIMEOUT), deliveryFloorMs(lingerMs(), requestTimeoutMs()));
    }

    public int requestTimeoutMs() {
        return config.getInt(Keys.REQUEST_TIMEOUT);
    }

    /** The client keeps it in an int. */
    public int lingerMs() {
        return (int) Math.min(config.getLong(Keys.LINGER), Integer.MAX_VALUE);
    }

    public Optional<String> transactionalId() {
        return Optional.ofNullable(config.getString(Keys.TRANSACTIONAL_ID));
    }

    /** Any setting as the client holds it, as text; secrets hidden, "" for none. */
    public String text(String key) {
        if (key.equals(Keys.ACKS)) {
            return acks().text();
        }
        if (key.equals(Keys.DELIVERY_TIMEOUT)) {
            return Integer.toString(deliveryTimeoutMs());
        }
        if (ProducerSetting.named(key).isEmpty() || (SUPPLIED.contains(key) && !typed.isSet(key))) {
            return "";
        }
        return Secrets.hidden(ProducerSetting.text(config.values().get(key)));
    }

    static int deliveryFloorMs(long lingerMs, int requestTimeoutMs) {
        return (int) Math.min(Math.min(lingerMs, Integer.MAX_VALUE) + requestTimeoutMs, Integer.MAX_VALUE);
    }
}
