package ackscope.ui.lessons;

import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonVerdict;
import ackscope.core.lesson.Prediction;
import ackscope.core.run.Plain;
import ackscope.core.scenario.Condition;
import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.Step.Break;
import ackscope.ui.base.Form;
import ackscope.ui.base.MeasuredTable;
import ackscope.ui.base.Words;
import ackscope.ui.lessons.LessonsViewModel.Step;
import ackscope.ui.lessons.LessonsViewModel.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lesson as it stands: the question and the predictions, and once it was played the verdict, why, and what to set. */
final class LessonPage {
    private static final double WIDEST = 820;
    private static final int FULL = 100;

    private final LessonsViewModel model;
    private final Taken taken;
    private final Lesson lesson;
    private final VBox root = new VBox(16);

    LessonPage(LessonsViewModel model, Taken taken) {
        this.model = model;
        this.taken = taken;
        this.lesson = taken.lesson();
        root.getStyleClass().add("lesson-page");
        root.setMaxWidth(WIDEST);
        root.getChildren().add(head());
        taken.verdict().ifPresent(v -> root.getChildren().add(verdict(v)));
        if (!taken.ended().isEmpty()) {
            root.getChildren().add(notScored(taken.ended(),
                    List.of("Your prediction still stands: run it again, or change it before you do.")));
        }
        root.getChildren().add(Words.of(lesson.question(), "lesson-question"));
        if (taken.verdict().isEmpty()) {
            root.getChildren().add(played());
        }
        root.getChildren().add(predictions());
        taken.verdict().ifPresent(this::whatCameOfIt);
    }

    Region node() {
        return root;
    }

    private Node head() {
        Label title = Words.of(lesson.title(), "lesson-title");
        title.setId("lesson-title");
        Label where = Words.of(taken.track().title() + ", lesson " + taken.number() + " of "
                + taken.track().lessons().size(), "muted");
        return new HBox(16, new VBox(2, title, where), Form.space(), new Steps(taken.step()).node());
    }

    private Node played() {
        Scenario scenario = lesson.scenario();
        VBox box = section("What is played", Words.of(scenario.words()));
        if (scenario.twins()) {
            box.getChildren().addAll(settings("First", scenario.settings()), settings("Second", scenario.second()));
        } else {
            box.getChildren().add(settings("Settings", scenario.settings()));
        }
        // What to look at tells what will happen.
        if (taken.step() != Step.PREDICT) {
            box.getChildren().add(hint("fth-eye", lesson.watch()));
        }
        return box;
    }

    private Node settings(String name, Map<String, String> settings) {
        Label label = Words.whole(name, "muted");
        label.setMinWidth(70);
        boolean faultSets = lesson.scenario().steps().stream()
                .anyMatch(step -> step instanceof Break(var _, var fault, var _, var _, var _)
                        && fault.startsWith("client-"));
        String words = settings.isEmpty()
                ? "the client's defaults" + (faultSets ? ", save what is said above" : "")
                : String.join(", ", settings.entrySet().stream().map(e -> Plain.pair(e.getKey(), e.getValue()))
                        .toList());
        return new HBox(Form.GAP, label, Words.of(words, "mono"));
    }

    private static Node hint(String icon, String words) {
        FontIcon mark = new FontIcon(icon);

        return new HBox(8, mark, Words.of(words, "muted"));
    }

    private Node predictions() {
        Label title = Words.whole("Your prediction", "section-title");
        HBox head = Form.row(title, Form.space());
        if (taken.step() != Step.PREDICT) {
            head.getChildren().add(Words.whole("locked before the run", "muted", "small-text"));
        }
        VBox box = new VBox(12, head);
        for (int i = 0; i < lesson.predictions().size(); i++) {
            box.getChildren().add(new PredictionPane(model, taken, i).node());
        }
        return box;
    }

    private static Node verdict(LessonVerdict verdict) {
        if (verdict.percent().isEmpty()) {
            return notScored(
                    "This play did not come out as planned, so your predictions are not scored. Play it again.",
                    verdict.unsettled());
        }
        int percent = verdict.percent().getAsInt();
        return banner(percent + " %", percent == FULL
                ? "You predicted what was measured."
                : percent == 0
                        ? "It was measured otherwise. That is what the lesson is for."
                        : "You predicted a part of what was measured.",
                List.of(), percent == FULL ? "right" : "partly");
    }

    private static Node notScored(String words, List<String> more) {
        return banner("not scored", words, more, "open");
    }

    private static Node banner(String big, String words, List<String> more, String style) {
        Label said = Words.whole(big, "lesson-percent");
        said.setId("lesson-percent");
        VBox text = new VBox(2, Words.of(words, "strong"));
        text.setAlignment(Pos.CENTER_LEFT);
        more.forEach(why -> text.getChildren().add(Words.of(why, "small-text")));
        HBox box = new HBox(16, said, text);
        box.getStyleClass().addAll("lesson-verdict", style);
        return box;
    }

    private void whatCameOfIt(LessonVerdict verdict) {
        root.getChildren().addAll(
                section("Measured in this run", Words.of(String.format(Locale.ROOT, "%s It took %.0f s.%s",
                        lesson.scenario().words(), verdict.result().tookMs() / 1000.0,
                        lesson.scenario().warmUp()
                                ? " One more record was sent first, to warm the producer up; it is in none of these"
                                        + " figures."
                                : ""),
                        "muted"),
                        new MeasuredTable(verdict.result(), lesson.predictions().stream().flatMap(LessonPage::asked))
                                .node()),
                section("Why", Words.of(lesson.why())),
                section("In production", Words.of(lesson.production())));
        if (!lesson.set().isEmpty()) {
            Label lines = Words.of(String.join("\n", lesson.set()), "mono", "lesson-set");
            lines.setMaxWidth(Double.MAX_VALUE);
            root.getChildren().add(lines);
        }
        root.getChildren().addAll(Words.of("Sources: " + String.join("; ", lesson.sources()), "muted", "small-text"),
                buttons());
    }

    private static Stream<Expectation> asked(Prediction prediction) {
        return switch (prediction) {
            case Prediction.Choice(String _, var options) -> options.stream().map(Prediction.Option::measured)
                    .flatMap((Condition c) -> Stream.concat(c.first().stream(), c.second().stream()));
            case Prediction.Guess guess -> Stream.of(guess.of());
        };
    }

    private Node buttons() {
        FlowPane row = new FlowPane(Form.GAP, Form.GAP);
        model.next().ifPresent(next -> {
            Button go = new Button("Next: " + next.title(), new FontIcon("fth-arrow-right"));
            go.setId("lesson-next");
            go.setDefaultButton(true);
            go.setOnAction(_ -> model.open(next));
            row.getChildren().add(go);
        });
        model.related().ifPresent(related -> {
            Button go = new Button("Related: " + related.title());
            go.setId("lesson-related");
            go.setOnAction(_ -> model.open(related));
            row.getChildren().add(go);
        });
        Button again = new Button("Take it again");
        again.setId("lesson-again");
        again.setOnAction(_ -> model.again());
        again.disableProperty().bind(model.away().wordsProperty().isNotEmpty());
        Button console = new Button("Look at it in the console");
        console.setOnAction(_ -> model.showAudit());
        row.getChildren().addAll(again, console);
        return row;
    }

    private static VBox section(String title, Node... nodes) {
        VBox box = new VBox(6, Words.whole(title, "section-title"));
        box.getChildren().addAll(List.of(nodes));
        return box;
    }
}
