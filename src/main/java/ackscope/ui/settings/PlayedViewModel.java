package ackscope.ui.settings;

import ackscope.core.cluster.ClusterView;
import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.Scenario;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Guarantee;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSetting;
import ackscope.core.settings.TopicFacts;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a scenario, a lesson or a drill sends with while it is played in the console's place. To be read, not to be changed. FX thread. */
public final class PlayedViewModel implements Receiver {
    /** Those that are always shown, as in the form. */
    private static final List<String> FIRST = List.of(Keys.ACKS, Keys.IDEMPOTENCE, Keys.IN_FLIGHT,
            Keys.DELIVERY_TIMEOUT, Keys.REQUEST_TIMEOUT, Keys.RETRY_BACKOFF, Keys.RETRY_BACKOFF_MAX, Keys.RETRIES,
            Keys.LINGER);

    /** Where the value of a setting comes from. */
    enum From {
        DEFAULT, PLAYED, FAULT
    }

    /**
     * A setting.
     *
     * @param value as the client holds it
     */
    record Line(String key, String value, From from) {
    }

    /**
     * All of it.
     *
     * @param guarantee what the settings promise on the play's topic
     */
    public record Shown(String topic, String shape, List<Line> lines, Guarantee guarantee) {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /** What is read with every tick. */
    private record Seen(PlayTerms terms, PlayedControl.Changes changes, int inSync) {
    }

    private final PlayedControl control;
    private Optional<Seen> seen = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            Optional.empty());

    public PlayedViewModel(PlayedControl control) {
        this.control = control;
    }

    /** What is played, or empty. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    @Override
    public void receive(FeedBatch batch) {
        Optional<Seen> now = control.terms()
                .map(terms -> new Seen(terms, control.byFaults(), inSync(terms, batch.cluster())));
        // What it comes to is worked out when something changed, and not with every tick.
        if (!now.equals(seen)) {
            seen = now;
            shown.set(now.map(PlayedViewModel::shown));
        }
    }

    private static int inSync(PlayTerms terms, ClusterView cluster) {
        return cluster.topic().equals(terms.topic())
                ? cluster.partitions().stream().mapToInt(p -> p.isr().size()).min().orElse(0)
                : terms.shape().replication();
    }

    private static Shown shown(Seen seen) {
        PlayTerms terms = seen.terms();
        PlayedControl.Changes changes = seen.changes();
        boolean asMade = changes.topic().isEmpty() && !changes.ofTopic();
        TopicFacts facts = new TopicFacts(terms.shape().replication(), terms.shape().minInsync(), seen.inSync());
        return new Shown(changes.topic().isEmpty() ? terms.topic() : changes.topic(),
                words(terms, changes), lines(terms.settings(), changes.settings()),
                Guarantee.of(terms.settings(), asMade ? Optional.of(facts) : Optional.empty()));
    }

    private static String words(PlayTerms terms, PlayedControl.Changes changes) {
        if (!changes.topic().isEmpty()) {
            return "by a fault, instead of " + terms.topic();
        }
        Scenario.Shape shape = terms.shape();
        String made = Figures.counted(shape.partitions(), "partition", "partitions") + ", "
                + Figures.counted(shape.replication(), "replica", "replicas") + ", min.insync.replicas="
                + shape.minInsync();
        return changes.ofTopic() ? "made with " + made + "; a fault has changed its settings" : made;
    }

    private static List<Line> lines(EffectiveSettings settings, Map<String, String> byFaults) {
        Map<String, Line> all = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(FIRST);
        keys.addAll(new TreeSet<>(settings.typed().asMap().keySet()));
        keys.forEach(key -> all.put(key, new Line(key, settings.text(key),
                settings.typed().isSet(key) ? From.PLAYED : From.DEFAULT)));
        byFaults.forEach((key, value) -> all.put(key,
                new Line(key, ProducerSetting.isSecret(key, value) ? "(secret)" : value, From.FAULT)));
        return List.copyOf(all.values());
    }
}
