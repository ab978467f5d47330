package ackscope.core.compose;

/**
 * A key, value or header value as typed. Null is told from empty.
 *
 * @param type    how the text becomes bytes
 * @param text    as typed; may hold template expressions
 * @param isNull  true: null goes on the wire whatever the text says (the text is kept for when it is switched back)
 */
public record Payload(PayloadType type, String text, boolean isNull) {

    /** A null payload. */
    public static final Payload NULL = new Payload(PayloadType.STRING, "", true);

    /** A string. */
    public static Payload string(String text) {
        return new Payload(PayloadType.STRING, text, false);
    }
}
