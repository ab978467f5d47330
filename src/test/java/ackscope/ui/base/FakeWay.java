package ackscope.ui.base;

import ackscope.core.cluster.ClusterView;
import java.util.List;

/** A cluster that a test takes for the lab's or another. */
public final class FakeWay implements LabWay {
    private final Away away = new Away(this);
    private String words = "";

    public Away away() {
        return away;
    }

    /** Another cluster is in use from the next tick. */
    public void leave() {
        words = "It needs the lab's own cluster.";
        away.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public void toLab() {
        words = "";
    }
}
