package ackscope.ui.log;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Shown;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The log panel: one sentence a line, the newest at the bottom and in sight while following. Going back holds it. */
public final class LogView {
    private static final Set<KeyCode> BACKWARDS = Set.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel model;
    private final VBox root = new VBox();
    private final ListView<LogLine> list = new ListView<>();
    private final ToggleButton follow = new ToggleButton("Follow", new FontIcon("fth-arrow-down"));
    private final Button copy = new Button("Copy", new FontIcon("fth-copy"));
    private final Button clear = new Button("Clear");
    private final Label missed = new Label();

    public LogView(LogViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().add("log");
        list.setItems(model.lines());
        list.getStyleClass().add("log-list");
        list.setCellFactory(_ -> new LogCell());
        list.setPlaceholder(quiet("Nothing has happened yet"));
        list.setAccessibleText("What happened, the newest last");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        follow.getStyleClass().add("small");
        follow.setTooltip(new Tooltip("Keep the newest line in sight; scrolling up lets go"));
        copy.getStyleClass().add("small");
        copy.setTooltip(new Tooltip("Copy the chosen lines, or all"));
        clear.getStyleClass().add("small");
        missed.getStyleClass().addAll("small-text", "text-retrying");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, follow, missed, space, copy, clear);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("log-bar");
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(bar, list);
    }

    private void bind() {
        follow.selectedProperty().bindBidirectional(model.followingProperty());
        missed.textProperty().bind(model.missedProperty()
                .map(n -> n.longValue() == 0 ? "" : Figures.count(n.longValue()) + " events were not listed"));
        copy.setOnAction(_ -> copy());
        clear.setOnAction(_ -> model.clear());
        MenuItem item = new MenuItem("Copy");
        item.setAccelerator(COPY);
        item.setOnAction(_ -> copy());
        list.setContextMenu(new ContextMenu(item));
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (BACKWARDS.contains(e.getCode())) {
                model.followingProperty().set(false);
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getTarget() instanceof Node target && within(target, "scroll-bar")) {
                model.followingProperty().set(false);
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, e -> {
            if (e.getDeltaY() > 0) {
                model.followingProperty().set(false);
            }
        });
        model.lines().addListener((ListChangeListener<LogLine>) _ -> follow());
        model.followingProperty().addListener(_ -> follow());
        list.sceneProperty().addListener(_ -> follow());
    }

    private void follow() {
        if (model.followingProperty().get() && !model.lines().isEmpty() && Shown.is(list)) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void copy() {
        List<LogLine> chosen = list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(model.text(chosen.isEmpty() ? model.lines() : List.copyOf(chosen)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static boolean within(Node target, String style) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
