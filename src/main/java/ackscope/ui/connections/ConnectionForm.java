package ackscope.ui.connections;

import ackscope.core.cluster.Bootstrap;
import ackscope.core.cluster.ClusterException;
import ackscope.core.connection.ClientProperties;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.settings.SettingsFile.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One connection while it is edited, checked as it is typed. Known secrets stand masked in the text of the properties. FX thread.
 */
final class ConnectionForm {
    private static final int LONGEST_NAME = 60;

    private final Path secretsFile;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<ConnectionColour> colour = new SimpleObjectProperty<>(this, "colour",
            ConnectionColour.BLUE);
    private final StringProperty servers = new SimpleStringProperty(this, "servers", "");
    private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty remember = new SimpleBooleanProperty(this, "remember");
    private final BooleanProperty stamps = new SimpleBooleanProperty(this, "stamps");
    private final ReadOnlyStringWrapper serversProblem = new ReadOnlyStringWrapper(this, "serversProblem", "");
    private final ReadOnlyStringWrapper textProblem = new ReadOnlyStringWrapper(this, "textProblem", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper secretsNote = new ReadOnlyStringWrapper(this, "secretsNote", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private Connection shown = Connection.blank(ConnectionColour.BLUE);
    private ClientProperties properties = ClientProperties.parse("");
    private boolean showing;
    /** What was typed and not saved when another connection was shown, by id. */
    private final Map<String, Draft> drafts = new HashMap<>();

    /** The fields as typed. */
    private record Draft(String name, ConnectionColour colour, String servers, String topic, String text,
            boolean remember, boolean stamps) {
    }

    /** @param secretsFile where remembered secrets are kept */
    ConnectionForm(Path secretsFile) {
        this.secretsFile = secretsFile;
        List.of(name, colour, servers, topic, text, remember, stamps)
                .forEach(field -> field.addListener((_, _, _) -> typed()));
    }

    /** Puts a connection into the form, with what was typed before if it was not saved. */
    void show(Connection connection) {
        if (changed.get() && !shown.id().equals(connection.id())) {
            drafts.put(shown.id(), new Draft(name.get(), colour.get(), servers.get(), topic.get(), text.get(),
                    remember.get(), stamps.get()));
        }
        Optional<Draft> draft = Optional.ofNullable(drafts.remove(connection.id()));
        shown = connection;
        fill(draft.orElseGet(() -> new Draft(connection.name(), connection.colour(), connection.servers(),
                connection.topic(), ClientProperties.text(connection.properties()), connection.remember(),
                connection.stamps())));
        check(false);
        changed.set(draft.isPresent());
    }

    private void fill(Draft with) {
        showing = true;
        name.set(with.name());
        colour.set(with.colour());
        servers.set(with.servers());
        topic.set(with.topic());
        text.set(with.text());
        remember.set(with.remember());
        stamps.set(with.stamps());
        showing = false;
    }

    /** Drops what was typed for one that is deleted. */
    void forget(Connection gone) {
        drafts.remove(gone.id());
        if (shown.id().equals(gone.id())) {
            show(Connection.blank(gone.colour()));
            drafts.remove(gone.id());
            changed.set(false);
        }
    }

    /** Whether something was typed for it and not saved, shown now or not. */
    boolean unsaved(Connection connection) {
        return shown.id().equals(connection.id()) ? changed.get() : drafts.containsKey(connection.id());
    }

    private void typed() {
        if (!showing) {
            changed.set(true);
            check(false);
        }
    }

    /** What is in the form, when nothing is wrong with it; else messages stand under the fields. */
    Optional<Connection> read() {
        check(true);
        if (!serversProblem.get().isEmpty() || !textProblem.get().isEmpty()) {
            return Optional.empty();
        }
        String list = Bootstrap.checked(given());
        SortedMap<String, String> others = new TreeMap<>(properties.connection());
        others.remove(ClientProperties.BOOTSTRAP);
        String typed = name.get().strip();
        String called = typed.isEmpty() ? list.split(",", 2)[0].replaceFirst("^.*://", "") : typed;
        return Optional.of(new Connection(shown.id(), called.substring(0, Math.min(LONGEST_NAME, called.length())),
                colour.get(), list, others, topic.get().strip(), remember.get(), stamps.get()));
    }

    private String given() {
        String pasted = properties.connection().getOrDefault(ClientProperties.BOOTSTRAP, "");
        return servers.get().isBlank() ? pasted : servers.get();
    }

    private void check(boolean complain) {
        properties = ClientProperties.parse(text.get(), shown.properties());
        String pasted = properties.connection().getOrDefault(ClientProperties.BOOTSTRAP, "");
        boolean two = !servers.get().isBlank() && !pasted.isEmpty() && !pasted.strip().equals(servers.get().strip());
        textProblem.set(!properties.problems().isEmpty()
                ? words(properties.problems())
                : two ? "bootstrap.servers stands here too, and differs from the field above. Keep one of them." : "");
        serversProblem.set(given().isBlank() && !complain ? "" : problem(given()));
        note.set(notes());
        secretsNote.set(secrets());
    }

    private static String problem(String servers) {
        try {
            Bootstrap.checked(servers);
            return "";
        } catch (ClusterException e) {
            return e.getMessage();
        }
    }

    private static String words(List<Note> notes) {
        return notes.stream().map(n -> "Line " + n.line() + ": " + n.message()).collect(Collectors.joining("\n"));
    }

    private String notes() {
        List<String> all = new ArrayList<>();
        if (!properties.notes().isEmpty()) {
            all.add(words(properties.notes()));
        }
        if (!properties.delivery().isEmpty()) {
            all.add("Not about the connection, so left out: " + String.join(", ", properties.delivery().keySet())
                    + ". Set what you need of it under Delivery.");
        }
        if (!properties.others().isEmpty()) {
            all.add("Not read by a producer, so left out: " + String.join(", ", properties.others()) + ".");
        }
        return String.join("\n", all);
    }

    private String secrets() {
        String names = String.join(", ", ClientProperties.secrets(properties.connection()));
        if (names.isEmpty()) {
            return "There is no password among the properties.";
        }
        return remember.get()
                ? "Kept in the open in " + secretsFile + ", which only you can read: " + names + "."
                : "Not saved, and asked for again after the next start: " + names + ".";
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<ConnectionColour> colourProperty() {
        return colour;
    }

    StringProperty serversProperty() {
        return servers;
    }

    StringProperty topicProperty() {
        return topic;
    }

    /** Client properties as pasted, with known secrets masked. */
    StringProperty textProperty() {
        return text;
    }

    BooleanProperty rememberProperty() {
        return remember;
    }

    BooleanProperty stampsProperty() {
        return stamps;
    }

    ReadOnlyStringProperty serversProblemProperty() {
        return serversProblem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty textProblemProperty() {
        return textProblem.getReadOnlyProperty();
    }

    /** What is odd in the properties, and what of them is not used; "" for nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Which secrets there are, and what becomes of them. */
    ReadOnlyStringProperty secretsNoteProperty() {
        return secretsNote.getReadOnlyProperty();
    }

    /** Whether something was typed since {@link #show}. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }
}
