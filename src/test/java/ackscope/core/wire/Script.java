package ackscope.core.wire;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Faults written by hand: each strikes the first frames that it fits. Remembers every frame that it was asked about. */
public final class Script implements Interference {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Frame> asked = new CopyOnWriteArrayList<>();
    private final Set<Long> over = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ids = new AtomicInteger();

    private record Rule(long id, Predicate<Frame> fits, Action action, AtomicInteger left) {
    }

    /** Adds a fault that strikes so many frames; returns its id. */
    public long strike(int times, Predicate<Frame> fits, Action action) {
        long id = ids.incrementAndGet();
        rules.add(new Rule(id, fits, action, new AtomicInteger(times)));
        return id;
    }

    /** Ends a fault. Whoever holds something for it must be told. */
    public void end(long id) {
        over.add(id);
        rules.removeIf(r -> r.id() == id);
    }

    public List<Frame> asked() {
        return asked;
    }

    /** A produce request on its way. */
    public static boolean produceRequest(Frame frame) {
        return frame.kind() == Kind.CLIENT && frame.request() && frame.apiKey() == 0;
    }

    /** An answer to a produce request. */
    public static boolean produceAnswer(Frame frame) {
        return frame.kind() == Kind.CLIENT && !frame.request() && frame.apiKey() == 0;
    }

    @Override
    public boolean idle() {
        return false;
    }

    @Override
    public Decision decide(Frame frame) {
        asked.add(frame);
        for (Rule rule : rules) {
            if (rule.fits().test(frame) && rule.left().getAndDecrement() > 0) {
                return new Decision(rule.action(), rule.id(), "fault " + rule.id());
            }
        }
        return Decision.PASS;
    }

    @Override
    public boolean active(long fault) {
        return !over.contains(fault);
    }
}
