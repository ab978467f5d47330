package ackscope.core.cluster;

import ackscope.core.wire.Loopback;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small OAuth 2 server on 127.0.0.1: gives signed tokens to whoever knows the client's secret, and tells the key that signed them. */
public final class TokenIssuer implements AutoCloseable {
    /** The only client that it knows. */
    public static final String CLIENT = "ackscope-app";
    /** That client's secret. */
    public static final String SECRET = "s3cret-of-the-app";
    private static final String AUDIENCE = "kafka-of-the-test";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer http = HttpServer.create(Loopback.at(0), 0);
    private final KeyPair keys;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public TokenIssuer() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        http.createContext("/token", this::token);
        http.createContext("/keys", exchange -> answer(exchange, 200, keySet()));
        http.start();
    }

    private void token(HttpExchange exchange) throws IOException {
        String by = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(by);
        String right = "Basic " + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (by.equals(right)) {
            answer(exchange, 200, "{\"access_token\":\"" + signed() + "\",\"token_type\":\"Bearer\"}");
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\",\"error_description\":\"no such client or secret\"}");
        }
    }

    private static void answer(HttpExchange exchange, int code, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String signed() {
        long now = Instant.now().getEpochSecond();
        String content = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}") + "."
                + text("{\"iss\":\"" + http.getAddress() + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + CLIENT
                        + "\",\"iat\":" + now + ",\"exp\":" + (now + 3_600) + ",\"scope\":\"kafka\"}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] modulus = key.getModulus().toByteArray();
        // A leading zero is only the sign.
        byte[] unsigned = java.util.Arrays.copyOfRange(modulus, modulus[0] == 0 ? 1 : 0, modulus.length);
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"1\",\"n\":\""
                + BASE64.encodeToString(unsigned) + "\",\"e\":\""
                + BASE64.encodeToString(key.getPublicExponent().toByteArray()) + "\"}]}";
    }

    /** Where a client asks for a token. */
    public String tokenUrl() {
        return base() + "/token";
    }

    /** Where a broker asks for the key. */
    public String keysUrl() {
        return base() + "/keys";
    }

    private String base() {
        return "http://" + Loopback.HOST + ":" + http.getAddress().getPort();
    }

    /** The authorization that came with each question for a token. */
    public List<String> asked() {
        return asked;
    }

    /** What a client needs to log in with a token of this issuer. */
    public Map<String, String> clientProperties(String secret) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "OAUTHBEARER", "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"" + CLIENT
                        + "\" clientSecret=\"" + secret + "\";",
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                "sasl.oauthbearer.token.endpoint.url", tokenUrl());
    }

    /** What a broker needs to take such tokens, without the listener's prefix. */
    Map<String, String> brokerProperties() {
        return Map.of("sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                "sasl.server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                "sasl.oauthbearer.jwks.endpoint.url", keysUrl(), "sasl.oauthbearer.expected.audience", AUDIENCE,
                "sasl.oauthbearer.expected.issuer", http.getAddress().toString());
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
