package ackscope.core.fault;

import java.util.Collections;

/** Fault boards of clusters that are not there, with a clock that passes at once. */
public final class Boards {
    private static final int ALWAYS = 10_000;

    private Boards() {
    }

    /** One whose cluster is well at once. */
    public static FaultBoard whole() {
        return of(new FakeLevers());
    }

    /** One whose cluster is never well, so that healing it fails. */
    public static FaultBoard ailing(String ailment) {
        FakeLevers levers = new FakeLevers();
        levers.ailments.addAll(Collections.nCopies(ALWAYS, ailment));
        return of(levers);
    }

    private static FaultBoard of(FakeLevers levers) {
        return new FaultBoard(levers, new FakeFaultClock(), _ -> {
        }, _ -> {
        });
    }
}
