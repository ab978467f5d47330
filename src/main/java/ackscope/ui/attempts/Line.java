package ackscope.ui.attempts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line of the table, the same one while what it shows changes, so that a chosen line stays chosen. FX thread. */
final class Line {
    /** Number of the line above a batch's tries. */
    static final int HEAD = 0;
    /** Number of the line for tries that are left out. */
    static final int GAP = -1;

    private final long group;
    private final int number;
    private final ReadOnlyObjectWrapper<Content> content;

    /**
     * @param group  the batch's id; a broker's is below 0
     * @param number of the try, counted in the batch's life
     */
    Line(long group, int number, Content content) {
        this.group = group;
        this.number = number;
        this.content = new ReadOnlyObjectWrapper<>(this, "content", content);
    }

    long group() {
        return group;
    }

    int number() {
        return number;
    }

    Content content() {
        return content.get();
    }

    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Says nothing to the cells if it shows that already: a batch's other tries are the same in its next snapshot. */
    void show(Content now) {
        boolean same = now instanceof Content.Try a && content.get() instanceof Content.Try b && a.sameWords(b);
        if (!same) {
            content.set(now);
        }
    }
}
