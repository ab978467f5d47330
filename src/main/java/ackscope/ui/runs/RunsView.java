package ackscope.ui.runs;

import ackscope.ui.base.Words;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Form;
import ackscope.ui.base.PlayingRow;
import ackscope.ui.base.Popovers;
import atlantafx.base.controls.Popover;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of runs: the list at the left, what is chosen at the right. */
public final class RunsView {
    private static final double PROGRESS = 120;

    private final RunsViewModel model;
    private final ListView<RunRecord> list = new ListView<>();
    private final ScrollPane detail = new ScrollPane();
    private final HBox head = Form.row();
    private final BorderPane root = new BorderPane();
    private final List<Node> beside;
    private boolean choosing;

    /** @param beside stands in the bar before the button for twins */
    public RunsView(RunsViewModel model, Node... beside) {
        this.model = model;
        this.beside = List.of(beside);
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
        list.setCellFactory(_ -> new RunCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(
                Words.of("No runs yet. A run is kept when it has sent something and is over: begin a new"
                        + " run, audit it, or run a twin.", "muted", "runs-empty"));
        list.setAccessibleText("Runs, the newest first");
        list.setMinWidth(260);
        detail.setFitToWidth(true);
        detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        detail.getStyleClass().addAll("edge-to-edge", "runs-detail");
        VBox.setVgrow(detail, Priority.ALWAYS);
        head.getStyleClass().add("run-head");
        VBox right = new VBox(head, detail);
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
            if (e.getCode() == KeyCode.DELETE && !model.chosenProperty().get().isEmpty()) {
                askToDelete(model.chosenProperty().get());
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
        detail.setVvalue(0);
        detail.setContent(switch (chosen.size()) {
            case 0 -> Words.of(model.runs().isEmpty() ? "" : "Choose a run.", "muted", "runs-empty");
            case 1 -> RunPages.of(chosen.getFirst());
            case 2 -> RunPages.of(new RunComparison(chosen.getFirst(), chosen.getLast()));
            default -> Words.of(chosen.size() + " runs are chosen. One is shown in full, two side by side.",
                    "muted", "runs-empty");
        });
        Form.present(head, !chosen.isEmpty());
        head(chosen);
    }

    private void head(List<RunRecord> chosen) {
        Label title = new Label(switch (chosen.size()) {
            case 0 -> "";
            case 1 -> chosen.getFirst().name();
            case 2 -> "Two runs side by side";
            default -> chosen.size() + " runs";
        });
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        head.getChildren().setAll(title, Form.space());
        if (chosen.size() == 1) {
            Button rename = Form.quiet("fth-edit-2", "Rename this run");
            rename.setId("run-rename");
            rename.setOnAction(_ -> askForName(chosen.getFirst()));
            head.getChildren().add(rename);
        }
        if (chosen.size() == 1 || chosen.size() == 2) {
            head.getChildren().add(exportMenu(chosen));
        }
        Button delete = Form.quiet("fth-trash-2", chosen.size() == 1 ? "Delete this run" : "Delete these runs");
        delete.setId("run-delete");
        delete.setOnAction(_ -> askToDelete(chosen));
        head.getChildren().add(delete);
    }

    private MenuButton exportMenu(List<RunRecord> chosen) {
        MenuButton menu = new MenuButton("Export", new FontIcon("fth-download"));
        menu.setId("run-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (Export form : Export.values()) {
            MenuItem item = new MenuItem(form.title());
            item.setOnAction(_ -> export(form, chosen));
            menu.getItems().add(item);
        }
        if (chosen.size() == 1) {
            MenuItem scenario = new MenuItem("Scenario, to play it again");
            scenario.setId("run-as-scenario");
            scenario.setOnAction(_ -> model.saveAsScenario(chosen.getFirst()));
            menu.getItems().add(scenario);
        }
        return menu;
    }

    private void export(Export form, List<RunRecord> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as " + form.title());
        chooser.setInitialFileName((chosen.size() == 1 ? "ackscope-run-" : "ackscope-twin-") + chosen.getFirst().id()
                + "." + form.ending());
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.export(form, chosen, file.toPath());
        }
    }

    private void askForName(RunRecord run) {
        TextField name = new TextField(run.name());
        name.setId("run-name");
        name.setAccessibleText("The run's name");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button keep = new Button("Rename");
        name.textProperty().subscribe(
                text -> keep.setDisable(text.isBlank() || text.strip().length() > RunFiles.LONGEST_NAME));
        Button cancel = new Button("Cancel");
        Runnable done = () -> head(model.chosenProperty().get());
        Runnable rename = () -> {
            if (!keep.isDisabled()) {
                done.run();
                model.rename(run, name.getText());
            }
        };
        keep.setOnAction(_ -> rename.run());
        name.setOnAction(_ -> rename.run());
        name.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                done.run();
            }
        });
        cancel.setOnAction(_ -> done.run());
        head.getChildren().setAll(name, keep, cancel);
        name.requestFocus();
        name.selectAll();
    }

    private void askToDelete(List<RunRecord> gone) {
        Label words = new Label(gone.size() == 1
                ? "Delete \"" + gone.getFirst().name() + "\" for good?"
                : "Delete these " + gone.size() + " runs for good?");
        words.setMinWidth(0);
        Button delete = new Button("Delete");
        delete.setId("run-delete-sure");
        delete.getStyleClass().add("danger");
        Button keep = new Button(gone.size() == 1 ? "Keep it" : "Keep them");
        for (Button button : List.of(delete, keep)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        delete.setOnAction(_ -> model.delete(gone));
        keep.setOnAction(_ -> head(model.chosenProperty().get()));
        head.getChildren().setAll(words, Form.space(), delete, keep);
        keep.requestFocus();
    }
}
