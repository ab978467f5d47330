package ackscope.core.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A JSON value that knows where it stands in its text, so that what is wrong with it can be shown there. */
sealed interface Located {

    /** From 1. */
    int line();

    /** From 1. */
    int column();

    /** What sort of value it is, with its article. */
    String kind();

    /** @param members in the order of the text */
    record Group(int line, int column, Map<String, Member> members) implements Located {
        @Override
        public String kind() {
            return "an object { }";
        }
    }

    /** A name and its value; the place is the name's. */
    record Member(int line, int column, Located value) {
    }

    record Row(int line, int column, List<Located> items) implements Located {
        @Override
        public String kind() {
            return "a list [ ]";
        }
    }

    record Text(int line, int column, String text) implements Located {
        @Override
        public String kind() {
            return "a text";
        }
    }

    record Numeral(int line, int column, BigDecimal number) implements Located {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Flag(int line, int column, boolean set) implements Located {
        @Override
        public String kind() {
            return set ? "true" : "false";
        }
    }

    record Nothing(int line, int column) implements Located {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** A text is not JSON. */
    final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Flaw flaw;

        NotJson(Flaw flaw, Throwable cause) {
            super(flaw.words(), cause);
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }

    /**
     * Reads the one value of a text.
     *
     * @throws NotJson when it is no JSON, or more than one value
     */
    static Located read(String text) throws NotJson {
        try (JsonParser in = new JsonFactory().createParser(text)) {
            if (in.nextToken() == null) {
                throw new NotJson(new Flaw(1, 1, "The file is empty."), null);
            }
            Located value = value(in);
            if (in.nextToken() != null) {
                JsonLocation at = in.currentTokenLocation();
                throw new NotJson(new Flaw(at.getLineNr(), at.getColumnNr(),
                        "Something stands behind the end of the scenario. Remove it."), null);
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new NotJson(new Flaw(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), words(e)), e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private static String words(JsonProcessingException e) {
        String said = e.getOriginalMessage();
        if (said.startsWith("Unexpected end-of-input")) {
            return "The text ends too early: a closing } or ] or \" is missing.";
        }
        String plain = said.replaceAll(" \\(code [^)]*\\)", "").replaceAll("\\s+", " ");
        return "This is not JSON: " + plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1) + ".";
    }

    private static Located value(JsonParser in) throws IOException, NotJson {
        JsonLocation at = in.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (in.currentToken()) {
            case START_OBJECT -> group(in, line, column);
            case START_ARRAY -> {
                List<Located> items = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(in));
                }
                yield new Row(line, column, items);
            }
            case VALUE_STRING -> new Text(line, column, in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(line, column, in.getDecimalValue());
            case VALUE_TRUE -> new Flag(line, column, true);
            case VALUE_FALSE -> new Flag(line, column, false);
            case VALUE_NULL -> new Nothing(line, column);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new NotJson(new Flaw(line, column, "This is not JSON."), null);
        };
    }

    private static Group group(JsonParser in, int line, int column) throws IOException, NotJson {
        Map<String, Member> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonLocation at = in.currentTokenLocation();
            if (members.containsKey(name)) {
                throw new NotJson(new Flaw(at.getLineNr(), at.getColumnNr(),
                        "'" + name + "' stands here twice. Remove one of them."), null);
            }
            in.nextToken();
            members.put(name, new Member(at.getLineNr(), at.getColumnNr(), value(in)));
        }
        return new Group(line, column, members);
    }
}
