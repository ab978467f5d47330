package ackscope.ui.quiz;

import ackscope.core.quiz.Proof;
import ackscope.core.quiz.Question;
import ackscope.ui.base.MeasuredTable;
import ackscope.ui.base.Words;
import java.util.Locale;
import java.util.Optional;
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
        String played = proof.result().scenario().words() + " ("
                + String.format(Locale.ROOT, "%.1f s", proof.result().tookMs() / 1000.0) + ", scenario "
                + proof.result().scenario().name() + ")";
        MeasuredTable table = new MeasuredTable(proof.result(),
                proof.question().options().stream().map(Question.Option::measured).flatMap(Optional::stream)
                        .flatMap(c -> Stream.concat(c.first().stream(), c.second().stream())));
        return new VBox(8, Words.of(verdict(), "strong", proof.supports() ? "text-acked" : "text-failed"),
                Words.of(played, "muted"), table.node());
    }

    private String verdict() {
        if (proof.supports()) {
            return "Proved on real brokers just now.";
        }
        return proof.result().asExpected()
                ? "This play does not bear the answer out."
                : "This play did not come out as planned, so it proves nothing. Play it again.";
    }
}
