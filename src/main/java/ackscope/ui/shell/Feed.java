package ackscope.ui.shell;

import ackscope.core.event.EventLog;
import ackscope.core.fault.FaultBoard;
import ackscope.core.lab.Lab;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.List;
import java.util.function.Supplier;

/** Fetches what happened since the last tick from the lab. FX thread. */
final class Feed implements Supplier<FeedBatch> {
    private final Lab lab;
    private final Veil veil;
    private final EventLog.Reader reader;

    /** @param veil what keeps the names of faults from the panels, when it hangs */
    Feed(Lab lab, Veil veil) {
        this.lab = lab;
        this.veil = veil;
        this.reader = lab.events().reader();
    }

    @Override
    public FeedBatch get() {
        EventLog.Batch events = reader.poll();
        return veil.over(new FeedBatch(events.events(), events.missed(), lab.sampler().poll(), lab.view(),
                System.currentTimeMillis(), insight()));
    }

    private Insight insight() {
        return new Insight(lab.attemptNews(), lab.engine().wireSums(),
                lab.faults().map(FaultBoard::active).orElse(List.of()), lab.engine().breaker(), lab.alerts().alerts());
    }
}
