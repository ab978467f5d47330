package ackscope.ui.shell;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.controlsfx.control.PopOver;

/** Shows the {@link Gallery}: argument {@code dark} or {@code light}. */
public final class GalleryDemo extends Application {

    /** On the class path the main class may not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            launch(GalleryDemo.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme();
        theme.choiceProperty()
                .set(getParameters().getRaw().contains("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        Scene scene = new Scene(Gallery.root(), 1200, 760);
        theme.apply(scene);
        stage.setScene(scene);
        stage.show();
        new PopOver(new Label("A pop-over with words")).show(scene.lookup(".page-title"));
    }
}
