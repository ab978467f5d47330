package ackscope.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Photographs a window with every pop-up over it, without a screen. */
public final class WindowPicture {
    private WindowPicture() {
    }

    /** Takes one where somebody wants to look at them: {@code -Dpictures=FOLDER}. Any thread but the FX thread. */
    static void ifWanted(FxRobot robot, Stage stage, String name) {
        String to = System.getProperty("pictures", "");
        if (!to.isEmpty()) {
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> save(stage, Path.of(to, name + ".png")));
        }
    }

    /** Writes a PNG file; its folder is made. FX thread. */
    public static void save(Stage stage, Path file) {
        WritableImage all = stage.getScene().snapshot(null);
        for (Window window : Window.getWindows()) {
            if (!(window instanceof Stage) && window.isShowing()) {
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                clear.setViewport(new Rectangle2D(0, 0, window.getWidth(), window.getHeight()));
                overlay(all, window.getScene().getRoot().snapshot(clear, null), (int) (window.getX() - stage.getX()),
                        (int) (window.getY() - stage.getY()));
            }
        }
        int width = (int) all.getWidth();
        int height = (int) all.getHeight();
        int[] argb = new int[width * height];
        all.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void overlay(WritableImage under, WritableImage over, int atX, int atY) {
        for (int y = 0; y < over.getHeight(); y++) {
            for (int x = 0; x < over.getWidth(); x++) {
                int toX = atX + x;
                int toY = atY + y;
                if (toX < 0 || toY < 0 || toX >= under.getWidth() || toY >= under.getHeight()) {
                    continue;
                }
                Color top = over.getPixelReader().getColor(x, y);
                Color below = under.getPixelReader().getColor(toX, toY);
                under.getPixelWriter().setColor(toX, toY,
                        below.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity()));
            }
        }
    }
}
