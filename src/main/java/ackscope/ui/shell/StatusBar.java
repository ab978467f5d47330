package ackscope.ui.shell;

import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.Receiver;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The last line of the window: what is happening in words, the bootstrap address to copy, and the heap. */
final class StatusBar implements Receiver {
    private static final long HELD_MS = 8_000;
    /** Two lines of its letters; what is longer is cut, and whole in its tooltip. */
    private static final double LINES = 30;

    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();
    private final Label bootstrap = new Label();
    private final Button copy = Form.quiet("fth-copy",
            "Copy the bootstrap address: any other Kafka tool can attach to it");
    private final Label heap = new Label();
    private final HBox quiet = Form.row(bootstrap, copy, heap);
    private final Supplier<String> activity;
    private final HBox root;
    private String said = "";
    private long saidUntilMs;

    /** @param activity what is happening now, in words */
    StatusBar(Supplier<String> activity) {
        this.activity = activity;
        words.setId("status-words");
        words.setMinWidth(0);
        bootstrap.getStyleClass().add("muted");
        heap.getStyleClass().add("muted");
        heap.setMinWidth(Region.USE_PREF_SIZE);
        bootstrap.setMinWidth(Region.USE_PREF_SIZE);
        heap.setTooltip(new Tooltip("Memory of the app itself; brokers have JVMs of their own"));
        words.setWrapText(true);
        words.setMaxHeight(LINES);
        words.textProperty().subscribe(whole::setText);
        words.setTooltip(whole);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        whole.setWrapText(true);
        whole.setMaxWidth(640);
        quiet.setMinWidth(Region.USE_PREF_SIZE);
        root = Form.row(words, quiet);
        root.getStyleClass().add("status-bar");
        Form.present(copy, false);
    }

    Region node() {
        return root;
    }

    /** Has what comes and goes stand at the end of the line, in the place of what is always there. */
    void interrupt(Region notice) {
        quiet.visibleProperty().bind(notice.visibleProperty().not());
        quiet.managedProperty().bind(notice.visibleProperty().not());
        root.getChildren().add(notice);
    }

    /** Shows a sentence for a while. */
    void say(String sentence) {
        said = sentence;
        saidUntilMs = System.currentTimeMillis() + HELD_MS;
        words.setText(sentence);
    }

    @Override
    public void receive(FeedBatch batch) {
        words.setText(batch.nowMs() < saidUntilMs ? said : activity.get());
        String address = batch.cluster().bootstrap();
        if (!address.equals(bootstrap.getUserData())) {
            bootstrap.setUserData(address);
            int first = address.indexOf(',');
            bootstrap.setText(
                    address.isEmpty() ? "" : "bootstrap " + (first < 0 ? address : address.substring(0, first) + " …"));
            bootstrap.setTooltip(new Tooltip(address));
            Form.present(copy, !address.isEmpty());
            copy.setOnAction(_ -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(address);
                Clipboard.getSystemClipboard().setContent(content);
                say("Copied " + address);
            });
        }
        Runtime runtime = Runtime.getRuntime();
        heap.setText("heap " + Figures.count((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " of "
                + Figures.count(runtime.maxMemory() >> 20) + " MB");
    }
}
