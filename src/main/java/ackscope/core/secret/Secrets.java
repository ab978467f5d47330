package ackscope.core.secret;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Secrets that stand in words which others wrote: Kafka's clients, the JDK, a broker, a token endpoint. Whatever of theirs goes to the
 * screen, to a file or to the log goes through here first. Holds nothing; any thread.
 */
public final class Secrets {
    private static final String DOTS = "•••";
    /** {@code password="…"}, {@code ssl.key.password=…}, and the same in JSON. Nothing but dots is no secret. */
    private static final Pattern NAMED = Pattern.compile("(?is)((?:passw(?:or)?d|passphrase|secret|secret\\.key|token"
            + "|assertion|api[._-]?key|credentials?)(?:\\s*=\\s*|\"\\s*:\\s*))"
            + "(?!\"?[•…]+|\\[hidden])(?:\".*?(?<!\\\\)(?:\"|\\z)|'[^']*'?|[^\\s;,&\"')}\\]]+)");
    private static final Pattern HEADER = Pattern
            .compile("(?i)(authorization\\W{1,4}(?:basic|bearer)\\s+)[\\w+/=.~-]+");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[\\w-]{5,}(?:\\.[\\w-]*){0,4}");
    private static final Pattern PRIVATE_KEY = Pattern
            .compile("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END|$)");
    /** Where a quote is missing, the parser takes a part of the password for a name, and tells it. */
    private static final Pattern JAAS = Pattern.compile("('?)[^' ]*'(?= in JAAS config)");

    private Secrets() {
    }

    /** A text with dots in place of each secret; the same text where there is none. */
    public static String hidden(String text) {
        String now = UrlCredentials.hidden(text);
        if (now.indexOf('=') >= 0 || now.indexOf('"') >= 0) {
            now = NAMED.matcher(now).replaceAll("$1" + DOTS);
        }
        if (now.contains("uthorization") || now.contains("UTHORIZATION")) {
            now = HEADER.matcher(now).replaceAll("$1" + DOTS);
        }
        if (now.contains("eyJ")) {
            now = TOKEN.matcher(now).replaceAll(DOTS);
        }
        if (now.contains("PRIVATE KEY-----")) {
            now = PRIVATE_KEY.matcher(now).replaceAll("$1" + DOTS + "$2");
        }
        return now.contains(" in JAAS config") ? JAAS.matcher(now).replaceAll("$1" + DOTS + "'") : now;
    }

    /** What an exception says, without secrets; its simple class name where it says nothing. */
    public static String said(Throwable e) {
        String message = message(e);
        return message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    /** Whether an exception's message is so; it is looked at as it is, which costs nothing where failures come by the thousand. */
    public static boolean says(Throwable e, Predicate<String> so) {
        return e.getMessage() != null && so.test(e.getMessage());
    }

    /** An exception's message, without secrets; "" where it has none. */
    public static String message(Throwable e) {
        String message = e.getMessage();
        return message == null ? "" : hidden(message);
    }
}
