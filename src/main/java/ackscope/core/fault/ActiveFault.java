package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import java.util.OptionalLong;

/**
 * A fault that acts now. A snapshot.
 *
 * @param id     names it
 * @param title  a few words
 * @param expect what it does and what to expect, in a sentence or two
 * @param place  where it is drawn
 * @param node   the node that it concerns, -1 for none in particular
 * @param sinceMs when it began, ms since the epoch
 * @param endsMs when it ends by itself, ms since the epoch, if it does
 * @param hits   how often it has struck
 * @param undo   what undoing it does, in words
 */
public record ActiveFault(long id, String title, String expect, FaultEvent.Place place, int node, long sinceMs,
        OptionalLong endsMs, long hits, String undo) {
}
