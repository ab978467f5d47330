package ackscope.core.scenario;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft.DraftHeader;
import ackscope.core.run.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is sent, as a scenario file tells it: values of random bytes, or of a template. */
final class LoadForm {
    private static final long MOST_RECORDS = 1_000_000;
    private static final double MOST_PER_SECOND = 1_000_000;
    private static final int LEAST_BYTES = 20;
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_KEYS = 1_000_000;
    private static final int BYTES = 100;

    private final long seed;
    private final int partitions;

    LoadForm(long seed, int partitions) {
        this.seed = seed;
        this.partitions = partitions;
    }

    Workload read(Form form) {
        form.need("records");
        long records = form.whole("records", 1, MOST_RECORDS, 1);
        double perSecond = form.number("perSecond", 0, MOST_PER_SECOND, 0);
        boolean typed = form.has("value");
        if (typed && form.has("bytes")) {
            form.flaw("bytes", "'bytes' makes random values, and 'value' says what they are. Leave one of them out.");
        }
        int bytes = typed ? -1 : (int) form.whole("bytes", LEAST_BYTES, MOST_BYTES, BYTES);
        if (form.has("key") && form.has("keys")) {
            form.flaw("keys", "'keys' draws keys, and 'key' says what they are. Leave one of them out.");
        }
        int keys = (int) form.whole("keys", 0, MOST_KEYS, 0);
        int partition = (int) form.whole("partition", 0, 1_000_000, -1);
        if (partition >= partitions && form.has("partition")) {
            form.flaw("partition", "The topic has " + partitions + (partitions == 1 ? " partition" : " partitions")
                    + ", numbered from 0: there is no " + partition + ".");
        }
        int perTransaction = (int) form.whole("perTransaction", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int abortEvery = (int) form.whole("abortEvery", 0, 1_000_000, 0);
        List<DraftHeader> headers = form.forms("headers", "the header").stream().map(h -> {
            DraftHeader header = new DraftHeader(h.neededText("name"), payload(h, "value", "type"));
            h.end();
            return header;
        }).toList();
        Payload key = payload(form, "key", "keyType");
        Payload value = typed ? payload(form, "value", "valueType") : Payload.string("");
        form.end();
        Workload load = new Workload(key, value, headers, partition, -1, records, perSecond, bytes, keys, seed,
                perTransaction, abortEvery, 0);
        try {
            load.source("any", true, () -> 0);
        } catch (ComposeException e) {
            form.flaw(form.group(), e.getMessage());
        }
        return load;
    }

    private static Payload payload(Form form, String text, String type) {
        Optional<PayloadType> as = form.oneOf(type, Arrays.stream(PayloadType.values()).map(LoadForm::name).toList())
                .map(name -> PayloadType.valueOf(name.toUpperCase(Locale.ROOT)));
        return form.text(text).map(t -> new Payload(as.orElse(PayloadType.STRING), t, false)).orElse(Payload.NULL);
    }

    /** A type in a file. */
    static String name(PayloadType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
