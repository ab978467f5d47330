package ackscope.ui.flow;

/** How a station feels: nothing to say, something is stuck in it, or something is going wrong in it. */
enum Stress {
    CALM, STUCK, FAILING
}
