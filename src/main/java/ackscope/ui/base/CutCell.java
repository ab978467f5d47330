package ackscope.ui.base;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * A cell of a table that shows all of its text as a tooltip while that is cut, whatever the reason. FX thread.
 *
 * @param <S> a row
 * @param <T> what the column shows of it
 */
public class CutCell<S, T> extends TableCell<S, T> {
    private static final double WIDE = 560;

    private final Tooltip whole = new Tooltip();
    private boolean shown;

    public CutCell() {
        whole.setWrapText(true);
        whole.setMaxWidth(WIDE);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        String text = getText();
        boolean cut = text != null && !text.isEmpty() && getChildrenUnmodifiable().stream()
                .anyMatch(node -> node instanceof Text drawn && !drawn.getText().equals(text));
        if (cut && !text.equals(whole.getText())) {
            whole.setText(text);
        }
        if (cut != shown) {
            shown = cut;
            setTooltip(cut ? whole : null);
        }
    }
}
