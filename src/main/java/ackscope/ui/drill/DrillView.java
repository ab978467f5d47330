package ackscope.ui.drill;

import ackscope.core.fault.FaultGroup;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.drill.DrillViewModel.Outcome;
import ackscope.ui.drill.DrillViewModel.State;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of the drill: what it is, and after one what it was and how to tell. */
public final class DrillView {
    private static final double WIDEST = 820;

    private final DrillViewModel model;
    private final Button begin = new Button("Begin a drill", new FontIcon("fth-play"));
    private final Label trouble = Words.of("", "text-failed", "small-text");
    private final Label standing = Words.of("", "muted");
    private final VBox outcome = new VBox(12);
    private final VBox intro = new VBox(16);
    private final ScrollPane root = new ScrollPane();

    public DrillView(DrillViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private void createView() {
        Label title = Words.of("Failover drill", "lesson-title");
        Label what = Words.of(
                "A steady load runs on the lab's brokers: 100 records a second to a topic with three partitions."
                        + " At a time that you are not told, something breaks. Nothing announces it: the fault strip, the log, the"
                        + " charts and the diagram keep its name to themselves. Find out from the panels what it is, and name it.",
                "lesson-question");
        Label score = Words.of("100 points, one less for every two seconds beyond the first ten, 20 less for each wrong"
                + " answer. A name that you give before anything is broken is a wrong one. Give up, and you are shown what"
                + " it was.");
        begin.setId("drill-begin");
        begin.setDefaultButton(true);
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setOnAction(_ -> model.begin());
        trouble.setId("drill-trouble");
        standing.setId("drill-standing");
        intro.getChildren().addAll(title, what, score, causes());
        Label hint = Words.of("It needs the lab's own cluster, and heals what you broke there before and after.",
                "muted",
                "small-text");
        VBox page = new VBox(16, outcome, intro, new VBox(8, Form.row(begin), trouble, standing, hint));
        page.getStyleClass().add("lesson-page");
        page.setMaxWidth(WIDEST);
        root.setContent(page);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().addAll("edge-to-edge", "drill-page");
    }

    private VBox causes() {
        VBox list = new VBox(4, Words.of("What it may be", "section-title"));
        model.causesProperty().subscribe(_ -> {
            list.getChildren().remove(1, list.getChildren().size());
            for (FaultGroup group : FaultGroup.values()) {
                Label name = Words.of(group.title(), "muted");
                name.setMinWidth(150);
                list.getChildren().add(new HBox(12, name, Words.of(model.in(group).stream().map(c -> c.name())
                        .collect(Collectors.joining("; ")))));
            }
        });
        return list;
    }

    private void bind() {
        model.troubleProperty().subscribe(text -> {
            trouble.setText(text);
            Form.present(trouble, !text.isEmpty());
        });
        model.standingProperty().subscribe(text -> {
            standing.setText(text);
            Form.present(standing, !text.isEmpty());
        });
        model.stateProperty().subscribe(this::show);
        model.away().wordsProperty()
                .subscribe(_ -> begin.setDisable(model.stateProperty().get().running() || model.away().is()));
    }

    private void show(State state) {
        begin.setDisable(state.running() || model.away().is());
        begin.setText(state.outcome().isPresent() ? "Begin another" : "Begin a drill");
        outcome.getChildren().clear();
        state.outcome().ifPresent(this::show);
        Form.present(outcome, state.outcome().isPresent());
        Form.present(intro, state.outcome().isEmpty());
        if (state.outcome().isPresent()) {
            root.setVvalue(0);
        }
    }

    private void show(Outcome done) {
        Label points = Words.of(done.points() + " points", "lesson-percent");
        points.setId("drill-points");
        points.setMinWidth(Region.USE_PREF_SIZE);
        Label verdict = Words.of(DrillWords.ending(done), "strong");
        VBox text = new VBox(2, verdict, Words.of(DrillWords.count(done), "small-text"));
        text.setAlignment(Pos.CENTER_LEFT);
        HBox banner = new HBox(16, points, text);
        banner.getStyleClass().addAll("lesson-verdict",
                done.ending() == DrillViewModel.Ending.NAMED ? "right" : "partly");
        VBox signs = new VBox(6, Words.of("What tells it", "section-title"));
        done.cause().signs()
                .forEach(sign -> signs.getChildren().add(new HBox(8, new FontIcon("fth-eye"), Words.of(sign))));
        Button console = new Button("Look at it in the console");
        console.setOnAction(_ -> model.showConsole());
        outcome.getChildren().addAll(banner, Words.of(done.cause().name(), "lesson-title"),
                Words.of(done.cause().group().title() + ". " + done.cause().group().words(), "muted"), signs,
                Words.of("In the console the charts and the log name the fault by now.", "muted", "small-text"),
                Form.row(console));
    }
}
