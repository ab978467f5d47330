package ackscope.core.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the client changes or ignores without an error, said aloud. */
final class SilentChangeRules implements Rule {
    private static final String RECONNECT = "reconnect.backoff.ms";
    private static final String RECONNECT_MAX = "reconnect.backoff.max.ms";
    private static final String CONNECT = "socket.connection.setup.timeout.ms";
    private static final String CONNECT_MAX = "socket.connection.setup.timeout.max.ms";

    @Override
    public void check(Reading r, Consumer<Problem> found) {
        if (r.isSetWell(RECONNECT) && !r.isSet(RECONNECT_MAX)) {
            found.accept(Problem.note(RECONNECT, "Set alone it is its own maximum too (" + r.number(RECONNECT)
                    + " ms): the wait before connecting again does not grow.",
                    Remedy.set(RECONNECT_MAX, "" + Math.max(
                            1000, r.number(RECONNECT)))));
        }
        backoff(r, found);
        if (r.number(CONNECT) > r.number(CONNECT_MAX)) {
            found.accept(Problem.note(r.isSet(CONNECT) ? CONNECT : CONNECT_MAX, "The start is above the maximum ("
                    + Words.grouped("" + r.number(CONNECT_MAX)) + " ms): the time-out stays at the maximum."));
        }
        if (r.isSetWell(Keys.BATCH_SIZE) && r.number(Keys.BATCH_SIZE) <= 1) {
            found.accept(Problem.note(Keys.BATCH_SIZE, "Every record becomes a batch of its own."));
        }
        withoutEffect(r, found);
        unknown(r, found);
    }

    private static void backoff(Reading r, Consumer<Problem> found) {
        long first = r.number(Keys.RETRY_BACKOFF);
        long max = r.number(Keys.RETRY_BACKOFF_MAX);
        String key = r.isSet(Keys.RETRY_BACKOFF) ? Keys.RETRY_BACKOFF : Keys.RETRY_BACKOFF_MAX;
        if (first == 0 || max == 0) {
            found.accept(Problem.warning(key,
                    "Retries follow each other without a pause, and press a broker that is in trouble.",
                    Remedy.unset(key)));
        } else if (first >= max) {
            found.accept(Problem.note(key, "The wait before a retry does not grow: it is " + Words.grouped("" + max)
                    + " ms each time, without jitter, because it starts at its maximum."));
        }
    }

    private static void withoutEffect(Reading r, Consumer<Problem> found) {
        for (String key : new String[]{Keys.BOOTSTRAP, Keys.KEY_SERIALIZER, Keys.VALUE_SERIALIZER}) {
            if (r.isSetWell(key)) {
                found.accept(Problem.note(key, key.equals(Keys.BOOTSTRAP)
                        ? "Kept, not used: the cluster chosen in the top bar says where to connect."
                        : "Kept, not used: the types chosen for key and value say how to serialize.",
                        Remedy.unset(key)));
            }
        }
        if (r.bool(Keys.TWO_PHASE)) {
            found.accept(Problem.note(Keys.TWO_PHASE,
                    "No effect: this client checks the flag but never sends it.", Remedy.unset(Keys.TWO_PHASE)));
        }
        if (r.isSetWell(Keys.TRANSACTION_TIMEOUT) && !r.isSet(Keys.TRANSACTIONAL_ID)) {
            found.accept(Problem.note(Keys.TRANSACTION_TIMEOUT, "No effect without a transactional.id."));
        }
        for (String codec : new String[]{"gzip", "lz4", "zstd"}) {
            String level = "compression." + codec + ".level";
            if (r.isSetWell(level) && !r.text(Keys.COMPRESSION).equals(codec)) {
                found.accept(
                        Problem.note(level, "No effect while compression.type is " + r.text(Keys.COMPRESSION) + ".",
                                Remedy.set(Keys.COMPRESSION, codec)));
            }
        }
        for (String key : new String[]{"partitioner.ignore.keys", "partitioner.adaptive.partitioning.enable",
                "partitioner.availability.timeout.ms"}) {
            if (r.isSetWell(key) && r.isSetWell(Keys.PARTITIONER)) {
                found.accept(Problem.note(key, "No effect while partitioner.class replaces the built-in partitioner."));
            }
        }
        if (r.acks() == Acks.NONE && r.isSetWell(Keys.RETRIES) && r.number(Keys.RETRIES) > 0) {
            found.accept(Problem.note(Keys.RETRIES,
                    "With acks=0 the client hears of no failure, so it retries nothing that reached the socket."));
        }
        if (r.text(Keys.ALLOCATION).toLowerCase(Locale.ROOT).equals("incremental")
                && r.number(Keys.BATCH_SIZE) < ConstructorRules.CHUNK_BYTES) {
            found.accept(Problem.note(Keys.ALLOCATION,
                    "The client falls back to full: batch.size is below the chunk of 16,384 bytes."));
        }
    }

    private static void unknown(Reading r, Consumer<Problem> found) {
        boolean plugIns = r.typed().asMap().keySet().stream()
                .anyMatch(k -> k.equals("interceptor.classes") || k.equals("metric.reporters")
                        || k.equals("config.providers")
                        || k.equals(Keys.PARTITIONER));
        for (var entry : r.typed().asMap().entrySet()) {
            String key = entry.getKey();
            if (ProducerSetting.named(key).isPresent()) {
                continue;
            }
            Remedy remove = Remedy.unset(key);
            Optional<String> near = Spelling.nearest(key).filter(k -> !r.isSet(k));
            String message = "The producer knows no setting of this name and ignores it"
                    + (plugIns ? "; a plug-in may read it." : ".");
            found.accept(near.isPresent()
                    ? Problem.warning(key, message, new Remedy("Rename to " + near.get(), Map.of(near.get(), entry
                            .getValue()), Set.of(key)), remove)
                    : Problem.warning(key, message, remove));
        }
    }
}
