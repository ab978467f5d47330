package ackscope.ui.shell;

import ackscope.core.lab.Preferences;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts window and dividers where they were, and tells where they are. A place that no screen shows any more is not used. */
final class WindowState {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Map<String, SplitPane> splits;

    WindowState(Stage stage, Map<String, SplitPane> splits) {
        this.stage = stage;
        this.splits = splits;
    }

    void restore(Preferences preferences) {
        splits.forEach((name, split) -> {
            List<Double> positions = preferences.dividers().getOrDefault(name, List.of());
            if (positions.size() == split.getDividers().size()) {
                split.setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
            }
        });
        List<Double> window = preferences.window();
        if (onScreen(window)) {
            stage.setX(window.get(0));
            stage.setY(window.get(1));
            stage.setMaximized(window.get(4) == 1);
        }
        stage.setWidth(width(preferences));
        stage.setHeight(height(preferences));
    }

    private static boolean onScreen(List<Double> window) {
        return window.size() == 5 && window.get(2) >= 400 && window.get(3) >= 300
                && !Screen.getScreensForRectangle(window.get(0), window.get(1), window.get(2), window.get(3)).isEmpty();
    }

    /** How wide the window will be, logical pixels. */
    static double width(Preferences preferences) {
        return onScreen(preferences.window()) ? preferences.window().get(2) : Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth());
    }

    /** How high the window will be, logical pixels. */
    static double height(Preferences preferences) {
        return onScreen(preferences.window()) ? preferences.window().get(3) : Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight());
    }

    List<Double> window() {
        return List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                stage.isMaximized() ? 1.0 : 0.0);
    }

    Map<String, List<Double>> dividers() {
        Map<String, List<Double>> positions = new HashMap<>();
        splits.forEach((name, split) -> {
            if (!split.getDividers().isEmpty()) {
                positions.put(name, Arrays.stream(split.getDividerPositions()).boxed().toList());
            }
        });
        return positions;
    }
}
