package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import java.util.Optional;

/** What the panel asks for. All methods return at once; FX thread. */
public interface AuditControl {

    /**
     * Where an audit is.
     *
     * @param running  whether one is being made
     * @param words    what it does now, or why the last one came to nothing; "" for nothing to say
     * @param fraction of the reading that is done, 0 to 1; negative while unknown
     * @param report   the last one that was made
     */
    record State(boolean running, String words, double fraction, Optional<AuditReport> report) {
        /** None was asked for yet. */
        public static final State NONE = new State(false, "", -1, Optional.empty());
    }

    /** Where it is now. */
    State state();

    /** Why no audit can be made now, in words, or "". */
    String obstacle();

    /** Ends the run, heals what is broken, and reads every partition to a proven end. */
    void prove();

    /** Reads while the run goes on: provisional, and nothing is called lost. */
    void look();

    /** Gives up the one that is being made. */
    void cancel();
}
