package ackscope.core.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when the test says so; sleeping makes it pass. */
final class FakeFaultClock implements FaultClock {
    private record Due(long atMs, Runnable todo) {
    }

    private final List<Due> due = new ArrayList<>();
    private long now = 1_000;

    @Override
    public long ms() {
        return now;
    }

    @Override
    public synchronized Runnable after(long ms, Runnable todo) {
        Due later = new Due(now + ms, todo);
        due.add(later);
        return () -> due.remove(later);
    }

    @Override
    public Runnable promptlyAfter(long ms, Runnable todo) {
        return after(ms, todo);
    }

    @Override
    public void sleep(long ms) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pass(ms);
    }

    /** Lets time pass and does what is due. */
    void pass(long ms) {
        now += ms;
        while (true) {
            Due next = due.stream().filter(d -> d.atMs() <= now).min(Comparator.comparingLong(Due::atMs)).orElse(null);
            if (next == null) {
                return;
            }
            due.remove(next);
            next.todo().run();
        }
    }

    @Override
    public void close() {
        due.clear();
    }
}
