package ackscope.ui.flow;

import java.util.Locale;

/** How a word is coloured; PLAIN is the text's own colour, QUIET the fainter one. */
enum Tone {
    PLAIN, QUIET, SENT, ACKED, RETRYING, FAILED, UNKNOWN;

    String styleClass() {
        return switch (this) {
            case PLAIN -> "text-plain";
            case QUIET -> "muted";
            default -> "text-" + name().toLowerCase(Locale.ROOT);
        };
    }
}
