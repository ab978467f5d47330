package ackscope.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page as well-formed XHTML in one file: style inline, no script, nothing fetched. Every text that is handed in is escaped; what is
 * handed in as {@code markup} is not.
 */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Text for an element or an attribute; characters that XML does not allow are left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean allowed = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
                            || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
                    safe.append(allowed ? Character.toString(c) : "\uFFFD");
                }
            }
        });
        return safe.toString();
    }

    Html element(String tag, String text) {
        return element(tag, "", text);
    }

    /** @param style class; "" for none */
    Html element(String tag, String style, String text) {
        return open(tag, style).markup(escaped(text)).close(tag);
    }

    Html open(String tag, String style) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(escaped(style)).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    Html section(String title) {
        return open("section", "").element("h2", title);
    }

    /** A table; columns whose heading begins with {@code #} hold figures. */
    Html table(List<String> headings, List<List<String>> rows) {
        open("div", "scroll").open("table", "").open("thead", "").open("tr", "");
        for (String heading : headings) {
            boolean figures = heading.startsWith("#");
            element("th", figures ? "figure" : "", figures ? heading.substring(1) : heading);
        }
        close("tr").close("thead").open("tbody", "");
        for (List<String> row : rows) {
            open("tr", "");
            for (int i = 0; i < row.size(); i++) {
                element("td", headings.get(i).startsWith("#") ? "figure" : "", row.get(i));
            }
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** The whole page. */
    String page(String title) {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" + escaped(title)
                + "</title>\n<style>\n"
                + style() + "</style>\n</head>\n<body>\n" + out + "</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream in = Html.class.getResourceAsStream("/assets/report/report.css")) {
            if (in == null) {
                throw new IllegalStateException("assets/report/report.css is missing from this build of Ackscope");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
