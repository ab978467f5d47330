package ackscope.core.settings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Each value on its own: its type and range, as the client's {@code ConfigDef} checks them. Every problem is an error. */
final class FieldRules implements Rule {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(\\d+|\\d{1,3}([\\s,_'.]\\d{3})+)");

    @Override
    public void check(Reading settings, Consumer<Problem> found) {
        settings.refused().forEach((key, refusal) -> {
            ProducerSetting setting = ProducerSetting.named(key).orElseThrow();
            String value = settings.typed().get(key).orElse("");
            found.accept(Problem.error(key, message(setting, value, refusal), remedies(setting, value)));
        });
    }

    private static String message(ProducerSetting setting, String value, String refusal) {
        String shown = value.isBlank()
                ? "An empty value"
                : "\"" + (ProducerSetting.isSecret(setting.name(), value) ? "[hidden]" : value.strip()) + "\"";
        if (setting.isClass()) {
            return shown + " is no class that Ackscope can load. Give the full name of a class on the class path.";
        }
        if (setting.isBoolean()) {
            return shown + " is neither true nor false.";
        }
        String takes = setting.allowed().isEmpty() ? "" : " It takes " + setting.allowed() + ".";
        if (setting.numeric()) {
            Optional<BigInteger> number = wholeNumber(value);
            if (number.isEmpty()) {
                return shown + " is not a whole number." + takes;
            }
            String why = takes.isEmpty() ? "more than this setting can hold" : "out of range";
            return number.get().toString().equals(value.strip())
                    ? shown + " is " + why + "." + takes
                    : shown
                            + " has characters beside the digits.";
        }
        if (setting.type().equals("number")) {
            return shown + " is not a number in range." + takes;
        }
        if (setting.type().equals("list")) {
            return value.isBlank()
                    ? "The list must not be empty."
                    : "An entry of the list is empty. Take out the comma too many.";
        }
        return takes.isEmpty() ? shown + " is refused: " + refusal : shown + " is not possible." + takes;
    }

    private static Remedy[] remedies(ProducerSetting setting, String value) {
        List<Remedy> remedies = new ArrayList<>();
        meant(setting, value).ifPresent(v -> remedies.add(Remedy.set(setting.name(), v)));
        remedies.add(Remedy.unset(setting.name()));
        return remedies.toArray(Remedy[]::new);
    }

    /** The value that was probably meant, if the client takes it. */
    private static Optional<String> meant(ProducerSetting setting, String value) {
        String candidate = setting.numeric()
                ? wholeNumber(value).map(BigInteger::toString).orElse("")
                : value.strip().toLowerCase(Locale.ROOT);
        return Optional.of(candidate).filter(c -> !c.isEmpty() && setting.refusal(c).isEmpty());
    }

    private static Optional<BigInteger> wholeNumber(String value) {
        String text = value.strip();
        return WHOLE.matcher(text).matches()
                ? Optional.of(new BigInteger(text.replaceAll("[\\s,_'.]", "")))
                : Optional.empty();
    }
}
