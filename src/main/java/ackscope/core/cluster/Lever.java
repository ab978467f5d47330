package ackscope.core.cluster;

/** What can be done to a node of the lab; each is a real thing done to a real process. */
public enum Lever {
    /** {@code kill -9}: nothing is handed over, nothing is written out. */
    KILL,
    /** A graceful end: leadership is handed over first. */
    STOP,
    /** SIGSTOP: the process stands still, its connections stay open. */
    PAUSE,
    /** SIGCONT. */
    RESUME,
    /** A graceful end if it runs, then a start with the same data. */
    RESTART
}
