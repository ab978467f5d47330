package ackscope.ui.shell;

import ackscope.core.lab.AppFolders;
import ackscope.ui.base.Form;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a person may set about the app itself, and where it keeps its files. */
final class PreferencesPage {
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
                files("What can be made again", folders.cache().toString()));
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
