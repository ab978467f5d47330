package ackscope.core.scenario;

import ackscope.core.run.Workload;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scenario files, version {@value Scenario#VERSION}: JSON as {@code assets/scenarios/scenario.schema.json} tells. Reading checks all that can be
 * known before it is played, and says everything that is wrong with line and column.
 */
public final class ScenarioFile {
    private static final long MOST_SEED = 1L << 53;
    /** The app says where to connect and how to serialize. */
    private static final Set<String> APPS_OWN = Set.of("bootstrap.servers", "key.serializer", "value.serializer");

    private final String name;
    private final List<Flaw> flaws = new ArrayList<>();

    private ScenarioFile(String name) {
        this.name = name;
    }

    /**
     * The scenario in a text.
     *
     * @param name   that it gets
     * @param source what the text came from, for messages
     * @throws ScenarioException with every flaw when it is none that can be played
     */
    public static Scenario read(String text, String name, String source) {
        ScenarioFile file = new ScenarioFile(name);
        try {
            Located value = Located.read(text);
            if (value instanceof Located.Group group) {
                Optional<Scenario> scenario = file.scenario(new Form(group, "the scenario", file.flaws));
                if (file.flaws.isEmpty()) {
                    return scenario.orElseThrow();
                }
            } else {
                file.flaws.add(new Flaw(value.line(), value.column(), "A scenario is an object { }, not "
                        + value.kind() + "."));
            }
        } catch (Located.NotJson e) {
            file.flaws.add(e.flaw());
        }
        file.flaws.sort(Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column));
        throw new ScenarioException(source, file.flaws);
    }

    private Optional<Scenario> scenario(Form form) {
        form.text("$schema");
        form.need("version");
        OptionalLong version = form.whole("version", 0, Integer.MAX_VALUE);
        if (version.isPresent() && version.getAsLong() != Scenario.VERSION) {
            // What else it says belongs to another format.
            form.flaw("version", "This is version " + version.getAsLong() + " of the format, and this Ackscope reads "
                    + Scenario.VERSION + ". "
                    + (version.getAsLong() > Scenario.VERSION
                            ? "Use a newer Ackscope."
                            : "Write \"version\": " + Scenario.VERSION + "."));
            return Optional.empty();
        }
        String title = form.neededText("title");
        String words = form.text("words", "");
        String explanation = form.text("explanation", "");
        long seed = form.whole("seed", 0, MOST_SEED, 1);
        Scenario.Shape topic = topic(form.form("topic", "the topic"));
        SortedMap<String, String> settings = settings(form, "settings");
        Optional<SortedMap<String, String>> changed = form.has("twin")
                ? Optional.of(settings(form, "twin"))
                : Optional.empty();
        boolean warmUp = form.flag("warmUp", true);
        LoadForm loads = new LoadForm(seed, topic.partitions());
        Optional<Workload> load = form.form("workload", "the workload").map(loads::read);
        StepForm stepForm = new StepForm(seed, topic, loads);
        List<Step> steps = new ArrayList<>();
        for (Form step : form.forms("steps", "the step")) {
            stepForm.read(step).ifPresent(steps::add);
        }
        var breaker = form.form("breaker", "the breaker").map(BreakerForm::read);
        Scenario unchecked = new Scenario(name, title, words, explanation, seed, topic, settings, changed, breaker,
                warmUp, load, steps, List.of(), List.of());
        sends(form, unchecked);
        transactions(form, unchecked);
        ExpectForm expects = new ExpectForm(unchecked);
        form.need("expect");
        List<Expectation> expected = form.form("expect", "what is expected").map(expects::read).orElse(List.of());
        if (changed.isPresent()) {
            form.need("expectOfTwin");
        }
        List<Expectation> ofTwin = form.form("expectOfTwin", "what is expected").map(expects::read).orElse(List.of());
        if (form.has("expectOfTwin") && changed.isEmpty()) {
            form.flaw("expectOfTwin", "There is no 'twin' with changed settings that this could be expected of.");
        }
        form.end();
        Scenario read = new Scenario(name, title, words, explanation, seed, topic, settings, changed, breaker, warmUp,
                load, steps, expected, ofTwin);
        expects.mustNeedItsFaults(form, read);
        return Optional.of(read);
    }

    private static Scenario.Shape topic(Optional<Form> given) {
        if (given.isEmpty()) {
            return new Scenario.Shape(1, 3, 2);
        }
        Form form = given.get();
        int partitions = (int) form.whole("partitions", 1, 100, 1);
        int replication = (int) form.whole("replication", 1, 3, 3);
        int minInsync = (int) form.whole("min.insync.replicas", 1, 3, Math.min(2, replication));
        if (minInsync > replication) {
            form.flaw("min.insync.replicas", "min.insync.replicas is " + minInsync + ", and there are only "
                    + replication + " replicas: nothing with acks=all could be sent. Lower it.");
        }
        form.end();
        return new Scenario.Shape(partitions, replication, minInsync);
    }

    private SortedMap<String, String> settings(Form form, String member) {
        SortedMap<String, String> typed = new TreeMap<>(form.texts(member));
        Optional<Form> group = form.form(member, member);
        typed.entrySet().removeIf(e -> refused(group.orElseThrow(), e.getKey(), e.getValue()));
        SortedMap<String, String> all = new TreeMap<>(member.equals("twin") ? form.texts("settings") : Map.of());
        typed.forEach((key, value) -> {
            if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        try {
            EffectiveSettings.of(ProducerSettings.of(all));
        } catch (SettingsException e) {
            form.flaw(member, e.getMessage());
        }
        return typed;
    }

    private static boolean refused(Form group, String key, String value) {
        if (APPS_OWN.contains(key)) {
            group.flaw(key, "'" + key + "' is the app's to say. Leave it out.");
            return true;
        }
        if (ProducerSetting.isSecret(key, value)) {
            group.flaw(key, "'" + key + "' is a secret, and a scenario is a file that is passed on. Leave it out.");
            return true;
        }
        if (ProducerSetting.named(key).isEmpty()) {
            group.flaw(key, "The Kafka producer has no setting '" + key + "'."
                    + Form.near(key, ProducerSetting.all().stream().map(ProducerSetting::name).toList()));
            return true;
        }
        return false;
    }

    private static void sends(Form form, Scenario scenario) {
        if (scenario.load().isEmpty() && scenario.steps().stream().noneMatch(Step.Send.class::isInstance)) {
            form.flaw(form.group(), "Nothing is sent. Give it a 'workload', or a step that sends.");
        }
    }

    private static void transactions(Form form, Scenario scenario) {
        boolean transactional = scenario.settings().containsKey(Keys.TRANSACTIONAL_ID);
        if (!transactional && scenario.steps().stream()
                .anyMatch(s -> s instanceof Step.Transact || s instanceof Step.Rival)) {
            form.flaw("steps", "A step is about a transaction, and the settings have no transactional.id. Add one.");
        }
        if (transactional && scenario.breaker().isPresent()) {
            form.flaw("breaker", "The circuit breaker does not stand in front of a producer with a transactional.id."
                    + " Leave one of them out.");
        }
    }
}
