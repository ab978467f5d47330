package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    @Test
    void tidiesWhatAPersonTypes() {
        assertEquals("a:9092,b.example.org:9093", Bootstrap.checked(" a:9092,\n b.example.org:9093 ,"));
        assertEquals("[::1]:9092", Bootstrap.checked("[::1]:9092"));
        assertEquals("a:1,b:2", Bootstrap.checked(List.of("a:1", "b:2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "localhost:port", ":9092", "http:/x:9", "a:9092;b:9092"})
    void saysWhichEntryIsWrongAndHowItShouldLook(String typed) {
        String message = assertThrows(ClusterException.class, () -> Bootstrap.checked(typed)).getMessage();

        assertTrue(message.contains("host:port") && message.contains(typed), message);
    }

    @Test
    void aPortHasItsRange() {
        assertTrue(assertThrows(ClusterException.class, () -> Bootstrap.checked("a:70000")).getMessage()
                .contains("65535"));
    }

    @Test
    void aRemoteClusterWithoutServersIsRefusedAtOnce() {
        assertThrows(ClusterException.class, () -> new RemoteCluster("other", Map.of(), _ -> {
        }));
    }
}
