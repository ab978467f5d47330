package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log-ins that were typed among the producer's settings. */
final class RealProducerTest {
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String MODULES = "org.apache.kafka.common.security.";

    private String before;

    @BeforeEach
    void keep() {
        before = System.getProperty(ALLOWED, "");
    }

    @AfterEach
    void restore() {
        System.setProperty(ALLOWED, before);
    }

    private static Map<String, Object> settings(String mechanism, String jaas) {
        return new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", mechanism, "sasl.jaas.config", MODULES + jaas, "key.serializer",
                ByteArraySerializer.class, "value.serializer", ByteArraySerializer.class));
    }

    @Test
    void aTypedTokenEndpointIsAsked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/token", exchange -> {
            asked.incrementAndGet();
            byte[] answer = "{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        endpoint.start();
        try {
            Map<String, Object> typed = settings("OAUTHBEARER",
                    "oauthbearer.OAuthBearerLoginModule required clientId=\"a\" clientSecret=\"hunter2\";");
            typed.put("sasl.login.callback.handler.class",
                    MODULES + "oauthbearer.OAuthBearerLoginCallbackHandler");
            typed.put("sasl.oauthbearer.token.endpoint.url",
                    "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token");

            KafkaException thrown = assertThrows(KafkaException.class, () -> RealProducer.of(typed).close());

            assertEquals(1, asked.get(), () -> Words.of(thrown));
            assertTrue(Words.of(thrown).contains("401"), () -> Words.of(thrown));
            assertFalse(Words.of(thrown).contains("hunter2"), () -> Words.of(thrown));
        } finally {
            endpoint.stop(0);
        }
    }

    @Test
    void aTypedLogInWithoutAPasswordIsSaidAtOnce() {
        KafkaException thrown = assertThrows(KafkaException.class, () -> RealProducer
                .of(settings("PLAIN", "plain.PlainLoginModule required username=\"u\";")).close());

        assertEquals("sasl.jaas.config has no password", Words.of(thrown));
    }
}
