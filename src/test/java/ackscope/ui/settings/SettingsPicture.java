package ackscope.ui.settings;

import ackscope.core.settings.Keys;
import ackscope.core.settings.Preset;
import ackscope.core.settings.Presets;
import ackscope.core.settings.SettingsRules;
import ackscope.ui.base.Background;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/** Shows the delivery form as it is, in trouble, and small, beside the table of all settings: for looking at it. Arguments: dark, all (the table alone). */
public final class SettingsPicture {
    private SettingsPicture() {
    }

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            boolean dark = getParameters().getRaw().contains("dark");
            setUserAgentStylesheet(dark
                    ? new PrimerDark().getUserAgentStylesheet()
                    : new PrimerLight()
                            .getUserAgentStylesheet());
            for (String font : List.of("Roboto-Regular", "Roboto-Medium", "JetBrainsMono-Regular")) {
                try (InputStream in = getClass().getResourceAsStream("/assets/fonts/" + font + ".ttf")) {
                    if (in != null) {
                        Font.loadFont(in, 13);
                    }
                }
            }
            SettingsViewModel calm = model();
            SettingsViewModel small = model();
            small.set(Keys.DELIVERY_TIMEOUT, "8000");
            small.set(Keys.REQUEST_TIMEOUT, "2000");
            SettingsViewModel trouble = model();
            trouble.set(Keys.ACKS, "1");
            trouble.set(Keys.DELIVERY_TIMEOUT, "8000");
            trouble.set("retries", "3");
            trouble.set("linger.m", "3");
            SettingsViewModel other = model();
            other.set(Keys.TRANSACTIONAL_ID, "orders");
            other.set("ssl.key.password", "secret");
            PresetView presets = new PresetView(trouble,
                    new PresetsViewModel(new Presets(Files.createTempDirectory("presets")),
                            Background.sameThread()));
            HBox bar = new HBox(presets.node());
            bar.getStyleClass().add("top-bar");
            HBox forms = new HBox(16, form(calm, 300, 300), form(small, 284, 430), form(trouble, 300, 640),
                    column(other));
            VBox root = new VBox(bar, forms);
            boolean table = getParameters().getRaw().contains("all");
            Scene scene = table ? new Scene(new AllSettingsView(other).node(), 1080, 640) : new Scene(root, 1440, 900);
            for (String sheet : List.of(dark ? "dark.css" : "light.css", "ackscope.css", "settings.css")) {
                URL url = getClass().getResource("/assets/css/" + sheet);
                if (url != null) {
                    scene.getStylesheets().add(url.toExternalForm());
                }
            }
            stage.setScene(scene);
            stage.setMaximized(!table);
            stage.show();
        }

        private static VBox column(SettingsViewModel model) {
            AllSettingsView all = new AllSettingsView(model);
            StackPane frame = new StackPane(all.node());
            frame.setPrefSize(520, 700);
            return new VBox(frame);
        }

        private static VBox form(SettingsViewModel model, double width, double height) {
            DeliveryView view = new DeliveryView(model, () -> {
            }, _ -> {
            });
            view.node().setPrefSize(width, height);
            view.node().setMaxSize(width, height);
            view.node().setMinSize(width, height);
            return new VBox(view.node());
        }

        private static SettingsViewModel model() {
            Preset start = Presets.builtIn().getFirst();
            return new SettingsViewModel(new SettingsRules(), start);
        }

    }
}
