package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxFeedTest {
    private final List<FeedBatch> first = new ArrayList<>();
    private final List<FeedBatch> second = new ArrayList<>();
    private int fetched;
    private final FxFeed feed = new FxFeed(() -> Feeds.batch(++fetched, List.of(), List.of()));

    @Test
    void oneTurnFetchesOneBatchForAllReceivers() {
        feed.add(first::add);
        feed.add(second::add);
        feed.tick();
        feed.tick();
        assertEquals(List.of(1L, 2L), first.stream().map(FeedBatch::nowMs).toList());
        assertEquals(first, second);
        assertEquals(2, fetched);
    }

    @Test
    void aReceiverThatThrowsDoesNotKeepTheBatchFromTheOthers() {
        feed.add(_ -> {
            throw new IllegalStateException("a panel's defect");
        });
        feed.add(second::add);
        feed.tick();
        assertEquals(1, second.size());
    }
}
