package ackscope.ui.shell;

import ackscope.core.event.EventLog;
import ackscope.core.lab.Lab;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.List;
import java.util.function.Supplier;

/** Fetches what happened since the last tick from the lab. FX thread. */
final class Feed implements Supplier<FeedBatch> {
    private final Lab lab;
    private final EventLog.Reader reader;

    Feed(Lab lab) {
        this.lab = lab;
        this.reader = lab.events().reader();
    }

    @Override
    public FeedBatch get() {
        EventLog.Batch events = reader.poll();
        return new FeedBatch(events.events(), events.missed(), lab.sampler().poll(), lab.view(),
                System.currentTimeMillis(), new Insight(AttemptNews.NONE, WireSums.NONE, List.of(),
                        lab.engine().breaker(), lab.alerts().alerts()));
    }
}
