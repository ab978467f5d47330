package ackscope.ui.base;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * The small shape that stands for an outcome wherever one is shown: tokens, tiles, tables, chips, legends. Shape and colour come from
 * the style sheet; a word always stands beside it.
 */
public final class OutcomeMark extends Region {

    /** What the mark stands for; its style class is the name in lower case. */
    public enum Kind {
        SENT, ACKED, RETRYING, FAILED, UNKNOWN, WAITING;

        /** The style class that colours a mark, and in {@code text-} form a word. */
        public String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Kind kind;

    /** @param size width and height in px; 9 to 13 */
    public OutcomeMark(Kind kind, double size) {
        this.kind = kind;
        getStyleClass().addAll("outcome-mark", kind.styleClass());
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
    }

    /** Shows another outcome, for marks that are used again in cells and pools. */
    public void show(Kind next) {
        if (next != kind) {
            getStyleClass().set(1, next.styleClass());
            kind = next;
        }
    }
}
