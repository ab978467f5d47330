package ackscope.ui.lessons;

import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.lessons.LessonsViewModel.Step;
import ackscope.ui.lessons.LessonsViewModel.Taken;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lessons: all of them at the left, the one at hand at the right. */
public final class LessonsView {
    private final LessonsViewModel model;
    private final LessonList list;
    private final ScrollPane scroll = new ScrollPane();
    private final Button begin = new Button("Lock it and run", new FontIcon("fth-lock"));
    private final Label lacking = Words.of("", "muted");
    private final Label trouble = Words.of("", "text-failed", "small-text");
    private final BorderPane page = new BorderPane(scroll);
    private final BorderPane root = new BorderPane();

    public LessonsView(LessonsViewModel model) {
        this.model = model;
        list = new LessonList(model);
        createView();
        bind();
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private void createView() {
        begin.setId("lesson-run");
        begin.setDefaultButton(true);
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setOnAction(_ -> model.run());
        lacking.setId("lesson-lacking");
        trouble.setId("lesson-trouble");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        root.setLeft(list.node());
        root.setCenter(page);
        root.getStyleClass().add("lessons");
    }

    private void bind() {
        model.tracksProperty().subscribe(_ -> list.show());
        model.troubleProperty().subscribe(words -> {
            trouble.setText(words);
            Form.present(trouble, !words.isEmpty());
        });
        model.takenProperty().subscribe((before, now) -> now.ifPresent(t -> {
            // Predicting changes nothing but what is predicted, and the control at hand keeps the focus.
            if (!before.map(t::looksLike).orElse(false)) {
                show(t);
            }
            offer(t);
        }));
        model.takenProperty().get().ifPresent(t -> {
            show(t);
            offer(t);
        });
        model.away().wordsProperty().subscribe(_ -> model.takenProperty().get().ifPresent(this::offer));
    }

    private void offer(Taken taken) {
        begin.setDisable(!taken.complete() || taken.step() != Step.PREDICT || model.away().is());
        lacking.setText(model.away().is() ? "" : taken.lacking());
    }

    private void show(Taken taken) {
        list.show();
        scroll.setContent(new LessonPage(model, taken).node());
        page.setBottom(taken.verdict().isEmpty() ? foot(taken) : null);
        scroll.setVvalue(0);
    }

    /** The button that plays, with what is wrong beside it; in sight however long the lesson is. */
    private Node foot(Taken taken) {
        Label hint = Words.of(taken.step() == Step.RUN
                ? "It is being played in the console. Your prediction cannot be changed any more."
                : "Your prediction is locked before the run starts. It plays on the lab's brokers, in the console, and what"
                        + " you broke or sent there ends first.",
                "muted", "small-text");
        VBox foot = new VBox(6, Form.row(begin, lacking), trouble, hint);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }
}
