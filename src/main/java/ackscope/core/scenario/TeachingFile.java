package ackscope.core.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What files of lessons and of the quiz have in common: they are read from JSON, what they say is measured by scenarios, and what is wrong
 * in them is told with its place. Any thread but the FX thread.
 */
public final class TeachingFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String source;

    /** @param source what the text came from, for messages */
    public TeachingFile(String source) {
        this.source = source;
    }

    /**
     * The text as what it should be.
     *
     * @param isNone what is said of a text that is something else: "is no quiz"
     * @throws IllegalArgumentException in words when it is something else
     */
    public <T> T parse(String text, Class<T> form, String isNone) {
        try {
            return JSON.readValue(text, form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + " " + isNone + ": " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException in words when a file is of another version */
    public void checkVersion(int version, int known) {
        check(version == known, "", "is version " + version + " of the format, not " + known);
    }

    /**
     * One of the app's own scenarios.
     *
     * @param plays what is done with it: "is proved by"
     * @throws IllegalArgumentException in words when there is none of that name
     */
    public Scenario scenario(String id, String plays, String name) {
        check(said(name) && Scenarios.names().contains(name), id,
                plays + " '" + name + "', and there is no such scenario");
        return Scenarios.builtIn(name);
    }

    /** @throws IllegalArgumentException in words when what is measured cannot be of the scenario */
    public Condition measured(String id, JsonNode measured, Scenario scenario) {
        try {
            return Condition.read(measured.toString(), scenario);
        } catch (ScenarioException e) {
            throw flaw(id, e.getMessage());
        }
    }

    /**
     * @param id    of what is wrong, or "" for the file
     * @param words what is wrong with it: "names no source"
     * @throws IllegalArgumentException in words unless it is right
     */
    public void check(boolean right, String id, String words) {
        if (!right) {
            throw flaw(id, words);
        }
    }

    /** Says what is wrong. */
    public IllegalArgumentException flaw(String id, String words) {
        return new IllegalArgumentException(source + (id.isEmpty() ? " " : ": '" + id + "' ") + words + ".");
    }

    public static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    public static boolean filled(List<?> list) {
        return list != null && !list.isEmpty();
    }

    /**
     * All of these.
     *
     * @param things what they are: "lessons"
     * @throws IllegalArgumentException when two are called the same
     */
    public static Set<String> unique(String things, Stream<String> ids) {
        Set<String> all = new HashSet<>();
        ids.filter(id -> !all.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("two " + things + " are called '" + id + "'");
        });
        return all;
    }
}
