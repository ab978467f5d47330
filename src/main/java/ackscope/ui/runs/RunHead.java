package ackscope.ui.runs;

import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row above what is chosen: its name, and what can be done with it; questions are asked in its place. */
final class RunHead {
    private final RunsViewModel model;
    private final HBox head = Form.row();

    RunHead(RunsViewModel model) {
        this.model = model;
        head.getStyleClass().add("run-head");
    }

    HBox node() {
        return head;
    }

    /** Shows what is chosen; nothing for none. */
    void show(List<RunRecord> chosen) {
        Form.present(head, !chosen.isEmpty());
        Label title = new Label(switch (chosen.size()) {
            case 0 -> "";
            case 1 -> chosen.getFirst().name();
            case 2 -> "Two runs side by side";
            default -> chosen.size() + " runs";
        });
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        head.getChildren().setAll(title, Form.space());
        boolean over = chosen.stream().noneMatch(model::goesOn);
        if (chosen.size() == 1 && over) {
            Button rename = Form.quiet("fth-edit-2", "Rename this run");
            rename.setId("run-rename");
            rename.setOnAction(_ -> askForName(chosen.getFirst()));
            head.getChildren().add(rename);
        }
        if (chosen.size() == 1 || chosen.size() == 2) {
            head.getChildren().add(exportMenu(chosen, over));
        }
        if (!over) {
            return;
        }
        Button delete = Form.quiet("fth-trash-2", chosen.size() == 1 ? "Delete this run" : "Delete these runs");
        delete.setId("run-delete");
        delete.setOnAction(_ -> askToDelete(chosen));
        head.getChildren().add(delete);
    }

    private MenuButton exportMenu(List<RunRecord> chosen, boolean over) {
        MenuButton menu = new MenuButton("Export", new FontIcon("fth-download"));
        menu.setId("run-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (Export form : Export.values()) {
            MenuItem item = new MenuItem(form.title());
            item.setOnAction(_ -> export(form, chosen));
            menu.getItems().add(item);
        }
        if (chosen.size() == 1 && over) {
            MenuItem scenario = new MenuItem("Scenario, to play it again…");
            scenario.setId("run-as-scenario");
            scenario.setOnAction(_ -> askForTitle(chosen.getFirst()));
            menu.getItems().add(scenario);
        }
        return menu;
    }

    private void export(Export form, List<RunRecord> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as " + form.title());
        chooser.setInitialFileName((chosen.size() == 1 ? "ackscope-run-" : "ackscope-twin-") + chosen.getFirst().id()
                + "." + form.ending());
        File file = chooser.showSaveDialog(head.getScene().getWindow());
        if (file != null) {
            model.export(form, chosen, file.toPath());
        }
    }

    private void again() {
        show(model.chosenProperty().get());
    }

    private void askForName(RunRecord run) {
        ask("", run.name(), "run-name", "The run's name", "Rename", name -> {
            again();
            model.rename(run, name);
        });
    }

    private void askForTitle(RunRecord run) {
        ask("Title of the scenario", run.name(), "scenario-title", "The scenario's title", "Keep", title -> {
            again();
            model.saveAsScenario(run, title, file -> showKept(run, file));
        });
    }

    /** Where the scenario is that was kept, if its run is still the one that is looked at. */
    private void showKept(RunRecord run, Path file) {
        if (!model.chosenProperty().get().stream().map(RunRecord::id).toList().equals(List.of(run.id()))) {
            return;
        }
        TextField path = new TextField(file.toString());
        path.setId("scenario-file");
        path.setEditable(false);
        path.setAccessibleText("The scenario's file");
        HBox.setHgrow(path, Priority.ALWAYS);
        Button folder = new Button("Show folder", new FontIcon("fth-folder"));
        folder.setId("scenario-folder");
        folder.setOnAction(_ -> model.showFolderOf(file));
        Button done = new Button("Done");
        done.setOnAction(_ -> again());
        for (Button button : List.of(folder, done)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        head.getChildren().setAll(Words.whole("Kept in"), path, folder, done);
        done.requestFocus();
    }

    private void ask(String words, String begin, String id, String accessible, String doIt, Consumer<String> then) {
        TextField field = new TextField(begin);
        field.setId(id);
        field.setAccessibleText(accessible);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button keep = new Button(doIt);
        field.textProperty().subscribe(
                text -> keep.setDisable(text.isBlank() || text.strip().length() > RunFiles.LONGEST_NAME));
        Button cancel = new Button("Cancel");
        for (Button button : List.of(keep, cancel)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Runnable take = () -> {
            if (!keep.isDisabled()) {
                then.accept(field.getText().strip());
            }
        };
        keep.setOnAction(_ -> take.run());
        field.setOnAction(_ -> take.run());
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                again();
            }
        });
        cancel.setOnAction(_ -> again());
        head.getChildren().setAll(field, keep, cancel);
        if (!words.isEmpty()) {
            head.getChildren().addFirst(Words.whole(words));
        }
        field.requestFocus();
        field.selectAll();
    }

    /** Asks once, then deletes. */
    void askToDelete(List<RunRecord> gone) {
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
        keep.setOnAction(_ -> again());
        head.getChildren().setAll(words, Form.space(), delete, keep);
        keep.requestFocus();
    }
}
