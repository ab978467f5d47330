package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import java.util.Optional;
import java.util.OptionalLong;

/** A fault in force, and what is needed to end it. Guarded by the board. */
final class Placed {
    private final long id;
    private final Fault fault;
    private final long sinceMs;
    private final Optional<Strike> strike;
    private Optional<String> previous;
    private OptionalLong endsMs = OptionalLong.empty();
    private volatile boolean announced;
    private Runnable callOff = () -> {
    };

    /** @param previous what its setting or its node was before */
    Placed(long id, Fault fault, long sinceMs, Optional<Strike> strike, Optional<String> previous) {
        this.id = id;
        this.fault = fault;
        this.sinceMs = sinceMs;
        this.strike = strike;
        this.previous = previous;
    }

    long id() {
        return id;
    }

    Fault fault() {
        return fault;
    }

    Optional<String> previous() {
        return previous;
    }

    /** An older fault on the same setting has ended: what that one had found is now this one's to put back. */
    void inherit(Optional<String> older) {
        previous = older;
    }

    /** It acts, and was told of; before, it is only listed so that it cannot be forgotten. */
    void announced() {
        announced = true;
    }

    boolean isAnnounced() {
        return announced;
    }

    void endsAt(long ms, Runnable how) {
        endsMs = OptionalLong.of(ms);
        callOff = how;
    }

    /** It will not end by itself any more. */
    void callOff() {
        callOff.run();
        endsMs = OptionalLong.empty();
    }

    ActiveFault view() {
        return new ActiveFault(id, fault.label().title(), fault.label().expect(), fault.place(), fault.node(), sinceMs,
                endsMs, strike.map(Strike::hits).orElse(1L), fault.label().undo());
    }

    FaultEvent.Injected begun() {
        return new FaultEvent.Injected(id, fault.label().title(), fault.label().expect(), fault.place(), fault.node(),
                sinceMs, fault.label().recipe());
    }

    FaultEvent.Ended ended(String how, long atMs) {
        return new FaultEvent.Ended(id, fault.label().title(), fault.place(), fault.node(), how, atMs);
    }
}
