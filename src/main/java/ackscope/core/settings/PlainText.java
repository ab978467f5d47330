package ackscope.core.settings;

import java.util.Map;
import java.util.regex.Pattern;

/** Makes plain text of the HTML in Kafka's descriptions of its settings. Lists become lines with a dot. */
final class PlainText {
    private static final Pattern TAG = Pattern.compile("<[/a-zA-Z][^>]*>");
    private static final Map<String, String> ENTITIES = Map.of("&mdash;", "\u2014", "&lt;", "<", "&gt;", ">", "&quot;",
            "\"", "&#39;", "'", "&nbsp;", " ", "&amp;", "&");

    private PlainText() {
    }

    static String of(String html) {
        String text = html.replaceAll("\\s+", " ").replaceAll("(?i)<li>\\s*", "\n\u2022 ")
                .replaceAll("(?i)\\s*<(p|br)\\s*/?>\\s*|\\s*</(ul|ol)>\\s*", "\n");
        text = TAG.matcher(text).replaceAll("");
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            if (!entity.getKey().equals("&amp;")) {
                text = text.replace(entity.getKey(), entity.getValue());
            }
        }
        return text.replace("&amp;", "&").replaceAll(" *\n *", "\n").replaceAll("\n{2,}", "\n").replaceAll(" {2,}", " ")
                .strip();
    }
}
