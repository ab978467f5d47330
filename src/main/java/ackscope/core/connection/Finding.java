package ackscope.core.connection;

import ackscope.core.connection.StepResult.State;

/** What a step found. */
record Finding(State state, String what, String remedy) {
    static Finding passed(String what) {
        return new Finding(State.PASSED, what, "");
    }

    static Finding remark(String what, String remedy) {
        return new Finding(State.REMARK, what, remedy);
    }

    static Finding unknown(String what, String remedy) {
        return new Finding(State.NOT_KNOWN, what, remedy);
    }

    static Finding skipped(String what) {
        return new Finding(State.SKIPPED, what, "");
    }

    static Finding failed(String what, String remedy) {
        return new Finding(State.FAILED, what, remedy);
    }
}
