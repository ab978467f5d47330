package ackscope.core.settings;

import ackscope.core.secret.Secrets;
import ackscope.core.secret.UrlCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/**
 * One setting of the producer, as the client on the class path declares it ({@code ProducerConfig.configDef()}); nothing here is a
 * copied table. Immutable.
 */
public final class ProducerSetting {
    private static final Pattern RANGE = Pattern.compile("\\[(-?[\\d.]+),\\.\\.\\.(?:,(-?[\\d.]+))?](?: or (-?\\d+))?");
    private static final Pattern WORDS = Pattern.compile("(\\(case insensitive\\) )?\\[([^\\]]*)]");
    private static final Map<String, ProducerSetting> ALL = readAll();

    private final ConfigKey key;
    private final ConfigDef alone;
    private final List<String> choices;
    private final String allowed;
    private final String docs;

    private ProducerSetting(ConfigKey key) {
        this.key = key;
        this.alone = new ConfigDef().define(key);
        String validator = key.validator == null ? "" : key.validator.toString();
        this.choices = readChoices(key, validator);
        this.allowed = readAllowed(validator, choices);
        this.docs = PlainText.of(key.documentation);
    }

    private static Map<String, ProducerSetting> readAll() {
        Map<String, ProducerSetting> all = new TreeMap<>();
        for (ConfigKey key : ProducerConfig.configDef().configKeys().values()) {
            all.put(key.name, new ProducerSetting(key));
        }
        return Map.copyOf(all);
    }

    /** Every public setting by name; internal ones of the client are left out. */
    public static List<ProducerSetting> all() {
        return ALL.values().stream().filter(s -> !s.internal()).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** The setting of this name, internal ones too; empty when the client knows none. */
    public static Optional<ProducerSetting> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The name of the setting that a misspelt one probably means. */
    public static Optional<String> nearest(String name) {
        return Spelling.nearest(name);
    }

    /** Whether a value of this name is not for showing; an unknown name is judged by its words. */
    public static boolean isSecret(String name) {
        return named(name).map(ProducerSetting::secret)
                .orElseGet(() -> name.toLowerCase(Locale.ROOT).matches(
                        ".*(password|passphrase|passwd|secret|jaas|token|credential|user\\.?info|\\bauth$|\\bsas\\b|signature"
                                + "|private.?key|api.?key|access.?key|account.?key).*"));
    }

    /** Whether this value of this name is not for showing: a name that is not secret may have a URL with a password in it. */
    public static boolean isSecret(String name, String value) {
        return isSecret(name) || UrlCredentials.in(value);
    }

    /** The name as in a {@code .properties} file. */
    public String name() {
        return key.name;
    }

    /** Its type in a word: whole number, number, true or false, text, list, class, password. */
    public String type() {
        return switch (key.type) {
            case INT, LONG, SHORT -> "whole number";
            case DOUBLE -> "number";
            case BOOLEAN -> "true or false";
            case STRING -> "text";
            case LIST -> "list";
            case CLASS -> "class";
            case PASSWORD -> "password";
        };
    }

    /** The default as one would type it; "" when there is none. */
    public String defaultText() {
        return key.hasDefault() ? text(key.defaultValue) : "";
    }

    /** Whether the client cannot do without it. */
    public boolean required() {
        return !key.hasDefault();
    }

    /** Kafka's judgement: high, medium or low. */
    public String importance() {
        return key.importance.name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in the client's own words, as plain text. */
    public String docs() {
        return docs;
    }

    /** The first sentence of {@link #docs()}. */
    public String summary() {
        int end = docs.indexOf(". ");
        String first = end < 0 ? docs : docs.substring(0, end + 1);
        return first.lines().findFirst().orElse("");
    }

    /** What it takes, in words; "" when anything of its type goes. */
    public String allowed() {
        return allowed;
    }

    /** The values to choose from; empty when it is not a matter of choosing. */
    public List<String> choices() {
        return choices;
    }

    public SettingGroup group() {
        return SettingGroup.of(key.name);
    }

    /** Whether its value is not for showing. */
    public boolean secret() {
        return key.type == ConfigDef.Type.PASSWORD;
    }

    /** Whether the client marks it as its own affair. */
    public boolean internal() {
        return key.internalConfig;
    }

    /** Whether an empty text is a value of its own here, and not the default. */
    public boolean emptyIsValue() {
        return !defaultText().isEmpty() && refusal("").isEmpty();
    }

    boolean numeric() {
        return key.type == ConfigDef.Type.INT || key.type == ConfigDef.Type.LONG || key.type == ConfigDef.Type.SHORT;
    }

    boolean isClass() {
        return key.type == ConfigDef.Type.CLASS;
    }

    boolean isBoolean() {
        return key.type == ConfigDef.Type.BOOLEAN;
    }

    /** The value as the client reads it; throws what the client throws. */
    Object parse(String value) {
        return alone.parse(Map.of(key.name, value)).get(key.name);
    }

    Object defaultValue() {
        return key.hasDefault() ? key.defaultValue : "";
    }

    /** Why the client refuses this value on its own, in the client's words; empty when it does not. */
    public Optional<String> refusal(String value) {
        try {
            parse(value);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Secrets.said(e));
        }
    }

    /** That a value is refused, and what is taken instead; a secret value is not told. To follow the setting's name. */
    public String wants(String refused) {
        return "does not take " + (isSecret(name(), refused) ? "this value" : "\"" + refused + "\"")
                + (allowed.isEmpty() ? "" : ", only " + allowed);
    }

    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Class<?> c -> c.getName();
            case List<?> list -> String.join(",", list.stream().map(ProducerSetting::text).toList());
            default -> value.toString();
        };
    }

    private static List<String> readChoices(ConfigKey key, String validator) {
        if (key.type == ConfigDef.Type.BOOLEAN) {
            return List.of("true", "false");
        }
        Matcher words = WORDS.matcher(validator);
        if (key.type != ConfigDef.Type.STRING || !words.matches()) {
            return List.of();
        }
        List<String> choices = new ArrayList<>(List.of(words.group(2).split(", ")));
        if (words.group(1) != null && key.defaultValue instanceof String s && s.equals(s.toLowerCase(Locale.ROOT))) {
            choices.replaceAll(c -> c.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(choices);
    }

    private static String readAllowed(String validator, List<String> choices) {
        if (!choices.isEmpty()) {
            return choices.size() == 1
                    ? choices.getFirst()
                    : String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
        }
        Matcher range = RANGE.matcher(validator);
        if (!range.matches()) {
            return validator.equals("non-empty string") ? "text that is not empty" : validator;
        }
        String words = range.group(2) == null
                ? "at least " + range.group(1)
                : range.group(1) + " to " + range.group(2);
        return range.group(3) == null ? words : words + ", or " + range.group(3);
    }
}
