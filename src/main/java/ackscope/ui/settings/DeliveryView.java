package ackscope.ui.settings;

import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSetting;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The settings that decide about delivery, in a narrow column: the few that matter first, more on demand, and each problem under its
 * field. A {@code .properties} file dropped on it is handed on.
 */
public final class DeliveryView {
    private static final double NAME_WIDTH = 126;
    private static final double TIME_WIDTH = 84;
    private static final double SCROLL_BAR = 8;
    private static final List<String> ROUND_ROBIN = List.of("",
            "org.apache.kafka.clients.producer.RoundRobinPartitioner");

    private final SettingsViewModel model;
    private final Runnable openAll;
    private final Consumer<File> dropped;
    private final VBox node = new VBox(8);
    private final Label title = new Label("Delivery");
    private final VBox first = new VBox(4);
    private final VBox more = new VBox(4);
    private final ToggleButton moreToggle = new ToggleButton("More settings");
    private final Set<String> firstKeys = new HashSet<>();
    private final Set<String> moreKeys = new HashSet<>();
    private final Label notice = new Label();
    private ProblemBox rest;

    /**
     * @param openAll opens the table of all settings
     * @param dropped takes a settings file that was dropped here
     */
    public DeliveryView(SettingsViewModel model, Runnable openAll, Consumer<File> dropped) {
        this.model = model;
        this.openAll = openAll;
        this.dropped = dropped;
        createView();
        bind();
    }

    public Region node() {
        return node;
    }

    /** Hides the title where a tab says it already. */
    public void setTitleShown(boolean shown) {
        title.setVisible(shown);
        title.setManaged(shown);
    }

    private void createView() {
        createFirst();
        createMore();
        rest = new ProblemBox(model,
                key -> !firstKeys.contains(key) && !(moreToggle.isSelected() && moreKeys.contains(key)),
                true);
        moreToggle.getStyleClass().addAll("small", "quiet", "setting-more");
        moreToggle.setId("more-settings");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.getStyleClass().addAll("small-text", "setting-notice");
        VBox rows = new VBox(4, first, moreToggle, more, rest.node());
        rows.getStyleClass().add("setting-rows");
        rows.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("setting-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(60);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Node header = header();
        Node schedule = new SchedulePicture(model).node();
        // The scroll bar has its place in the padding, so that nothing moves when it appears.
        for (Node whole : List.of(header, notice, schedule)) {
            VBox.setMargin(whole, new Insets(0, SCROLL_BAR, 0, 0));
        }
        node.getChildren().setAll(header, scroll, notice, schedule);
        node.getStyleClass().addAll("panel", "delivery");
        node.setMinWidth(0);
    }

    private Node header() {
        title.getStyleClass().add("panel-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button undo = quiet("fth-corner-up-left", "Undo the last change of a setting", model::undo);
        undo.disableProperty().bind(model.canUndoProperty().not());
        undo.setId("settings-undo");
        Button redo = quiet("fth-corner-up-right", "Do it again", model::redo);
        redo.disableProperty().bind(model.canRedoProperty().not());
        redo.setId("settings-redo");
        Hyperlink all = new Hyperlink("All " + ProducerSetting.all().size() + " settings");
        all.setId("all-settings");
        all.getStyleClass().add("setting-link");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> openAll.run());
        HBox header = new HBox(2, title, gap, undo, redo, all);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void createFirst() {
        AcksField acks = new AcksField(model);
        row(first, firstKeys, SettingLabel.named(Keys.ACKS), List.of(Keys.ACKS), acks.node());
        HBox.setHgrow(acks.node(), Priority.ALWAYS);
        idempotence();
        time(first, firstKeys, Keys.DELIVERY_TIMEOUT, 500, 600_000);
        time(first, firstKeys, Keys.REQUEST_TIMEOUT, 100, 120_000);
        backoff();
        text(first, firstKeys, Keys.RETRIES, "");
        text(first, firstKeys, Keys.LINGER, "ms");
    }

    /** The tightest line of all: the switch, its word, and how many in flight. */
    private void idempotence() {
        IdempotenceField field = new IdempotenceField(model);
        SettingField inFlight = new SettingField(model, Keys.IN_FLIGHT, "");
        inFlight.node().setAlignment(Pos.CENTER);
        inFlight.node().setMinWidth(24);
        inFlight.node().setPrefWidth(34);
        Label brief = SettingLabel.brief("in flight", Keys.IN_FLIGHT, inFlight.node());
        brief.getStyleClass().add("axis-text");
        HBox together = new HBox(4, field.node(), field.word(), brief, inFlight.node());
        together.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field.word(), Priority.ALWAYS);
        HBox.setHgrow(together, Priority.ALWAYS);
        row(first, firstKeys, SettingLabel.named(Keys.IDEMPOTENCE, field.node()),
                List.of(Keys.IDEMPOTENCE, Keys.IN_FLIGHT),
                together);
    }

    private void backoff() {
        SettingField least = new SettingField(model, Keys.RETRY_BACKOFF, "");
        SettingField most = new SettingField(model, Keys.RETRY_BACKOFF_MAX, "ms");
        least.node().setAlignment(Pos.CENTER_RIGHT);
        least.node().setMinWidth(36);
        most.node().setMinWidth(66);
        HBox together = new HBox(4, least.node(), SettingLabel.brief("to", Keys.RETRY_BACKOFF_MAX, most.node()),
                most.node());
        together.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(least.node(), Priority.ALWAYS);
        HBox.setHgrow(most.node(), Priority.ALWAYS);
        HBox.setHgrow(together, Priority.ALWAYS);
        row(first, firstKeys, SettingLabel.named(Keys.RETRY_BACKOFF, least.node()), List.of(Keys.RETRY_BACKOFF,
                Keys.RETRY_BACKOFF_MAX), together);
    }

    private void createMore() {
        text(more, moreKeys, Keys.BATCH_SIZE, "bytes");
        ChoiceField compression = new ChoiceField(model, Keys.COMPRESSION,
                ProducerSetting.named(Keys.COMPRESSION).orElseThrow()
                        .choices(),
                "none");
        choice(Keys.COMPRESSION, compression);
        text(more, moreKeys, Keys.BUFFER_MEMORY, "bytes");
        text(more, moreKeys, Keys.MAX_BLOCK, "ms");
        text(more, moreKeys, Keys.MAX_REQUEST_SIZE, "bytes");
        text(more, moreKeys, Keys.TRANSACTIONAL_ID, "");
        text(more, moreKeys, Keys.TRANSACTION_TIMEOUT, "ms");
        choice(Keys.PARTITIONER, new ChoiceField(model, Keys.PARTITIONER, ROUND_ROBIN, "built-in"));
    }

    private void choice(String key, ChoiceField field) {
        HBox.setHgrow(field.node(), Priority.ALWAYS);
        row(more, moreKeys, SettingLabel.named(key, field.node()), List.of(key), field.node());
    }

    private void text(VBox into, Set<String> keys, String key, String unit) {
        SettingField field = new SettingField(model, key, unit);
        if (ProducerSetting.named(key).orElseThrow().type().equals("whole number")) {
            field.node().setAlignment(Pos.CENTER_RIGHT);
        }
        HBox.setHgrow(field.node(), Priority.ALWAYS);
        row(into, keys, SettingLabel.named(key, field.node()), List.of(key), field.node());
    }

    private void time(VBox into, Set<String> keys, String key, double leastMs, double mostMs) {
        SettingField field = new SettingField(model, key, "ms");
        field.node().setMinWidth(TIME_WIDTH);
        TimeSlider slider = new TimeSlider(model, key, leastMs, mostMs, field);
        HBox.setHgrow(slider.node(), Priority.ALWAYS);
        SettingLabel.describe(key, slider.node());
        row(into, keys, SettingLabel.named(key, field.node()), List.of(key), slider.node(), field.node());
    }

    private void row(VBox into, Set<String> keys, Label name, List<String> about, Node... controls) {
        name.setMinWidth(NAME_WIDTH);
        HBox row = new HBox(6);
        row.setAlignment(Pos.CENTER_LEFT);
        List<Node> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(controls));
        row.getChildren().setAll(all);
        keys.addAll(about);
        into.getChildren().addAll(row, new ProblemBox(model, about::contains, about.size() > 1).node());
    }

    private void bind() {
        more.visibleProperty().bind(moreToggle.selectedProperty());
        more.managedProperty().bind(moreToggle.selectedProperty());
        moreToggle.textProperty().bind(Bindings.when(moreToggle.selectedProperty()).then("Fewer settings").otherwise(
                "More settings"));
        FontIcon arrow = new FontIcon("fth-chevron-down");
        moreToggle.setGraphic(arrow);
        moreToggle.selectedProperty().addListener((_, _, open) -> {
            arrow.setIconLiteral(open ? "fth-chevron-up" : "fth-chevron-down");
            rest.show();
        });
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        node.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() && e.getDragboard().getFiles().size() == 1) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        node.setOnDragDropped(e -> {
            boolean one = e.getDragboard().hasFiles() && e.getDragboard().getFiles().size() == 1;
            if (one) {
                dropped.accept(e.getDragboard().getFiles().getFirst());
            }
            e.setDropCompleted(one);
            e.consume();
        });
    }

    private static Button quiet(String icon, String words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("quiet", "small", "button-icon");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }

}
