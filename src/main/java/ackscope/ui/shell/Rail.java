package ackscope.ui.shell;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages of the window, at its left edge; the last one stands at the bottom. Icons alone where there is little room. */
final class Rail {
    private final VBox root = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    /** A page's name and icon. */
    record Entry(String title, String icon) {
    }

    Rail(List<Entry> entries, IntConsumer open) {
        root.getStyleClass().add("rail");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int page = i;
            ToggleButton button = new ToggleButton(entry.title(), new FontIcon(entry.icon()));
            button.setToggleGroup(group);
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("rail-button");
            button.setAccessibleText(entry.title());
            button.setTooltip(new Tooltip(entry.title()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                open.accept(page);
            });
            if (i == entries.size() - 1 && i > 0) {
                Region space = new Region();
                VBox.setVgrow(space, Priority.ALWAYS);
                root.getChildren().add(space);
            }
            root.getChildren().add(button);
        }
        group.getToggles().getFirst().setSelected(true);
    }

    Region node() {
        return root;
    }

    /** Opens a page as a click on it does. */
    void choose(int page) {
        ((ToggleButton) group.getToggles().get(page)).fire();
    }

    void setNarrow(boolean narrow) {
        root.setPrefWidth(narrow ? 48 : 76);
        root.setMinWidth(narrow ? 48 : 76);
        group.getToggles().forEach(
                t -> ((ToggleButton) t).setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
    }
}
