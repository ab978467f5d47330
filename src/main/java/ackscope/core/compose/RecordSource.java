package ackscope.core.compose;

import ackscope.core.compose.ComposeException.Field;
import ackscope.core.event.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Makes the records of one send action. The same draft, plan and number give the same bytes, save {@code ${now}}. For one thread.
 */
public final class RecordSource {
    private static final int POOL_BYTES = 1 << 20;
    private static final int LARGEST_RANDOM = 1 << 26;

    private final RecordDraft draft;
    private final LoadPlan plan;
    private final boolean stampTyped;
    private final LongSupplier clockMs;
    private final Part key;
    private final Part value;
    private final List<HeaderPart> headers;
    private final byte[] pool;
    private final byte[][] keys;
    private int checksum;

    /** A payload whose template is parsed and, when every record gets the same, whose bytes are made. */
    private record Part(Payload payload, Template template, byte[] constant) {
        byte[] bytes(Template.Draw draw) {
            if (payload.isNull()) {
                return null;
            }
            return constant != null ? constant : payload.type().bytes(template.render(draw));
        }
    }

    private record HeaderPart(String name, Part value) {
    }

    private RecordSource(RecordDraft draft, LoadPlan plan, boolean stampTyped, LongSupplier clockMs, Part key,
            Part value,
            List<HeaderPart> headers) {
        this.draft = draft;
        this.plan = plan;
        this.stampTyped = stampTyped;
        this.clockMs = clockMs;
        this.key = key;
        this.value = value;
        this.headers = headers;
        this.pool = plan.randomBytes().isPresent() ? pool(plan.seed(), plan.randomBytes().getAsInt()) : new byte[0];
        this.keys = new byte[plan.keySpread()][];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ("key-" + i).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Checks everything that can be checked before the first record: templates parse, and the first record's texts are of their types.
     *
     * @param stampTyped whether typed records carry their id in a header
     * @param clockMs    ms since the epoch
     * @throws ComposeException naming the field, when something typed cannot become bytes
     */
    public static RecordSource of(RecordDraft draft, LoadPlan plan, boolean stampTyped, LongSupplier clockMs)
            throws ComposeException {
        if (draft.topic().isBlank()) {
            throw new ComposeException(Field.TOPIC, "Choose a topic first.");
        }
        if (draft.partition().isPresent() && draft.partition().getAsInt() < 0) {
            throw new ComposeException(Field.PARTITION, "A partition is 0 or more.");
        }
        if (draft.timestampMs().isPresent() && draft.timestampMs().getAsLong() < 0) {
            throw new ComposeException(Field.TIMESTAMP, "A timestamp is 0 or more, in ms since 1970.");
        }
        if (plan.randomBytes().isPresent() && plan.randomBytes().getAsInt() < RecordStamp.LENGTH) {
            throw new ComposeException(Field.LOAD, "Random values need at least " + RecordStamp.LENGTH
                    + " bytes: they carry the record's number in their first ones.");
        }
        if (plan.randomBytes().isPresent() && plan.randomBytes().getAsInt() > LARGEST_RANDOM) {
            throw new ComposeException(Field.LOAD, "Random values have at most " + LARGEST_RANDOM + " bytes.");
        }
        List<HeaderPart> headers = new ArrayList<>();
        for (RecordDraft.DraftHeader header : draft.headers()) {
            if (header.name().isEmpty()) {
                throw new ComposeException(Field.HEADERS, "A header needs a name; its value may be null.");
            }
            if (header.name().equals(RecordStamp.HEADER)) {
                throw new ComposeException(Field.HEADERS,
                        "The header name \"" + RecordStamp.HEADER + "\" is used for the record's own number.");
            }
            headers.add(new HeaderPart(header.name(), field(Field.HEADERS, header.value())));
        }
        return new RecordSource(draft, plan, stampTyped, clockMs, field(Field.KEY, draft.key()),
                field(Field.VALUE, draft.value()), headers);
    }

    private static Part field(Field field, Payload payload) throws ComposeException {
        if (payload.isNull()) {
            return new Part(payload, Template.parse(""), null);
        }
        try {
            Template template = Template.parse(payload.text());
            byte[] first = payload.type().bytes(template.render(new Template.Draw(0, 0, 0)));
            return new Part(payload, template, template.constant() ? first : null);
        } catch (IllegalArgumentException e) {
            throw new ComposeException(field, e.getMessage());
        }
    }

    /** The topic. */
    public String topic() {
        return draft.topic();
    }

    /** Whether the records carry their number, in a header or in their value's first bytes. */
    public boolean stamped() {
        return stampTyped || plan.randomBytes().isPresent();
    }

    /** What was composed. */
    public RecordDraft draft() {
        return draft;
    }

    /** How many, how fast. */
    public LoadPlan plan() {
        return plan;
    }

    /**
     * The record of one number.
     *
     * @param inAction the place in this send action, counted from 0
     * @throws IllegalArgumentException when a template gives a text that is not of its type
     */
    public ProducerRecord<byte[], byte[]> record(RecordId id, long inAction) {
        long place = inAction + plan.from();
        if (plan.randomBytes().isPresent() && headers.isEmpty()) {
            return new ProducerRecord<>(draft.topic(), partition(), timestamp(), generatedKey(place, null),
                    generated(id, place));
        }
        Template.Draw draw = new Template.Draw(place, clockMs.getAsLong(), plan.seed());
        List<Header> out = new ArrayList<>(headers.size() + 1);
        for (HeaderPart header : headers) {
            out.add(new RecordHeader(header.name(), header.value().bytes(draw)));
        }
        byte[] bytes;
        if (plan.randomBytes().isPresent()) {
            bytes = generated(id, place);
        } else {
            bytes = value.bytes(draw);
            checksum = RecordStamp.crc(bytes, 0);
            if (stampTyped) {
                byte[] stamp = new byte[RecordStamp.LENGTH];
                RecordStamp.write(stamp, id, checksum);
                out.add(new RecordHeader(RecordStamp.HEADER, stamp));
            }
        }
        return new ProducerRecord<>(draft.topic(), partition(), timestamp(), generatedKey(place, draw), bytes, out);
    }

    /** Bytes of the action's first record: key, value and headers; empty where its templates give none. To be asked before sending. */
    public OptionalLong firstBytes() {
        try {
            ProducerRecord<byte[], byte[]> first = record(new RecordId(0, 0, 0), 0);
            long bytes = length(first.key()) + length(first.value());
            for (Header header : first.headers()) {
                bytes += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
            }
            return OptionalLong.of(bytes);
        } catch (IllegalArgumentException _) {
            return OptionalLong.empty();
        }
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private byte[] generatedKey(long place, Template.Draw draw) {
        if (keys.length > 0) {
            return keys[(int) Math.floorMod(mix(plan.seed() + place), (long) keys.length)];
        }
        return key.constant() != null || key.payload().isNull() || draw != null
                ? key.bytes(draw)
                : key.bytes(new Template.Draw(place, clockMs.getAsLong(), plan.seed()));
    }

    private byte[] generated(RecordId id, long place) {
        int size = plan.randomBytes().getAsInt();
        byte[] bytes = new byte[size];
        int rest = size - RecordStamp.LENGTH;
        int from = (int) Math.floorMod(mix(place), (long) (pool.length - rest));
        System.arraycopy(pool, from, bytes, RecordStamp.LENGTH, rest);
        checksum = RecordStamp.crc(bytes, RecordStamp.LENGTH);
        RecordStamp.write(bytes, id, checksum);
        return bytes;
    }

    /**
     * The checksum of the record made last: CRC-32C of its value, without the stamp where the value carries one. It is the one that the
     * record's stamp holds.
     */
    public int checksum() {
        return checksum;
    }

    private Integer partition() {
        return draft.partition().isPresent() ? draft.partition().getAsInt() : null;
    }

    private Long timestamp() {
        return draft.timestampMs().isPresent() ? draft.timestampMs().getAsLong() : null;
    }

    /** The same records, for another topic. */
    public RecordSource to(String topic) {
        return new RecordSource(new RecordDraft(topic, draft.key(), draft.value(), draft.headers(), draft.partition(),
                draft.timestampMs()), plan, stampTyped, clockMs, key, value, headers);
    }

    private static byte[] pool(long seed, int size) {
        byte[] bytes = new byte[POOL_BYTES + size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    /** Spreads numbers evenly (the finalizer of MurmurHash3, 64 bits). */
    private static long mix(long n) {
        long h = n ^ n >>> 33;
        h *= 0xFF51AFD7ED558CCDL;
        h ^= h >>> 33;
        h *= 0xC4CEB9FE1A85EC53L;
        return h ^ h >>> 33;
    }
}
