package ackscope.core.compose;

/** Something typed cannot become bytes; the message says what, why and what to type instead. Nothing is sent. */
public final class ComposeException extends Exception {
    private static final long serialVersionUID = 1;

    private final Field field;

    /** Where the message belongs. */
    public enum Field {
        TOPIC, KEY, VALUE, HEADERS, PARTITION, TIMESTAMP, LOAD
    }

    public ComposeException(Field field, String message) {
        super(message);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
