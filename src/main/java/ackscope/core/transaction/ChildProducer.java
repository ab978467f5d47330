package ackscope.core.transaction;

import ackscope.core.cluster.ClientLogin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The main class of a producer in a process of its own: begins a transaction, sends into it, says so, and never ends it. It is there to be
 * killed. Its settings come by standard input, a line {@code name=value} each and an empty one at the end; when the input itself ends,
 * however the app ended, the process halts.
 */
public final class ChildProducer {
    /** Before what it says. */
    static final String SAYS = "ackscope: ";

    private ChildProducer() {
    }

    /** @param args topic, partition, key, value, how many records */
    public static void main(String[] args) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, Object> settings = new HashMap<>();
        for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
            int equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
        Thread.ofPlatform().name("ackscope-parent-watch").daemon(true).start(() -> watch(input));
        // What the app was allowed is not known in this JVM.
        ClientLogin.prepare(settings);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            long last = -1;
            for (int i = 1; i <= Integer.parseInt(args[4]); i++) {
                last = producer.send(new ProducerRecord<>(args[0], Integer.valueOf(args[1]),
                        args[2].getBytes(StandardCharsets.UTF_8),
                        (args[3] + " " + i).getBytes(StandardCharsets.UTF_8))).get().offset();
            }
            System.out.println(SAYS + last);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static void watch(BufferedReader input) {
        try {
            while (input.readLine() != null) {
                // Nothing more is said to it.
            }
        } catch (IOException _) {
            // A broken input is as good as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
