package ackscope.core.settings;

import ackscope.core.secret.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed settings read value by value, as the client reads them. A value that the client refuses counts as the default here, so that
 * the other rules can still speak.
 */
final class Reading {
    private final ProducerSettings typed;
    private final Map<String, Object> parsed = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    Reading(ProducerSettings typed) {
        this.typed = typed;
        typed.asMap().forEach(this::read);
    }

    private void read(String key, String value) {
        ProducerSetting.named(key).filter(_ -> !fromProvider(value)).ifPresent(setting -> {
            try {
                parsed.put(key, Optional.ofNullable(setting.parse(value)).orElse(""));
            } catch (RuntimeException e) {
                refused.put(key, Secrets.said(e));
            }
        });
    }

    /** With config providers the client fetches such a value from elsewhere; only the client itself can judge it. */
    private boolean fromProvider(String value) {
        return typed.isSet("config.providers") && value.contains("${");
    }

    ProducerSettings typed() {
        return typed;
    }

    boolean isSet(String key) {
        return typed.isSet(key);
    }

    /** Set to a value that the client takes. */
    boolean isSetWell(String key) {
        return typed.isSet(key) && !refused.containsKey(key);
    }

    /** The client's words for refusing a value, by name. */
    Map<String, String> refused() {
        return refused;
    }

    long number(String key) {
        return ((Number) value(key)).longValue();
    }

    boolean bool(String key) {
        return (Boolean) value(key);
    }

    String text(String key) {
        return ProducerSetting.text(value(key));
    }

    List<String> list(String key) {
        return value(key) instanceof List<?> list ? list.stream().map(ProducerSetting::text).toList() : List.of();
    }

    Acks acks() {
        return Acks.parse(text(Keys.ACKS));
    }

    /** What {@code enable.idempotence} comes to: it gives way to retries=0 and to acks other than all. */
    boolean idempotence() {
        return bool(Keys.IDEMPOTENCE) && number(Keys.RETRIES) > 0 && acks() == Acks.ALL;
    }

    private Object value(String key) {
        Object value = parsed.get(key);
        return value != null ? value : ProducerSetting.named(key).orElseThrow().defaultValue();
    }
}
