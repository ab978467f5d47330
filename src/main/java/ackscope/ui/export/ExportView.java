package ackscope.ui.export;

import ackscope.core.export.code.CodeTarget;
import ackscope.ui.base.Form;
import java.io.File;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of code to take away: what the console would send now, as a program, as configuration or as a command line. */
public final class ExportView {
    private final ExportViewModel model;
    private final TextArea text = new TextArea();
    private final BorderPane root = new BorderPane();

    public ExportView(ExportViewModel model) {
        this.model = model;
        text.setId("export-text");
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.setAccessibleText("The code");
        text.textProperty().bind(model.textProperty());
        BorderPane.setMargin(text, new Insets(12, 0, 0, 0));
        root.getStyleClass().add("page");
        root.setTop(new VBox(10, head(), choice(), Form.problem(model.problemProperty(), 0)));
        root.setCenter(text);
        root.visibleProperty().subscribe(shown -> {
            if (shown) {
                model.refresh();
            }
        });
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private static HBox head() {
        Label title = new Label("Export");
        title.getStyleClass().add("page-title");
        Label hint = new Label("What the console would send now, as code to take away. Settings are named where the"
                + " defaults are others; passwords and keys are placeholders.");
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        return Form.row(title, hint);
    }

    private HBox choice() {
        Form.Segments<CodeTarget> targets = new Form.Segments<>("export as", model.targetProperty(),
                List.of(CodeTarget.values()), CodeTarget::label);
        BooleanBinding none = model.textProperty().isEmpty();
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.setId("export-copy");
        copy.setOnAction(_ -> copy());
        copy.disableProperty().bind(none);
        Button save = new Button("Save…", new FontIcon("fth-download"));
        save.setId("export-save");
        save.setOnAction(_ -> save());
        save.disableProperty().bind(none);
        for (Button button : List.of(copy, save)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return Form.row(targets.node(), Form.space(), copy, save);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.textProperty().get());
        Clipboard.getSystemClipboard().setContent(content);
        model.copied();
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as " + model.targetProperty().get().label());
        chooser.setInitialFileName(model.targetProperty().get().fileName());
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.save(file.toPath());
        }
    }
}
