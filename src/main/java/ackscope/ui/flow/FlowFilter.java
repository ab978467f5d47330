package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;

/** What a person pointed at in the diagram: the tables show what passed there. */
public sealed interface FlowFilter {

    /** Nothing in particular: show all. */
    record All() implements FlowFilter {
    }

    /** What took one edge. */
    record Along(FlowEdge edge) implements FlowFilter {
    }

    /** What came to one station. */
    record At(Station station) implements FlowFilter {
    }
}
