package ackscope.ui.charts;

import ackscope.ui.base.Shown;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Four charts on one time axis, drawn about four times a second while somebody can see them. A cursor over any of them reads all of
 * them.
 */
public final class ChartsView {
    private static final double NARROW = 300;

    private final ChartsViewModel model;
    private final VBox root = new VBox();
    private final ToggleGroup spans = new ToggleGroup();
    private final ToggleButton pause = new ToggleButton("Pause", new FontIcon("fth-pause"));
    private final Button export = new Button(null, new FontIcon("fth-download"));
    private final Label message = new Label();
    private final PauseTransition reading = new PauseTransition(Duration.seconds(10));
    private final MarkStrip marks = new MarkStrip();
    private final TimeAxis axis = new TimeAxis();
    private final List<LiveChart> charts = List.of(
            new LiveChart("attempts", "Attempts/s", "record-send-total", "/s", 1,
                    List.of(new Line("attempts", Column.ATTEMPTS, false), new Line("acked", Column.ACKED, true))),
            new LiveChart("errors", "Errors/s", "record-error-total", "/s", 1,
                    List.of(new Line("errors", Column.ERRORS, false))),
            new LiveChart("retries", "Retries/s", "record-retry-total", "/s", 1,
                    List.of(new Line("retries", Column.RETRIES, false))),
            new LiveChart("latency", "p99 to ack, ms", "send() to ack", " ms", 10,
                    List.of(new Line("p99", Column.P99, false), new Line("p50", Column.P50, true))));
    private double cursor = -1;

    public ChartsView(ChartsViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().add("charts");
        HBox segments = new HBox();
        List<String> pills = List.of("left-pill", "center-pill", "right-pill");
        for (ChartsViewModel.Span span : ChartsViewModel.Span.values()) {
            ToggleButton button = new ToggleButton(span.toString());
            button.getStyleClass().addAll("small", pills.get(segments.getChildren().size()));
            button.setUserData(span);
            button.setToggleGroup(spans);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText("Show the last " + span);
            segments.getChildren().add(button);
        }
        pause.getStyleClass().add("small");
        pause.setAccessibleText("Pause the charts");
        pause.textProperty().bind(Bindings.when(pause.selectedProperty()).then("Resume").otherwise("Pause"));
        pause.setTooltip(new Tooltip("Hold the picture; what happens meanwhile is kept"));
        pause.setMinWidth(Region.USE_PREF_SIZE);
        export.getStyleClass().addAll("small", "button-icon");
        export.setAccessibleText("Export the charts");
        export.setTooltip(new Tooltip("Save as a picture or as numbers"));
        message.getStyleClass().addAll("muted", "small-text");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(segments, space, pause, export);
        bar.getStyleClass().add("charts-bar");
        root.getChildren().addAll(bar, message, marks);
        for (LiveChart chart : charts) {
            VBox.setVgrow(chart, Priority.ALWAYS);
            chart.addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
            chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
            root.getChildren().add(chart);
        }
        root.getChildren().add(axis);
    }

    private void bind() {
        spans.selectToggle(toggle(model.spanProperty().get()));
        spans.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                spans.selectToggle(before);
            } else {
                model.spanProperty().set((ChartsViewModel.Span) now.getUserData());
            }
        });
        model.spanProperty().addListener((_, _, span) -> spans.selectToggle(toggle(span)));
        pause.contentDisplayProperty().bind(root.widthProperty().map(w -> w.doubleValue() < NARROW
                ? ContentDisplay.GRAPHIC_ONLY
                : ContentDisplay.LEFT));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        reading.setOnFinished(_ -> model.dismiss());
        model.messageProperty().addListener(_ -> reading.playFromStart());
        MenuItem picture = new MenuItem("Picture (PNG) ...");
        picture.setOnAction(_ -> savePicture());
        MenuItem numbers = new MenuItem("Numbers (CSV), ten minutes ...");
        numbers.setOnAction(_ -> choose("ackscope-charts.csv", file -> model.saveCsv(file.toPath())));
        ContextMenu menu = new ContextMenu(picture, numbers);
        export.setOnAction(_ -> menu.show(export, Side.BOTTOM, 0, 2));
        model.revisionProperty().addListener(_ -> draw());
        marks.onChanged(() -> marks.draw(model.picture(), window()));
        charts.forEach(chart -> chart.onChanged(() -> chart.draw(model.picture(), window())));
        axis.onChanged(() -> axis.draw(model.picture(), window(), model.pausedProperty().get()));
    }

    private void draw() {
        if (!Shown.is(root)) {
            return;
        }
        Picture picture = model.picture();
        marks.draw(picture, window());
        for (LiveChart chart : charts) {
            chart.draw(picture, window());
            chart.pointAt(picture, window(), cursor);
        }
        axis.draw(picture, window(), model.pausedProperty().get());
        axis.pointAt(picture, window(), cursor);
    }

    private long window() {
        return model.spanProperty().get().ms();
    }

    private void point(double x) {
        cursor = x;
        Picture picture = model.picture();
        charts.forEach(chart -> chart.pointAt(picture, window(), x));
        axis.pointAt(picture, window(), x);
    }

    private ToggleButton toggle(ChartsViewModel.Span span) {
        return (ToggleButton) spans.getToggles().get(List.of(ChartsViewModel.Span.values()).indexOf(span));
    }

    private void savePicture() {
        WritableImage image = root.snapshot(null, null);
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        choose("ackscope-charts.png", file -> model.savePng(file.toPath(), w, h, pixels));
    }

    private void choose(String name, Consumer<File> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the charts");
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            then.accept(file);
        }
    }
}
