package ackscope.ui.quiz;

import ackscope.core.quiz.Proof;
import ackscope.core.quiz.Question;
import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Played;
import ackscope.core.scenario.Scenario;
import ackscope.ui.base.Facts;
import ackscope.ui.base.Figures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was played to prove an answer, and what was measured. */
final class ProofTable {
    private final Proof proof;

    ProofTable(Proof proof) {
        this.proof = proof;
    }

    Node node() {
        Scenario scenario = proof.result().scenario();
        VBox box = new VBox(8, QuizView.words(verdict(), "strong", proof.supports() ? "text-acked" : "text-failed"),
                QuizView.words(scenario.words() + " (" + String.format(Locale.ROOT, "%.1f s",
                        proof.result().tookMs() / 1000.0) + ", scenario " + scenario.name() + ")", "muted"));
        List<Played> halves = proof.result().halves();
        Facts facts = new Facts(halves.size() == 1
                ? List.of("Measured", "#found")
                : List.of("Measured", "#" + settings(halves.getFirst()), "#" + settings(halves.getLast())));
        for (Expectation asked : asked()) {
            facts.row(halves.size() == 1
                    ? List.of(words(asked), found(halves.getFirst(), asked))
                    : List.of(words(asked), found(halves.getFirst(), asked), found(halves.getLast(), asked)));
        }
        box.getChildren().add(facts.node());
        halves.stream().flatMap(half -> half.audit().obstacles().stream())
                .forEach(o -> box.getChildren().add(QuizView.words("Not proven: " + o, "text-failed")));
        return box;
    }

    private String verdict() {
        if (proof.supports()) {
            return "Proved on real brokers just now.";
        }
        return proof.result().asExpected()
                ? "This play does not bear the answer out."
                : "This play did not come out as planned, so it proves nothing. Play it again.";
    }

    /** What differs between the halves. */
    private String settings(Played half) {
        Scenario scenario = proof.result().scenario();
        return scenario.changed().orElseThrow().keySet().stream()
                .map(key -> key + "=" + half.settings().getOrDefault(key, "default"))
                .reduce((a, b) -> a + ", " + b).orElse("");
    }

    /** Every quantity that an option or the scenario asks about, once. */
    private List<Expectation> asked() {
        Set<String> ids = new LinkedHashSet<>();
        return Stream.concat(
                proof.question().options().stream().map(Question.Option::measured).flatMap(Optional::stream)
                        .flatMap(c -> Stream.concat(c.first().stream(), c.second().stream())),
                Stream.concat(proof.result().scenario().expected().stream(),
                        proof.result().scenario().expectedOfTwin().stream()))
                .filter(e -> ids.add(e.id())).toList();
    }

    private static String words(Expectation asked) {
        return asked.name().isEmpty() ? asked.quantity().words() : asked.quantity().words() + ": " + asked.name();
    }

    private static String found(Played half, Expectation asked) {
        return Figures.count(half.measured().of(asked));
    }
}
