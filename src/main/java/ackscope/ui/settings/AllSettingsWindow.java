package ackscope.ui.settings;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The table of all settings in a window of its own beside the console; made when first asked for, and then kept. */
public final class AllSettingsWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 640;

    private final SettingsViewModel model;
    private final Supplier<Window> owner;
    private final Consumer<Scene> dress;
    private Stage stage;
    private AllSettingsView view;

    /**
     * @param owner the window it belongs to
     * @param dress gives a scene the app's theme
     */
    public AllSettingsWindow(SettingsViewModel model, Supplier<Window> owner, Consumer<Scene> dress) {
        this.model = model;
        this.owner = owner;
        this.dress = dress;
    }

    /** Shows it, or brings it to the front. */
    public void open() {
        if (stage == null) {
            create();
        }
        stage.show();
        stage.toFront();
        view.focusSearch();
    }

    private void create() {
        view = new AllSettingsView(model);
        Scene scene = new Scene(view.node(), WIDTH, HEIGHT);
        dress.accept(scene);
        scene.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage = new Stage();
        stage.initOwner(owner.get());
        stage.setTitle("All producer settings");
        stage.setMinWidth(640);
        stage.setMinHeight(360);
        stage.setScene(scene);
    }
}
