package ackscope.ui.quiz;

import ackscope.core.quiz.Question;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.quiz.QuizViewModel.Asked;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be answered to a question; once it is answered, what was right, and what was measured. */
final class Options {
    private final QuizViewModel model;
    private final Asked asked;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox root = new VBox(6);

    Options(QuizViewModel model, Asked asked) {
        this.model = model;
        this.asked = asked;
        for (int place = 0; place < asked.order().size(); place++) {
            root.getChildren().add(row(place, asked.order().get(place)));
        }
    }

    Node node() {
        return root;
    }

    private HBox row(int place, int option) {
        Question.Option shown = asked.question().options().get(option);
        Node control = switch (asked.question().kind()) {
            case ONE -> radio(option, shown);
            case SEVERAL -> check(option, shown);
            case ORDER -> placed(place, option, shown);
        };
        HBox row = Form.row(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        row.getStyleClass().add("quiz-option");
        if (asked.checked()) {
            mark(row, place, option, shown);
        }
        return row;
    }

    private Node radio(int option, Question.Option shown) {
        RadioButton button = new RadioButton(shown.words());
        button.setToggleGroup(group);
        button.setSelected(asked.chosen().contains(option));
        button.setOnAction(_ -> model.choose(option, true));
        return fit(button, option);
    }

    private Node check(int option, Question.Option shown) {
        CheckBox box = new CheckBox(shown.words());
        box.setSelected(asked.chosen().contains(option));
        box.setOnAction(_ -> model.choose(option, box.isSelected()));
        return fit(box, option);
    }

    private Labeled fit(Labeled control, int option) {
        control.setId("quiz-option-" + option);
        control.setMnemonicParsing(false);
        control.setWrapText(true);
        control.setMinHeight(Region.USE_PREF_SIZE);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setDisable(asked.checked());
        return control;
    }

    private Node placed(int place, int option, Question.Option shown) {
        Label number = new Label(place + 1 + ".");
        number.getStyleClass().add("muted");
        number.setMinWidth(22);
        Label words = Words.of(shown.words());
        Button up = Form.quiet("fth-arrow-up", "Move up: " + shown.words());
        up.setId("quiz-up-" + option);
        up.setDisable(place == 0);
        up.setOnAction(_ -> move(option, -1, "#quiz-up-"));
        Button down = Form.quiet("fth-arrow-down", "Move down: " + shown.words());
        down.setId("quiz-down-" + option);
        down.setDisable(place == asked.order().size() - 1);
        down.setOnAction(_ -> move(option, 1, "#quiz-down-"));
        HBox row = Form.row(number, words, Form.space(), up, down);
        Form.present(up, !asked.checked());
        Form.present(down, !asked.checked());
        return row;
    }

    /** The page is made anew; the button at hand is there again, where the option is now. */
    private void move(int option, int by, String button) {
        Scene scene = root.getScene();
        model.move(option, by);
        Optional.ofNullable(scene.lookup(button + option)).ifPresent(Node::requestFocus);
    }

    /** What became of an option: its style, a few words, and whether these are good news. */
    private record Mark(String style, String words, boolean good) {
        static Mark placed(int place, int option) {
            return place == option
                    ? new Mark("right", "", true)
                    : new Mark("wrong", "belongs in place " + (option + 1), false);
        }

        static Mark chosen(boolean right, boolean chosen) {
            if (right) {
                return chosen ? new Mark("right", "right", true) : new Mark("missed", "right, not chosen", true);
            }
            return chosen ? new Mark("wrong", "not so", false) : new Mark("left-out", "", true);
        }
    }

    private void mark(HBox row, int place, int option, Question.Option shown) {
        Mark mark = asked.question().kind() == Question.Kind.ORDER
                ? Mark.placed(place, option)
                : Mark.chosen(shown.right(), asked.chosen().contains(option));
        row.getStyleClass().add(mark.style());
        Label label = new Label(mark.words());
        label.getStyleClass().addAll("small-text", mark.good() ? "text-acked" : "text-failed");
        label.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(label);
        asked.proof().flatMap(proof -> proof.of(option)).ifPresent(holds -> {
            Label measured = new Label(holds ? "measured: so" : "measured: not so");
            measured.getStyleClass().addAll("chip");
            measured.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(measured);
        });
    }
}
