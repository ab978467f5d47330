package ackscope.core.fault;

/** Time as the faults know it; handed in, so that tests need not wait. */
interface FaultClock extends AutoCloseable {

    /** ms since the epoch. */
    long ms();

    /**
     * Has something done later, on another thread, where it may block.
     *
     * @return calls it off if it has not begun
     */
    Runnable after(long ms, Runnable todo);

    /** As {@link #after}, for what does not block: done on time even while something else does. */
    Runnable promptlyAfter(long ms, Runnable todo);

    void sleep(long ms) throws InterruptedException;

    /** Calls off everything that has not begun. */
    @Override
    void close();
}
