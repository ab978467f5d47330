package ackscope.core.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Settings maps by chance: mostly the keys that have rules together, with good, odd and bad values, and some of all others. */
final class RandomSettings {
    private static final List<String> MOSTLY = List.of(Keys.ACKS, Keys.IDEMPOTENCE, Keys.RETRIES, Keys.IN_FLIGHT,
            Keys.TRANSACTIONAL_ID, Keys.TRANSACTION_TIMEOUT, Keys.TWO_PHASE, Keys.DELIVERY_TIMEOUT,
            Keys.REQUEST_TIMEOUT,
            Keys.LINGER);
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry(Keys.ACKS, List.of("0", "1", "all", "-1", " all ", "ALL", "2", "")),
            Map.entry(Keys.IDEMPOTENCE, List.of("true", "false", " TRUE ", "yes")),
            Map.entry(Keys.RETRIES, List.of("0", "1", "3", "2147483647", "-1", "many")),
            Map.entry(Keys.IN_FLIGHT, List.of("1", "2", "5", "6", "100", "0")),
            Map.entry(Keys.TRANSACTIONAL_ID, List.of("t", "a b", "", " ")),
            Map.entry(Keys.TRANSACTION_TIMEOUT, List.of("1", "60000", "-5", "x")),
            Map.entry(Keys.TWO_PHASE, List.of("true", "false", "false", "false")),
            Map.entry(Keys.DELIVERY_TIMEOUT, List.of("0", "1000", "30004", "30005", "120000", "2147483647")),
            Map.entry(Keys.REQUEST_TIMEOUT, List.of("0", "500", "30000", "2147483647")),
            Map.entry(Keys.LINGER, List.of("0", "5", "5000", "9223372036854775807", "-1")));

    private final Random random;
    private final List<ProducerSetting> all = ProducerSetting.all();

    RandomSettings(Random random) {
        this.random = random;
    }

    ProducerSettings next(int mostOthers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String key : MOSTLY) {
            if (random.nextInt(3) == 0) {
                map.put(key, pick(VALUES.get(key)));
            }
        }
        for (int i = random.nextInt(mostOthers + 1); i > 0; i--) {
            ProducerSetting setting = all.get(random.nextInt(all.size()));
            map.put(setting.name(), any(setting));
        }
        if (random.nextInt(8) == 0) {
            map.put("no.such.setting", "1");
        }
        if (random.nextInt(8) == 0) {
            map.put(Keys.ALLOCATION, pick(List.of("full", "incremental", "INCREMENTAL", "other")));
        }
        return ProducerSettings.of(map);
    }

    /** A value of the right shape most of the time, also around the ends of its range. */
    private String any(ProducerSetting setting) {
        if (VALUES.containsKey(setting.name())) {
            return pick(VALUES.get(setting.name()));
        }
        if (random.nextInt(12) == 0) {
            return pick(List.of("", "  ", "x", "a,,b", "1,000", "-2", "99999999999"));
        }
        if (!setting.choices().isEmpty()) {
            return pick(setting.choices());
        }
        return switch (setting.type()) {
            case "whole number" -> pick(List.of("0", "1", "5", "17", "3600", "86400", "70000", "-1"));
            case "number" -> pick(List.of("0", "0.05", "0.5", "0.8", "1.0", "1.5"));
            case "class" -> pick(List.of("org.apache.kafka.clients.producer.RoundRobinPartitioner", "no.Such",
                    "java.lang.String"));
            case "list" -> setting.name().equals(Keys.BOOTSTRAP)
                    ? pick(List.of("127.0.0.1:9", "127.0.0.1:9,127.0.0.1:9", "localhost:1", "nowhere",
                            "127.0.0.1:99999"))
                    : pick(List.of("", "org.apache.kafka.common.metrics.JmxReporter", "a,b"));
            default -> pick(List.of("a", "A b", "plain text"));
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
