package ackscope.core.send;

/** Time that passes only when somebody waits, or when a test says so. */
final class FakeClock implements SendClock {
    private long nanos = 5_000_000_000L;
    private Runnable whileParked = () -> {
    };

    @Override
    public long ms() {
        return 1_700_000_000_000L + nanos / 1_000_000;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void park(long wait) {
        nanos += wait;
        whileParked.run();
    }

    void pass(long ms) {
        nanos += ms * 1_000_000;
    }

    /** What happens each time somebody waits. */
    void whileParked(Runnable what) {
        whileParked = what;
    }
}
