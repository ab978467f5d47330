package ackscope.ui.shell;

import ackscope.core.lab.AppFolders;
import ackscope.ui.base.Form;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a person may set about the app itself, and where it keeps its files. */
final class PreferencesPage {
    private static final Map<String, String> KEYS = new TreeMap<>(
            Map.of("Ctrl+Enter", "Send what is composed", "Ctrl+F", "Search in the result table",
                    "Ctrl+H", "Heal all: resume and restart every broker that is not up", "Ctrl+U",
                    "Audit: what is really in the log", "Ctrl+Shift+R",
                    "New run: sums and rows begin again at 0",
                    "Ctrl+Shift+D", "Light or dark", "Ctrl+C", "Copy the chosen rows", "Escape",
                    "In the diagram: show everything again", "F1", "This page"));

    private final VBox root = new VBox(12);

    PreferencesPage(Theme theme, AppFolders folders) {
        root.getStyleClass().add("page");
        Label title = new Label("Preferences");
        title.getStyleClass().add("page-title");
        Form.Segments<Theme.Choice> look = new Form.Segments<>("look", theme.choiceProperty(),
                List.of(Theme.Choice.values()), c -> switch (c) {
                    case SYSTEM -> "As the desktop";
                    case LIGHT -> "Light";
                    case DARK -> "Dark";
                });
        root.getChildren().addAll(title, Form.row(label("Look"), look.node()),
                files("Preferences and presets", folders.config().toString()),
                files("Runs and the app's log", folders.data().toString()),
                files("Cache", folders.cache().toString()), keys());
    }

    private static Region keys() {
        Label title = new Label("Keys");
        title.getStyleClass().add("section-title");
        VBox keys = new VBox(6, title);
        KEYS.forEach((key, what) -> {
            Label name = new Label(key);
            name.getStyleClass().add("key-hint");
            Region cell = Form.row(name);
            cell.setMinWidth(180);
            keys.getChildren().add(Form.row(cell, new Label(what)));
        });
        return keys;
    }

    Region node() {
        return root;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(180);
        return label;
    }

    private static Region files(String what, String where) {
        Label path = new Label(where);
        path.getStyleClass().add("mono");
        return Form.row(label(what), path);
    }
}
