package ackscope.core.scenario;

import ackscope.core.fault.Trigger;
import ackscope.core.run.Workload;
import ackscope.core.transaction.Call;
import java.util.Map;

/** One thing that is done in a scenario. Those that {@link #disturbs} are left out of the control. */
public sealed interface Step {

    /** When it is done. */
    After after();

    /** Whether it makes sends fail, or undoes what does. */
    boolean disturbs();

    /**
     * When a step is done: once all that is said here holds, and so much later.
     *
     * @param said    whether anything was said; without, a step at the head comes before the load, another follows the one before it
     * @param records how many records were given to {@code send()} by then, the warm-up not counted; 0: at once
     * @param failed  how many were reported failed by then; it is no longer waited for once every record asked for has its report
     * @param reports whether every record asked for has its report
     * @param ms      that much later
     */
    record After(boolean said, long records, long failed, boolean reports, long ms) {
        /** Nothing was said. */
        public static final After NOTHING = new After(false, 0, 0, false, 0);

        /** So many ms after the load began. */
        public static After ms(long ms) {
            return new After(true, 0, 0, false, ms);
        }

        /** So many ms after a record was given to {@code send()}. */
        public static After records(long records, long ms) {
            return new After(true, records, 0, false, ms);
        }
    }

    /** What a fault is waited for to bring about before the next step. */
    enum Until {
        NOTHING(""), ANOTHER_LEADER("another-leader"), SMALLER_ISR("smaller-isr"), FULL_ISR("full-isr");

        private final String id;

        Until(String id) {
            this.id = id;
        }

        /** In a file. */
        public String id() {
            return id;
        }
    }

    /**
     * A fault begins.
     *
     * @param fault   of the catalogue
     * @param values  of its parameters; {@link Scenario#LEADER} and {@link Scenario#FOLLOWER} stand for brokers
     * @param until   what is waited for then, in the first partition; of all partitions for a full ISR
     */
    record Break(After after, String fault, Map<String, String> values, Trigger trigger, Until until) implements Step {
        public Break {
            values = Map.copyOf(values);
        }

        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /**
     * A fault ends.
     *
     * @param fault of the catalogue
     * @param which of the faults of that kind, counted from 1 in the order in which the scenario sets them
     */
    record Undo(After after, String fault, int which) implements Step {
        public Undo {
            if (which < 1) {
                throw new IllegalArgumentException("the first is 1, not " + which);
            }
        }

        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /** Every fault ends, and the cluster is made whole. */
    record Heal(After after) implements Step {
        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /** The application stands still for so long, with its transaction open if it has one. */
    record Idle(After after, long ms) implements Step {
        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /** Another producer opens with the same transactional.id. */
    record Rival(After after) implements Step {
        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /** One of the experiments with transactions is shown on the topic, by its name in a file. */
    record Show(After after, String experiment) implements Step {
        @Override
        public boolean disturbs() {
            return true;
        }
    }

    /** More records are sent. */
    record Send(After after, Workload load) implements Step {
        @Override
        public boolean disturbs() {
            return false;
        }
    }

    /** The application sends again, as new records, what the load was reported to have failed. */
    record SendAgain(After after) implements Step {
        @Override
        public boolean disturbs() {
            return false;
        }
    }

    /** A call of the transactional producer. */
    record Transact(After after, Call call) implements Step {
        @Override
        public boolean disturbs() {
            return false;
        }
    }
}
