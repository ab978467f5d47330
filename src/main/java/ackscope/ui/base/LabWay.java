package ackscope.ui.base;

/** What only the lab's own cluster can play, and the way back to it. FX thread. */
public interface LabWay {

    /** Why nothing can be played on the cluster in use and what to do, in words; "" on the lab's own. At once. */
    String words();

    /** Goes back to the lab's cluster. */
    void toLab();
}
