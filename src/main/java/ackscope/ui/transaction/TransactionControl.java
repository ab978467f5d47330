package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import ackscope.core.transaction.Experiment;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ReadersView;
import ackscope.core.transaction.TransactionView;

/** What the panel asks of transactions, readers and experiments. All of it returns at once. */
public interface TransactionControl {
    /** The transactional producer as it is now. */
    TransactionView view();

    /** What the readers have now. */
    ReadersView readers();

    /** The experiment that runs, or ran last. */
    ExperimentView experiment();

    /** Begins, commits, aborts or replaces; a begin takes the settings as they are typed. */
    void call(Call call);

    /** Gives up the call that waits: the producer is closed. */
    void cancel();

    /** Why no transaction can be begun now, in words, or "": settings that cannot be used, or no cluster. */
    String obstacle();

    /** Whether anybody looks at the readers; while nobody does, they rest. */
    void look(boolean now);

    /** Which topic the readers read; "" for none. */
    void read(String topic);

    /** Holds the readers, or lets them go on. */
    void pause(boolean now);

    /** Why no experiment can be made now, in words, or "". */
    String experimentObstacle();

    /**
     * Begins an experiment on the topic that the readers read.
     *
     * @throws IllegalStateException with words if it cannot
     */
    void start(Experiment experiment);

    /** Ends the experiment. */
    void cancelExperiment();
}
