package ackscope.core.fault;

import ackscope.core.wire.Interference.Action;

/** What the end of a fault on the wire means for what it has in hand. */
final class WireWords {
    private WireWords() {
    }

    static String undo(Action action) {
        return switch (action) {
            case Action.Hold() -> "What is held goes on, in order.";
            case Action.Swallow() ->
                "Connections that lost frames are reset, so that the other side notices; what was swallowed stays lost.";
            case Action.Delay(long _) -> "Frames pass at once again, and so do those that still wait, in order.";
            case Action.Throttle(long _) -> "Frames pass at full speed again.";
            case Action.Pass(),Action.Reset(),Action.Answer(String _) -> "Frames pass again.";
        };
    }
}
