package ackscope.core.settings;

import ackscope.core.secret.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.ConfigException;

/**
 * Says what is wrong with settings, what the client would change without a word, and what to do about it. No network: whether a host
 * name resolves is asked of the predicate handed in. Safe for any thread.
 */
public final class SettingsRules {
    private static final List<Rule> CONFIG = List.of(new FieldRules(), new IdempotenceRules(), new SaslRules());

    private final List<Rule> all;

    /** @param resolves whether a host name has an address; may block as long as the caller of {@link #check} can wait */
    public SettingsRules(Predicate<String> resolves) {
        all = new ArrayList<>(CONFIG);
        all.add(new ConstructorRules(resolves));
        all.add(new SilentChangeRules());
        all.add(new AdviceRules());
    }

    /** Rules that take every host name for good: nothing blocks. */
    public SettingsRules() {
        this(_ -> true);
    }

    /** Everything there is to say, errors first. Settings without an error are taken by the client. */
    public List<Problem> check(ProducerSettings settings) {
        return check(settings, Optional.empty());
    }

    /** The same, with what the chosen topic adds. */
    public List<Problem> check(ProducerSettings settings, Optional<TopicFacts> topic) {
        List<Problem> found = foreseen(settings, topic);
        if (found.stream().noneMatch(Problem::isError)) {
            clientRefusal(settings).ifPresent(found::addFirst);
        }
        return List.copyOf(found);
    }

    /**
     * What the client holds for a setting, as text; while it refuses the settings, what it would hold with every refused value left at its
     * default. A form shows this where nothing was typed.
     */
    public static UnaryOperator<String> outlook(ProducerSettings settings) {
        try {
            return EffectiveSettings.of(settings)::text;
        } catch (SettingsException _) {
            Reading reading = new Reading(settings);
            return key -> key.equals(Keys.IDEMPOTENCE) && !settings.isSet(key)
                    ? Boolean.toString(reading.idempotence())
                    : ProducerSetting.named(key).isPresent() ? reading.text(key) : "";
        }
    }

    /** What the rules know by themselves, without asking the client. */
    List<Problem> foreseen(ProducerSettings settings, Optional<TopicFacts> topic) {
        Reading reading = new Reading(settings);
        List<Problem> found = run(all, reading);
        topic.flatMap(t -> TopicRules.check(reading, t)).ifPresent(found::add);
        found.sort(Comparator.comparing(Problem::severity));
        return found;
    }

    /** What the rules say {@code new ProducerConfig(map)} refuses. */
    static List<Problem> configErrors(ProducerSettings settings) {
        List<Problem> found = run(CONFIG, new Reading(settings));
        found.removeIf(p -> !p.isError());
        return found;
    }

    private static List<Problem> run(List<Rule> rules, Reading reading) {
        List<Problem> found = new ArrayList<>();
        rules.forEach(rule -> rule.check(reading, found::add));
        return found;
    }

    /** The last word is the client's: a value from a config provider, say, is judged by nobody else. */
    private static Optional<Problem> clientRefusal(ProducerSettings settings) {
        try {
            EffectiveSettings.config(settings);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(Problem.error(settings.isSet("config.providers") ? "config.providers" : Keys.ACKS,
                    "The Kafka client refuses these settings: " + Secrets.said(e)));
        }
    }
}
