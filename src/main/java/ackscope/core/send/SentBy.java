package ackscope.core.send;

import ackscope.core.secret.UrlCredentials;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * One of a run's producers.
 *
 * @param producer which, counted from 1; the one in {@link Terms#producer}
 * @param first    the number of the first record that it may have sent
 * @param openedMs when it was opened, ms since the epoch
 * @param settings its effective settings as text, secrets left out, in alphabetical order
 */
public record SentBy(int producer, long first, long openedMs, Map<String, String> settings) {

    static SentBy of(int producer, long first, long openedMs, ProducerConfig config) {
        return new SentBy(producer, first, openedMs, config.values().entrySet().stream()
                .filter(e -> e.getValue() != null && !(e.getValue() instanceof Password))
                .filter(e -> !UrlCredentials.in(text(e.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue()), (a, _) -> a, TreeMap::new)));
    }

    private static String text(Object value) {
        return switch (value) {
            case Class<?> type -> type.getName();
            case Iterable<?> list -> join(list);
            default -> value.toString();
        };
    }

    private static String join(Iterable<?> list) {
        StringBuilder all = new StringBuilder();
        list.forEach(item -> all.append(all.isEmpty() ? "" : ",").append(item));
        return all.toString();
    }
}
