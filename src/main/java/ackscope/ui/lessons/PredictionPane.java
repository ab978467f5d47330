package ackscope.ui.lessons;

import ackscope.core.lesson.Answer;
import ackscope.core.lesson.LessonVerdict.Scored;
import ackscope.core.lesson.LessonVerdict;
import ackscope.core.lesson.Prediction;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.lessons.LessonsViewModel.Step;
import ackscope.ui.lessons.LessonsViewModel.Taken;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One prediction: its choices or its number; locked once the play began, and marked by what was measured. */
final class PredictionPane {
    private static final double NUMBER = 110;
    private static final int FULL = 100;

    private final LessonsViewModel model;
    private final Taken taken;
    private final int index;
    private final Optional<LessonVerdict> scored;
    private final VBox root = new VBox(6);

    PredictionPane(LessonsViewModel model, Taken taken, int index) {
        this.model = model;
        this.taken = taken;
        this.index = index;
        this.scored = taken.verdict().filter(v -> v.unsettled().isEmpty());
        Prediction prediction = taken.lesson().predictions().get(index);
        root.getChildren().add(Words.of(prediction.words(), "strong"));
        switch (prediction) {
            case Prediction.Choice choice -> choices(choice);
            case Prediction.Guess guess -> number(guess);
        }
    }

    Region node() {
        return root;
    }

    private boolean locked() {
        return taken.step() != Step.PREDICT;
    }

    private Optional<Answer> given() {
        return taken.answers().get(index);
    }

    private void choices(Prediction.Choice choice) {
        ToggleGroup group = new ToggleGroup();
        OptionalInt settled = scored.map(v -> choice.settled(v.result())).orElse(OptionalInt.empty());
        for (int i = 0; i < choice.options().size(); i++) {
            int option = i;
            boolean mine = given().map(a -> a.value() == option).orElse(false);
            RadioButton button = new RadioButton(choice.options().get(i).words());
            button.setId("lesson-option-" + index + "-" + i);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setSelected(mine);
            button.setWrapText(true);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setDisable(locked());
            button.setOnAction(_ -> model.predict(index, Optional.of(new Answer(option))));
            HBox row = Form.row(button);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getStyleClass().add("quiz-option");
            if (locked() && mine) {
                row.getChildren().add(Words.whole("yours", "chip"));
            }
            if (settled.isPresent()) {
                mark(row, settled.getAsInt() == i, mine);
            }
            root.getChildren().add(row);
        }
    }

    private static void mark(HBox row, boolean measured, boolean mine) {
        if (measured) {
            row.getStyleClass().add("right");
            row.getChildren().add(Words.whole("measured", "small-text", "text-acked"));
        } else if (mine) {
            row.getStyleClass().add("wrong");
            row.getChildren().add(Words.whole("not so", "small-text", "text-failed"));
        }
    }

    private void number(Prediction.Guess guess) {
        TextField field = new TextField(given().map(a -> Long.toString(a.value())).orElse(""));
        field.setId("lesson-number-" + index);
        field.setPrefWidth(NUMBER);
        field.setMinWidth(NUMBER);
        field.setDisable(locked());
        field.setAccessibleText(guess.words() + " In " + guess.unit());
        HBox row = Form.row(field, Words.whole(guess.unit()), Words.whole(tolerance(guess), "muted", "small-text"));
        root.getChildren().add(row);
        var problem = Words.of("", "small-text", "text-failed");
        Form.present(problem, false);
        root.getChildren().add(problem);
        field.textProperty().subscribe(text -> {
            String wrong = NumberText.problem(text, guess);
            if (!locked()) {
                model.predict(index, wrong.isEmpty() && !text.isBlank()
                        ? Optional.of(new Answer(NumberText.read(text)))
                        : Optional.empty());
            }
            problem.setText(wrong);
            Form.present(problem, !wrong.isEmpty());
        });
        scored.map(v -> v.scored(guess)).ifPresent(s -> row.getChildren().add(found(s)));
    }

    /** How far off one may be. */
    private static String tolerance(Prediction.Guess guess) {
        return guess.close() == 0
                ? "to be exact"
                : "counts in full if not more than " + Figures.count(guess.close()) + " off, half up to "
                        + Figures.count(guess.near());
    }

    private static Node found(Scored scored) {
        return switch (scored) {
            case Scored.Counted(int percent, String found) -> Words.whole("measured: " + found
                    + (percent == FULL ? ", right" : percent > 0 ? ", near" : ""),
                    percent > 0 ? "text-acked" : "text-failed");
            case Scored.Open _ -> Words.whole("");
        };
    }
}
