package ackscope.ui.base;

import java.util.function.Function;
import javafx.scene.control.OverrunStyle;

/**
 * A cell of a table that says in words what its column shows, worked out only for the cells in sight. FX thread.
 *
 * @param <S> a row
 * @param <T> what the column shows of it
 */
public class TextCell<S, T> extends CutCell<S, T> {
    private final Function<? super T, String> words;

    public TextCell(Function<? super T, String> words) {
        this.words = words;
    }

    /** One for names of partitions: of a name that is too long its end, the number, is seen all the same. */
    public static <S, T> TextCell<S, T> ofPlace(Function<? super T, String> words) {
        TextCell<S, T> cell = new TextCell<>(words);
        cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return cell;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }
}
