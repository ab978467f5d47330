package ackscope.core.secret;

import java.util.regex.Pattern;

/** Passwords that stand in a URL: {@code https://user:password@host}, or as a parameter of it ({@code ?client_secret=…}). */
public final class UrlCredentials {
    private static final Pattern USER = Pattern.compile("(?<=://)(?:(?!,[\\w+.-]+://)[^\\s?#])*(?=@)");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)(?<=[?&][\\w.-]{0,40}(?:secret|token|password|passwd|signature|sig|assertion|key)=)[^\\s&#,]+");

    private UrlCredentials() {
    }

    /** Whether a value holds one. */
    public static boolean in(String value) {
        return value.contains("://") && (USER.matcher(value).find() || PARAMETER.matcher(value).find());
    }

    /** A text with dots instead. */
    public static String hidden(String text) {
        return in(text) ? PARAMETER.matcher(USER.matcher(text).replaceAll("•••")).replaceAll("•••") : text;
    }
}
