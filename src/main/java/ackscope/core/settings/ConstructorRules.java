package ackscope.core.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.common.metrics.MetricsReporter;

/** What the {@code KafkaProducer} constructor refuses beyond what {@code ProducerConfig} does. Every problem is an error. */
final class ConstructorRules implements Rule {
    /** A batch below this size makes the client fall back to allocating in full. */
    static final int CHUNK_BYTES = 16_384;

    private final Predicate<String> resolves;

    /** @param resolves whether a host name has an address */
    ConstructorRules(Predicate<String> resolves) {
        this.resolves = resolves;
    }

    @Override
    public void check(Reading r, Consumer<Problem> found) {
        deliveryTimeout(r, found);
        if (r.bool("partitioner.rack.aware") && r.text("client.rack").isBlank()) {
            found.accept(Problem.error("partitioner.rack.aware",
                    "The partitioner cannot prefer brokers in this client's rack: client.rack is empty. Set it too.",
                    Remedy.unset("partitioner.rack.aware")));
        }
        if (r.text(Keys.ALLOCATION).toLowerCase(Locale.ROOT).equals("incremental")
                && r.number(Keys.BATCH_SIZE) >= CHUNK_BYTES && !r.text(Keys.COMPRESSION).equals("none")) {
            found.accept(Problem.error(Keys.ALLOCATION,
                    "Buffer memory cannot be allocated bit by bit when batches are compressed.",
                    Remedy.unset(Keys.ALLOCATION), Remedy.set(Keys.COMPRESSION, "none")));
        }
        bootstrap(r, found);
        plugIn(r, Keys.PARTITIONER, Partitioner.class, found);
        plugIn(r, "interceptor.classes", ProducerInterceptor.class, found);
        plugIn(r, "metric.reporters", MetricsReporter.class, found);
    }

    private static void deliveryTimeout(Reading r, Consumer<Problem> found) {
        long linger = Math.min(r.number(Keys.LINGER), Integer.MAX_VALUE);
        long request = r.number(Keys.REQUEST_TIMEOUT);
        long delivery = r.number(Keys.DELIVERY_TIMEOUT);
        long floor = Math.min(linger + request, Integer.MAX_VALUE);
        if (delivery >= floor) {
            return;
        }
        String sum = "linger.ms + request.timeout.ms (" + Words.grouped("" + linger) + " + " + Words.grouped(""
                + request) + " ms)";
        if (!r.isSetWell(Keys.DELIVERY_TIMEOUT)) {
            found.accept(Problem.note(Keys.DELIVERY_TIMEOUT, "The client raises it to " + Words.grouped("" + floor)
                    + " ms by itself: it must not be below " + sum + ".",
                    Remedy.set(Keys.DELIVERY_TIMEOUT, "" + floor)));
            return;
        }
        Remedy raise = Remedy.set(Keys.DELIVERY_TIMEOUT, "" + floor);
        String message = "It must be at least " + sum + ": a single try has to fit into it.";
        found.accept(delivery > linger
                ? Problem.error(Keys.DELIVERY_TIMEOUT, message, raise,
                        Remedy.set(Keys.REQUEST_TIMEOUT, "" + (delivery - linger)))
                : Problem.error(Keys.DELIVERY_TIMEOUT, message, raise));
    }

    private void bootstrap(Reading r, Consumer<Problem> found) {
        if (!r.isSetWell(Keys.BOOTSTRAP)) {
            return;
        }
        for (String server : r.list(Keys.BOOTSTRAP)) {
            int colon = server.lastIndexOf(':');
            String port = server.substring(colon + 1);
            if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
                found.accept(Problem.error(Keys.BOOTSTRAP, "\"" + server + "\" is no address. Write host:port.",
                        Remedy.unset(Keys.BOOTSTRAP)));
                return;
            }
        }
        boolean now = r.number("bootstrap.resolve.timeout.ms") == 0;
        if (now && r.list(Keys.BOOTSTRAP).stream().noneMatch(s -> resolves.test(host(s)))) {
            found.accept(Problem.error(Keys.BOOTSTRAP,
                    "No host of " + r.text(Keys.BOOTSTRAP) + " can be found. Check the names and the network.",
                    Remedy.unset(Keys.BOOTSTRAP)));
        }
    }

    private static String host(String server) {
        return server.substring(0, server.lastIndexOf(':')).replaceAll("^(.*://)|[\\[\\]]", "");
    }

    private static void plugIn(Reading r, String key, Class<?> type, Consumer<Problem> found) {
        if (!r.isSetWell(key)) {
            return;
        }
        for (String name : key.equals(Keys.PARTITIONER) ? List.of(r.text(key)) : r.list(key)) {
            if (!name.isEmpty() && !fits(name, type)) {
                found.accept(Problem.error(key,
                        "\"" + name + "\" cannot be used: Ackscope must be able to load the class, make"
                                + " it without arguments, and it must be a " + type.getSimpleName() + ".",
                        Remedy.unset(key)));
                return;
            }
        }
    }

    private static boolean fits(String name, Class<?> type) {
        try {
            Class<?> found = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return type.isAssignableFrom(found) && found.getDeclaredConstructor() != null;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
