package ackscope.ui.base;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip that says that another cluster is in use and leads back to the lab's; takes no room while that one is. */
public final class AwayNote {
    private final HBox root;

    /** @param id of the button, without the # */
    public AwayNote(Away away, String id) {
        var words = Words.of("");
        Button back = new Button("Back to the lab cluster", new FontIcon("fth-corner-up-left"));
        back.setId(id);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> away.toLab());
        root = Form.row(words, Form.space(), back);
        root.getStyleClass().addAll("strip", "away-note");
        away.wordsProperty().subscribe(text -> {
            words.setText(text);
            Form.present(root, !text.isEmpty());
        });
    }

    /** The strip. */
    public Region node() {
        return root;
    }
}
