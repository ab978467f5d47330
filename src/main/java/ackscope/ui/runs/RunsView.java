package ackscope.ui.runs;

import ackscope.ui.base.Words;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of runs: the list at the left, what is chosen at the right. */
public final class RunsView {
    private static final double PROGRESS = 120;

    private final RunsViewModel model;
    private final ListView<RunRecord> list = new ListView<>();
    private final ScrollPane detail = new ScrollPane();
    private final RunHead head;
    private final BorderPane root = new BorderPane();
    private final List<Node> beside;
    private boolean choosing;
    private List<String> shown = List.of();

    /** @param beside stands in the bar before the button for twins */
    public RunsView(RunsViewModel model, Node... beside) {
        this.model = model;
        this.beside = List.of(beside);
        head = new RunHead(model);
        createView();
        bind();
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private void createView() {
        Label title = new Label("Runs");
        title.getStyleClass().add("page-title");
        Label hint = new Label("Choose two with Ctrl to see them side by side.");
        hint.getStyleClass().add("muted");
        HBox bar = new HBox(12, title, hint, Form.space(), progress());
        bar.getChildren().addAll(beside);
        bar.getChildren().add(twinButton());
        bar.getStyleClass().addAll("strip", "runs-bar");
        list.setId("runs-list");
        list.setItems(model.runs());
        list.setCellFactory(_ -> new RunCell(model::goesOn));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(
                Words.of("No runs yet. A run is here as soon as it has sent something: send from the"
                        + " console, take a lesson, play a scenario or run a twin.", "muted", "runs-empty"));
        list.setAccessibleText("Runs, the newest first");
        list.setMinWidth(260);
        detail.setFitToWidth(true);
        detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        detail.getStyleClass().addAll("edge-to-edge", "runs-detail");
        VBox.setVgrow(detail, Priority.ALWAYS);
        VBox right = new VBox(head.node(), detail);
        SplitPane split = new SplitPane(list, right);
        split.setDividerPositions(0.29);
        SplitPane.setResizableWithParent(list, false);
        root.setTop(bar);
        root.setCenter(split);
        root.getStyleClass().add("runs");
    }

    private Node progress() {
        PlayingRow playing = new PlayingRow("twin", PROGRESS, model.progressProperty(), model::cancelTwin);
        HBox row = Form.row(playing.words(), playing.bar(), playing.cancel());
        model.progressProperty().subscribe(p -> Form.present(row, p.isPresent()));
        return row;
    }

    private Button twinButton() {
        Button button = new Button("Run a twin…", new FontIcon("fth-columns"));
        button.setId("run-twin");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Popover[] popover = {null};
        TwinPane pane = new TwinPane(model, () -> popover[0].hide());
        popover[0] = Popovers.belowRight(pane.node());
        button.setOnAction(_ -> {
            pane.refresh();
            Popovers.toggle(popover[0], button);
        });
        model.progressProperty().subscribe(p -> button.setDisable(p.isPresent()));
        return button;
    }

    private void bind() {
        root.visibleProperty().subscribe(visible -> model.shownProperty().set(visible));
        list.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<RunRecord>) _ -> chosenByHand());
        model.chosenProperty().subscribe(this::show);
        list.setOnKeyPressed(e -> {
            List<RunRecord> chosen = model.chosenProperty().get();
            if (e.getCode() == KeyCode.DELETE && !chosen.isEmpty() && chosen.stream().noneMatch(model::goesOn)) {
                head.askToDelete(chosen);
            }
        });
    }

    private void chosenByHand() {
        if (choosing) {
            return;
        }
        List<RunRecord> now = list.getSelectionModel().getSelectedItems().stream().filter(r -> r != null)
                .sorted(Comparator.comparingLong(RunRecord::startedMs)).toList();
        choosing = true;
        model.chosenProperty().set(now);
        choosing = false;
    }

    private void show(List<RunRecord> chosen) {
        if (!choosing) {
            choosing = true;
            list.getSelectionModel().clearSelection();
            chosen.forEach(run -> list.getSelectionModel().select(run));
            choosing = false;
        }
        List<String> ids = chosen.stream().map(RunRecord::id).toList();
        // A run that goes on is shown anew again and again.
        double place = chosen.isEmpty() || ids.equals(shown) ? detail.getVvalue() : 0;
        shown = chosen.isEmpty() ? shown : ids;
        detail.setContent(switch (chosen.size()) {
            case 0 -> Words.of(model.runs().isEmpty() ? "" : "Choose a run.", "muted", "runs-empty");
            case 1 -> RunPages.of(chosen.getFirst(), model.goesOn(chosen.getFirst()));
            case 2 -> RunPages.of(new RunComparison(chosen.getFirst(), chosen.getLast()), model::goesOn);
            default -> Words.of(chosen.size() + " runs are chosen. One is shown in full, two side by side.",
                    "muted", "runs-empty");
        });
        detail.setVvalue(place);
        head.show(chosen);
    }
}
