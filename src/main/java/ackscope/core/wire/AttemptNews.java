package ackscope.core.wire;

import ackscope.core.event.BatchLife;
import java.util.List;

/**
 * What the wire saw since it was asked last.
 *
 * @param watched whether there is a wire to watch: false on a cluster that is reached without proxies
 * @param changed lives that began or changed, in the order of their last change; failed tries always, the others while they are few
 * @param missed  lives with news that are not listed
 */
public record AttemptNews(boolean watched, List<BatchLife> changed, long missed) {

    /** No wire. */
    public static final AttemptNews NONE = new AttemptNews(false, List.of(), 0);
}
