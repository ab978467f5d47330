package ackscope.ui.base;

import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Played;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was measured in a play, the halves of twins side by side, and what kept the audit from proving it. */
public final class MeasuredTable {
    private final ScenarioResult result;
    private final VBox root = new VBox(8);

    /** @param asked what is of interest, beside what the scenario expects; each quantity gets one row */
    public MeasuredTable(ScenarioResult result, Stream<Expectation> asked) {
        this.result = result;
        List<Played> halves = result.halves();
        Facts facts = new Facts(halves.size() == 1
                ? List.of("Measured", "#found")
                : List.of("Measured", "#" + settings(halves.getFirst()), "#" + settings(halves.getLast())));
        Scenario scenario = result.scenario();
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(asked, scenario.expected().stream(), scenario.expectedOfTwin().stream()).flatMap(all -> all)
                .filter(e -> ids.add(e.id())).forEach(e -> facts.row(halves.size() == 1
                        ? List.of(words(e), found(halves.getFirst(), e))
                        : List.of(words(e), found(halves.getFirst(), e), found(halves.getLast(), e))));
        root.getChildren().add(facts.node());
        halves.stream().flatMap(half -> half.audit().obstacles().stream()).forEach(o -> {
            Label label = new Label("Not proven: " + o);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("text-failed");
            root.getChildren().add(label);
        });
    }

    /** The table. */
    public Region node() {
        return root;
    }

    /** What differs between the halves. */
    private String settings(Played half) {
        return result.scenario().changed().orElseThrow().keySet().stream()
                .map(key -> key + "=" + half.settings().getOrDefault(key, "default"))
                .reduce((a, b) -> a + ", " + b).orElse("");
    }

    private static String words(Expectation asked) {
        return asked.name().isEmpty() ? asked.quantity().words() : asked.quantity().words() + ": " + asked.name();
    }

    private static String found(Played half, Expectation asked) {
        return Figures.count(half.measured().of(asked));
    }
}
