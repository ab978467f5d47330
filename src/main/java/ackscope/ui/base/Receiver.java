package ackscope.ui.base;

/** A view model that takes what each tick of the feed brings. Called on the FX thread only; must be quick. */
@FunctionalInterface
public interface Receiver {
    void receive(FeedBatch batch);
}
