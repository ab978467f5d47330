package ackscope.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a .json file that is dropped anywhere on the window; other files are not taken. */
final class FileDrop {
    private FileDrop() {
    }

    /** @param taken gets the file, on the FX thread */
    static void on(Scene scene, Consumer<Path> taken) {
        scene.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (accepts(e.getDragboard().getFiles())) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            List<File> files = e.getDragboard().getFiles();
            boolean takes = accepts(files);
            if (takes) {
                taken.accept(files.getFirst().toPath());
            }
            e.setDropCompleted(takes);
            e.consume();
        });
    }

    /** One at a time, so that what is wrong with it can be told. */
    static boolean accepts(List<File> files) {
        return files.size() == 1 && files.getFirst().getName().toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
