package ackscope.core.export.code;

import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordDraft.DraftHeader;
import ackscope.core.compose.Template;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.ProducerSettings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written out as code. Immutable.
 *
 * @param bootstrap host:port, comma between several
 * @param settings  what was typed; secrets are replaced when it is written out
 * @param draft     the record; its templates are filled in as for the first record
 * @param nowMs     the time for templates that ask for it, ms since the epoch
 * @param lab       whether these are the addresses of the lab's own cluster, which lives no longer than the app
 */
public record CodeInput(String bootstrap, ProducerSettings settings, RecordDraft draft, long nowMs, boolean lab) {
    private static final List<String> LAB = List.of(
            "The addresses are those of Ackscope's own lab cluster, which lives only as long as the app.",
            "Put your own cluster's in their place.");
    /** Constants of a class file, and so string literals, hold no more. */
    private static final int LONGEST_BYTES = 65_535;
    /** Kafka's rules ask of these whether somebody set them, whatever the value. */
    private static final Set<String> SAID_ALOUD = Set.of(Keys.ACKS, Keys.IDEMPOTENCE, Keys.RETRIES, Keys.IN_FLIGHT);
    /** Serializers follow from the record. */
    private static final Set<String> NOT_HERE = Set.of("bootstrap.servers", "key.serializer", "value.serializer");

    /** Settings that are not the client's defaults, by name; {@code bootstrap.servers} first; secrets as placeholders. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("bootstrap.servers", bootstrap);
        settings.asMap().forEach((name, value) -> {
            boolean standard = ProducerSetting.named(name).map(s -> s.defaultText().equals(value)).orElse(false);
            if (!NOT_HERE.contains(name) && (!standard || SAID_ALOUD.contains(name))) {
                named.put(name, ProducerSetting.isSecret(name, value) ? "<" + name + ">" : value);
            }
        });
        return named;
    }

    /** What is to be known of the addresses, in lines; none for a cluster that stays. */
    List<String> aboutAddresses() {
        return lab ? LAB : List.of();
    }

    boolean transactional() {
        return settings.get(Keys.TRANSACTIONAL_ID).filter(id -> !id.isBlank()).isPresent();
    }

    /** Whether something in the record differs from one record to the next. */
    boolean templated() {
        return Stream.concat(Stream.of(draft.key(), draft.value()), draft.headers().stream().map(DraftHeader::value))
                .anyMatch(p -> !p.isNull() && !Template.parse(p.text()).constant());
    }

    Payload key() {
        return filled(draft.key());
    }

    Payload value() {
        return filled(draft.value());
    }

    List<DraftHeader> headers() {
        return draft.headers().stream().map(h -> new DraftHeader(h.name(), filled(h.value()))).toList();
    }

    private Payload filled(Payload payload) {
        if (payload.isNull()) {
            return payload;
        }
        String text;
        try {
            text = Template.parse(payload.text()).render(new Template.Draw(0, nowMs, 0));
            payload.type().bytes(text);
        } catch (IllegalArgumentException e) {
            throw new CodeException(e.getMessage(), e);
        }
        boolean literal = payload.type() == PayloadType.STRING || payload.type() == PayloadType.JSON;
        String written = literal ? text : text.replaceAll("\\s", "");
        if (written.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new CodeException("The text is longer than " + LONGEST_BYTES
                    + " bytes, which no string in a program can hold. Shorten it, or read it from a file.");
        }
        return new Payload(payload.type(), written, false);
    }
}
