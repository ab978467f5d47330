package ackscope.core.audit;

/** How the log is read. */
public enum Pass {
    /** Everything that is in it ({@code read_uncommitted}). */
    UNCOMMITTED,
    /** What readers of committed records see ({@code read_committed}). */
    COMMITTED
}
