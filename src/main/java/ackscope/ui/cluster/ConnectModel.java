package ackscope.ui.cluster;

import ackscope.core.cluster.Bootstrap;
import ackscope.core.cluster.ClusterException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form that leads to another cluster: bootstrap servers and client properties, checked as they are typed. Kept in memory only. */
final class ConnectModel {
    private final BiConsumer<String, Map<String, Object>> connect;
    private final StringProperty servers = new SimpleStringProperty(this, "servers", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper serversProblem = new ReadOnlyStringWrapper(this, "serversProblem", "");
    private final ReadOnlyStringWrapper textProblem = new ReadOnlyStringWrapper(this, "textProblem", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private ClientProperties properties = ClientProperties.parse("");

    /** @param connect gets the cluster's name and everything a client needs to reach it */
    ConnectModel(BiConsumer<String, Map<String, Object>> connect) {
        this.connect = connect;
        servers.addListener(_ -> check(false));
        text.addListener(_ -> check(false));
    }

    /** Bootstrap servers as typed. */
    StringProperty serversProperty() {
        return servers;
    }

    /** Client properties as pasted. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the servers, "" for nothing. */
    ReadOnlyStringProperty serversProblemProperty() {
        return serversProblem.getReadOnlyProperty();
    }

    /** What is wrong with the properties, "" for nothing. */
    ReadOnlyStringProperty textProblemProperty() {
        return textProblem.getReadOnlyProperty();
    }

    /** Which properties are not used, and why; "" for none. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Connects if nothing is wrong with what was typed; otherwise messages stand under the fields. */
    boolean connect() {
        check(true);
        if (!serversProblem.get().isEmpty() || !textProblem.get().isEmpty()) {
            return false;
        }
        String list = Bootstrap.checked(given());
        Map<String, Object> all = new HashMap<>(properties.connection());
        all.put(ClientProperties.BOOTSTRAP, list);
        connect.accept(list.split(",", 2)[0].replaceFirst("^.*://", ""), all);
        return true;
    }

    private String given() {
        String pasted = properties.connection().getOrDefault(ClientProperties.BOOTSTRAP, "").toString();
        return servers.get().isBlank() ? pasted : servers.get();
    }

    private void check(boolean complain) {
        properties = ClientProperties.parse(text.get());
        String pasted = properties.connection().getOrDefault(ClientProperties.BOOTSTRAP, "").toString();
        boolean two = !servers.get().isBlank() && !pasted.isEmpty() && !pasted.strip().equals(servers.get().strip());
        textProblem.set(two && properties.problem().isEmpty()
                ? "bootstrap.servers stands here too, and differs from the field above. Keep one of them."
                : properties.problem());
        serversProblem.set(given().isBlank() && !complain ? "" : problem(given()));
        note.set(properties.leftOut().isEmpty()
                ? ""
                : "Not about the connection, so left out: " + String.join(", ", properties.leftOut())
                        + ". Set what you need of it under Delivery.");
    }

    private static String problem(String servers) {
        try {
            Bootstrap.checked(servers);
            return "";
        } catch (ClusterException e) {
            return e.getMessage();
        }
    }
}
