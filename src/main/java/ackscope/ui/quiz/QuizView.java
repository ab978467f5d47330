package ackscope.ui.quiz;

import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Words;
import ackscope.ui.quiz.QuizViewModel.Asked;
import ackscope.ui.quiz.QuizViewModel.Standing;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The quiz: topics at the left, the question at the right, and below it what proves the answer. */
public final class QuizView {
    private static final double TOPICS = 290;
    private static final double WIDEST = 780;
    private static final double BAR = 140;

    private final QuizViewModel model;
    private final VBox topics = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Button check = new Button("Check");
    private final Label lacking = Words.of("", "muted");
    private final Label elsewhere = Words.of("Another question's proof is being played; it will be shown there.",
            "muted");
    private final Node offer;
    private final Node progress;
    private final BorderPane root = new BorderPane();

    public QuizView(QuizViewModel model) {
        this.model = model;
        offer = offer();
        progress = progress();
        createView();
        bind();
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private void createView() {
        topics.getStyleClass().add("quiz-topics");
        topics.setPrefWidth(TOPICS);
        topics.setMinWidth(TOPICS);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        check.setId("quiz-check");
        check.getStyleClass().add("accent");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(_ -> model.check());
        root.setLeft(topics);
        root.setCenter(scroll);
        root.getStyleClass().add("quiz");
    }

    /** Enter goes on; on a button it does what the button does. */
    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown()) {
            return;
        }
        if (event.getTarget() instanceof ButtonBase button && !(button instanceof ToggleButton)
                && !(button instanceof CheckBox)) {
            button.fire();
        } else if (model.askedProperty().get().map(Asked::checked).orElse(false)) {
            model.next();
        } else {
            model.askedProperty().get().ifPresent(_ -> model.check());
        }
        event.consume();
    }

    private void bind() {
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.topicsProperty().subscribe(_ -> showTopics());
        model.askedProperty().subscribe((before, now) -> {
            if (!before.map(Asked::topic).equals(now.map(Asked::topic))) {
                showTopics();
            }
            now.ifPresent(asked -> {
                // Choosing changes nothing but what is chosen, and the control at hand keeps the focus.
                if (!before.map(asked::looksLike).orElse(false)) {
                    show(asked);
                }
                showLacking(asked);
            });
            if (!before.map(Asked::question).equals(now.map(Asked::question))) {
                scroll.setVvalue(0);
            }
        });
        model.askedProperty().get().ifPresent(asked -> {
            show(asked);
            showLacking(asked);
        });
        model.progressProperty().subscribe(_ -> showProgress());
    }

    private void showProgress() {
        boolean playing = model.progressProperty().get().isPresent();
        Form.present(offer, !playing);
        Form.present(progress, playing);
        Form.present(elsewhere, model.askedProperty().get().map(a -> model.provesAnother(a.question())).orElse(false));
    }

    private void showLacking(Asked asked) {
        check.setDisable(!asked.lacking().isEmpty());
        lacking.setText(asked.lacking());
    }

    private void showTopics() {
        topics.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (Standing standing : model.topicsProperty().get()) {
            Label right = new Label(standing.words());
            right.getStyleClass().addAll("muted", "small-text");
            right.setMinWidth(Region.USE_PREF_SIZE);
            Label title = new Label(standing.topic().title());
            title.setMinWidth(0);
            HBox row = Form.row(title, Form.space());
            if (standing.wrong() > 0) {
                Label wrong = Words.whole(Integer.toString(standing.wrong()), "text-failed", "small-text");
                wrong.setGraphic(new FontIcon("fth-x"));
                wrong.setTooltip(new Tooltip("Answered, and not right the last time"));
                row.getChildren().add(wrong);
            }
            row.getChildren().add(right);
            ToggleButton button = new ToggleButton(null, row);
            row.prefWidthProperty().bind(button.widthProperty().subtract(28));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("quiz-topic");
            button.setAccessibleText(standing.topic().title() + ": " + standing.words() + " right, "
                    + standing.wrong() + " wrong");
            boolean open = model.askedProperty().get().map(a -> a.topic().equals(standing.topic())).orElse(false);
            button.setSelected(open);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.open(standing.topic());
            });
            topics.getChildren().add(button);
        }
        Button forget = new Button("Begin anew", new FontIcon("fth-rotate-ccw"));
        forget.setId("quiz-forget");
        forget.getStyleClass().add("link");
        forget.setOnAction(_ -> model.forget());
        forget.setVisible(model.topicsProperty().get().stream().anyMatch(s -> s.right() + s.wrong() > 0));
        topics.getChildren().add(new HBox(forget));
    }

    private void show(Asked asked) {
        VBox page = new VBox(14, head(asked), question(asked), new Options(model, asked).node());
        if (asked.checked()) {
            page.getChildren().add(explanation(asked));
            asked.question().proof().ifPresent(_ -> page.getChildren().add(proof(asked)));
        }
        page.getChildren().add(buttons(asked));
        page.getStyleClass().add("quiz-page");
        page.setMaxWidth(WIDEST);
        scroll.setContent(page);
    }

    private HBox head(Asked asked) {
        Label last = Words.whole(asked.checked() ? "" : model.lastTime(asked.question()), "muted", "small-text");
        last.setId("quiz-last");
        Label where = new Label(asked.topic().title() + ", question " + (asked.number() + 1) + " of "
                + asked.topic().questions().size());
        where.getStyleClass().add("muted");
        Button before = Form.quiet("fth-chevron-left", "The question before");
        before.setOnAction(_ -> model.previous());
        Button after = Form.quiet("fth-chevron-right", "The next question");
        after.setOnAction(_ -> model.next());
        return Form.row(where, Form.space(), last, before, after);
    }

    private static Node question(Asked asked) {
        Label words = Words.of(asked.question().words(), "quiz-question");
        words.setId("quiz-question");
        return words;
    }

    private Node explanation(Asked asked) {
        Label verdict = Words.of(asked.right() ? "Right." : "Not quite.", "section-title",
                asked.right() ? "text-acked" : "text-failed");
        verdict.setId("quiz-verdict");
        Label sources = Words.of("Sources: " + String.join("; ", asked.question().sources()), "muted", "small-text");
        return new VBox(6, verdict, Words.of(asked.question().explanation()), sources);
    }

    private Node proof(Asked asked) {
        VBox box = new VBox(8);
        box.getStyleClass().add("quiz-proof");
        asked.proof().ifPresentOrElse(proof -> box.getChildren().add(new ProofTable(proof).node()),
                () -> box.getChildren().addAll(offer, elsewhere, progress));
        showProgress();
        return box;
    }

    private Node offer() {
        Button prove = new Button("Prove it", new FontIcon("fth-play"));
        prove.setId("quiz-prove");
        prove.setMinWidth(Region.USE_PREF_SIZE);
        prove.setOnAction(_ -> model.prove());
        model.away().wordsProperty().subscribe(words -> prove.setDisable(!words.isEmpty()));
        Label hint = new Label("Plays it on the lab's brokers, on a topic of its own, and reads the log.");
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        return Form.row(prove, hint);
    }

    private Node progress() {
        PlayingRow row = new PlayingRow("quiz", BAR, model.progressProperty(), model::cancelProof);
        return Form.row(row.bar(), row.cancel(), row.words());
    }

    private HBox buttons(Asked asked) {
        if (asked.checked()) {
            Button next = new Button(asked.last() ? "To the first question" : "Next question");
            next.setId("quiz-next");
            next.getStyleClass().add("accent");
            next.setOnAction(_ -> model.next());
            Button again = new Button("Try again");
            again.setId("quiz-again");
            again.setOnAction(_ -> model.again());
            return Form.row(next, again);
        }
        return Form.row(check, lacking);
    }
}
