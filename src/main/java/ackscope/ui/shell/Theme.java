package ackscope.ui.shell;

import ackscope.ui.base.Assets;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * Light or dark: AtlantaFX Primer, our sheets over it, our fonts. One for the app, made on the FX thread; every scene is given to
 * {@link #apply}. Popups and dialogs that have an owner take its sheets by themselves.
 */
public final class Theme {

    /** What a person asked for. */
    public enum Choice {
        SYSTEM, LIGHT, DARK;

        /** The choice of a name in any case; SYSTEM for a name that is none. */
        static Choice named(String name) {
            for (Choice choice : values()) {
                if (choice.name().equalsIgnoreCase(name)) {
                    return choice;
                }
            }
            return SYSTEM;
        }
    }

    private static final List<String> FONTS = List.of("Roboto-Regular", "Roboto-Medium", "JetBrainsMono-Regular");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final Platform.Preferences system = Platform.getPreferences();
    private final List<Scene> scenes = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    /** @param more names of further sheets below {@code assets/css}, over ours */
    public Theme(String... more) {
        for (String font : FONTS) {
            load("fonts/" + font + ".ttf");
        }
        sheets.add(Assets.url("css/ackscope.css"));
        for (String name : more) {
            sheets.add(Assets.url("css/" + name));
        }
        choice.addListener(_ -> settle());
        system.colorSchemeProperty().addListener(_ -> settle());
        dark.addListener(_ -> dress());
        settle();
        dress();
    }

    /** What a person asked for; SYSTEM follows the desktop while the app runs. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether the dark palette is on now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The other one, from now on whatever the desktop says. */
    public void toggle() {
        choice.set(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    /** Dresses a scene now and at every change. Its own sheets stay. */
    public void apply(Scene scene) {
        scenes.add(scene);
        dress(scene);
        if (scene.getRoot() instanceof Region root) {
            // The scene's own colour shows at the edges while a window grows; white there is a flash in the dark.
            root.backgroundProperty().addListener((_, _, background) -> fill(scene, background));
            fill(scene, root.getBackground());
        }
    }

    private void settle() {
        dark.set(switch (choice.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
        });
    }

    private void dress() {
        Application.setUserAgentStylesheet(dark.get()
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(this::dress);
    }

    private void dress(Scene scene) {
        String wanted = Assets.url(dark.get() ? "css/dark.css" : "css/light.css");
        String other = Assets.url(dark.get() ? "css/light.css" : "css/dark.css");
        List<String> now = new ArrayList<>(scene.getStylesheets());
        now.removeAll(sheets);
        now.remove(wanted);
        now.remove(other);
        now.addFirst(wanted);
        now.addAll(1, sheets);
        scene.getStylesheets().setAll(now);
    }

    private static void fill(Scene scene, Background background) {
        if (background != null && !background.getFills().isEmpty()) {
            scene.setFill(background.getFills().getLast().getFill());
        }
    }

    private static void load(String path) {
        try (InputStream in = Assets.open(path)) {
            Font.loadFont(in, 13);
        } catch (IOException e) {
            throw new UncheckedIOException("assets/" + path + " could not be read", e);
        }
    }
}
