package ackscope.core.send;

import ackscope.core.secret.Secrets;
import org.apache.kafka.common.errors.InterruptException;

/** Exceptions as a sentence for a person: the messages from the outermost inwards, each once, no class names where there are words. */
final class Words {
    private static final int ENOUGH = 500;

    private Words() {
    }

    static String of(Throwable e) {
        StringBuilder words = new StringBuilder(own(e));
        for (Throwable cause = e.getCause(); cause != null && words.length() < ENOUGH; cause = cause.getCause()) {
            String more = Secrets.message(cause);
            if (!more.isEmpty() && !(cause instanceof InterruptedException) && words.indexOf(more) < 0) {
                words.append(words.charAt(words.length() - 1) == '.' ? " " : ": ").append(more);
            }
        }
        return words.toString();
    }

    private static String own(Throwable e) {
        if (e instanceof InterruptException) {
            return "the wait was cut short";
        }
        String message = Secrets.message(e);
        // A cause alone gives "java.lang.X: message"; its message follows anyway.
        if (message.isBlank() || (e.getCause() != null && message.equals(Secrets.hidden(e.getCause().toString())))) {
            return e.getCause() != null && !Secrets.message(e.getCause()).isEmpty()
                    ? Secrets.message(e.getCause())
                    : "an error without a message (" + e.getClass().getSimpleName() + ")";
        }
        return message;
    }
}
