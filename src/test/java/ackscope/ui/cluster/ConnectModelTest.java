package ackscope.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form that leads to another cluster: what it accepts, and that it never tells a secret; no toolkit. */
class ConnectModelTest {
    private static final String SECRET = "hunter2";

    private final List<String> connected = new ArrayList<>();
    private final Map<String, Object> with = new HashMap<>();
    private final ConnectModel form = new ConnectModel((name, properties) -> {
        connected.add(name);
        with.putAll(properties);
    });

    @Test
    void serversAndPastedPropertiesReachTheCluster() {
        form.serversProperty().set("kafka.example.com:9093, other:9093");
        form.textProperty().set(
                "# a file\nsecurity.protocol=SASL_SSL\nsasl.jaas.config=org.example.Login required \\\n  username=\"u\" password=\""
                        + SECRET + "\";\n");
        assertTrue(form.connect());
        assertEquals(List.of("kafka.example.com:9093"), connected);
        assertEquals("kafka.example.com:9093,other:9093", with.get("bootstrap.servers"));
        assertEquals("org.example.Login required username=\"u\" password=\"" + SECRET + "\";",
                with.get("sasl.jaas.config"));
    }

    @Test
    void pastedServersDoWhenTheFieldIsEmpty() {
        form.textProperty().set("bootstrap.servers=a:1");
        assertTrue(form.connect());
        assertEquals("a:1", with.get("bootstrap.servers"));
    }

    @Test
    void serversInBothPlacesMustBeTheSame() {
        form.serversProperty().set("a:1");
        form.textProperty().set("bootstrap.servers=b:1");
        assertFalse(form.connect());
        assertTrue(form.textProblemProperty().get().contains("differs from the field"));
    }

    @Test
    void nothingTypedIsComplainedAboutOnlyWhenConnecting() {
        assertEquals("", form.serversProblemProperty().get());
        assertFalse(form.connect());
        assertTrue(form.serversProblemProperty().get().contains("host:port"));
        assertEquals(List.of(), connected);
    }

    @Test
    void wrongServersAreToldAsTyped() {
        form.serversProperty().set("kafka.example.com");
        assertTrue(form.serversProblemProperty().get().contains("host:port"));
    }

    @Test
    void deliverySettingsAreLeftOutAloud() {
        form.serversProperty().set("a:1");
        form.textProperty().set("acks=0\nlinger.ms=5\nssl.protocol=TLSv1.3");
        assertEquals("Not about the connection, so left out: acks, linger.ms. Set what you need of it under Delivery.",
                form.noteProperty().get());
        assertTrue(form.connect());
        assertFalse(with.containsKey("acks"));
        assertEquals("TLSv1.3", with.get("ssl.protocol"));
    }

    @Test
    void brokenPropertiesAreToldWithoutTheirValues() {
        for (String text : List.of("sasl.jaas.config=x\nsasl.jaas.config=" + SECRET,
                "sasl.jaas.config=Login required\nusername=\"u\" password=\"" + SECRET + "\";",
                "ssl.key.password=" + SECRET + "\nssl.keystore.location=C:\\users\\me",
                "ssl.key.password=" + SECRET + "\nsecurity.protocol=")) {
            form.textProperty().set(text);
            assertFalse(form.textProblemProperty().get().isEmpty(), text);
            assertFalse(form.textProblemProperty().get().contains(SECRET), form.textProblemProperty()::get);
        }
    }
}
