package ackscope.ui.base;

import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * Takes from the stage what the test before made of it. TestFX hands the same stage to every test of a JVM, and a size once set by hand
 * outlives its scene: whatever came next would be shown in it. Found by JUnit itself, so that no test has to think of it.
 */
public final class FreshStage implements AfterEachCallback {
    /** For JUnit. */
    public FreshStage() {
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
        if (stage != null) {
            FxToolkit.setupFixture(() -> reset(stage));
        }
    }

    private static void reset(Stage stage) {
        stage.hide();
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setMaximized(false);
        stage.setScene(null);
        stage.sizeToScene();
    }
}
