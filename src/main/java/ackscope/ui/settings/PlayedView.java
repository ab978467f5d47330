package ackscope.ui.settings;

import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import ackscope.ui.settings.PlayedViewModel.From;
import ackscope.ui.settings.PlayedViewModel.Line;
import ackscope.ui.settings.PlayedViewModel.Shown;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Topic and settings of what is played, in the place where else one composes and sets. Takes no room while nothing is played. */
public final class PlayedView {
    private final VBox rows = new VBox(4);
    private final Label topic = Words.of("", "strong");
    private final Label shape = Words.of("", "muted", "small-text");
    private final ScrollPane root;

    public PlayedView(PlayedViewModel model) {
        Label title = Words.of("What is played sends with", "panel-title");
        Label promise = Words.of("Your own record, topic and settings are here again when it is over.", "muted",
                "small-text");
        promise.setGraphic(new FontIcon("fth-lock"));
        VBox all = new VBox(8, title, promise, topic, shape, rows);
        all.getStyleClass().addAll("panel", "delivery");

        root = new ScrollPane(all);
        root.setId("played-settings");
        root.getStyleClass().add("setting-scroll");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.shownProperty().subscribe(shown -> {
            Form.present(root, shown.isPresent());
            shown.ifPresent(this::show);
        });
    }

    public Region node() {
        return root;
    }

    private void show(Shown shown) {
        topic.setText(shown.topic());
        shape.setText(shown.shape());
        rows.getChildren().setAll(shown.lines().stream().map(PlayedView::row).toList());
    }

    private static HBox row(Line line) {
        Label value = Words.of(line.value().isEmpty() ? "none" : line.value(), "mono", switch (line.from()) {
            case DEFAULT -> "muted";
            case PLAYED -> "strong";
            case FAULT -> "text-failed";
        });
        HBox row = Form.row(SettingLabel.named(line.key()), Form.space(), value);
        if (line.from() != From.PLAYED) {
            row.getChildren().add(Words.whole(line.from() == From.FAULT ? "by a fault" : "default", "muted",
                    "small-text"));
        }
        row.setAccessibleText(line.key() + " " + line.value());
        return row;
    }
}
