package ackscope.ui.base;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Whether another cluster than the lab's is in use, where only that one will do. FX thread. */
public final class Away implements Receiver {
    private final LabWay way;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    public Away(LabWay way) {
        this.way = way;
    }

    /** Why nothing can be played on the cluster in use, or "" on the lab's own. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether another cluster is in use. */
    public boolean is() {
        return !words.get().isEmpty();
    }

    /** Goes back to the lab's. */
    public void toLab() {
        way.toLab();
        words.set(way.words());
    }

    @Override
    public void receive(FeedBatch batch) {
        words.set(way.words());
    }
}
