package ackscope.ui.base;

import ackscope.core.breaker.BreakerView;
import ackscope.core.fault.ActiveFault;
import ackscope.core.metrics.Alert;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import java.util.List;

/**
 * What one tick brings beside events and samples: the attempts, and what is broken, shut or raised at the moment.
 *
 * @param attempts what the wire saw since the last tick
 * @param wire     what passed the proxies in this run
 * @param faults   those that act now, oldest first
 * @param breaker  as it is now
 * @param alerts   those that stand and those that were cleared lately, newest first
 */
public record Insight(AttemptNews attempts, WireSums wire, List<ActiveFault> faults, BreakerView breaker,
        List<Alert> alerts) {

    /** Nothing known. */
    public static final Insight NONE = new Insight(AttemptNews.NONE, WireSums.NONE, List.of(), BreakerView.OFF,
            List.of());
}
