package ackscope.ui.drill;

import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillHistory;
import ackscope.core.drill.DrillRunner;
import ackscope.ui.base.Away;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the drill asks of the app. */
public interface DrillControl {

    /** The causes that there are; reads files. */
    List<DrillCause> causes();

    /** How drills went; its calls block for a moment. */
    DrillHistory history();

    /** Whether another cluster than the lab's is in use. */
    Away away();

    /** Why no drill can begin now, in words, or "". */
    String obstacle();

    /**
     * Goes through a drill; meanwhile no panel gives the fault's name away. Blocks until the cluster is whole again.
     *
     * @param quietMs how long nothing is broken
     * @param told    the phase that begins
     * @param enough  asked often; ends it
     */
    void run(DrillCause cause, long quietMs, long seed, Consumer<DrillRunner.Phase> told, BooleanSupplier enough);

    /** Brings the console to the front, where it can be seen. */
    void showConsole();

    /** Brings the page of the drill to the front. */
    void showDrill();
}
