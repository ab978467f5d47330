package ackscope.ui.compose;

import ackscope.core.compose.RecordSource;
import ackscope.core.send.Progress;

/** What the compose panel asks of the rest of the app. All calls return at once. */
public interface Sending {

    /** Why nothing can be sent now, in words, or "". */
    String obstacle();

    /** Whether typed records carry their number in a header. */
    boolean stampsTyped();

    /**
     * Whether the person agrees to an action. It is asked once for each, where the cluster is not the lab's and it is more than one
     * record; this may wait for the answer while everything else goes on.
     */
    boolean agreed(RecordSource source);

    /** Sends, after what is under way. */
    void send(RecordSource source);

    /** Whether what is under way was asked for here, and may be stopped here; what a scenario or a drill sends ends with that. */
    boolean mine();

    /** Ends the action after the record at hand; what was given to the producer is still delivered. */
    void stop();

    /** Ends the action and gives up waiting for reports. */
    void cancel();

    /** The number that the next record will get. */
    long next();

    /** Chooses another topic, as the top bar does. */
    void choose(String topic);

    /** Where sending is now. */
    Progress progress();
}
