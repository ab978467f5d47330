package ackscope.core.settings;

/**
 * The producer's wait before a retry: {@code min(max, first * 2^min(n-1, log2(max/first)) * U(0.8, 1.2))}, capped after the jitter, and
 * without jitter when it starts at its maximum (Kafka's {@code ExponentialBackoff}). In ms.
 */
record Backoff(long firstMs, long maxMs) {
    private static final double JITTER = 0.2;

    long earliestMs(int retry) {
        return waitMs(retry, 1 - JITTER);
    }

    long latestMs(int retry) {
        return waitMs(retry, 1 + JITTER);
    }

    long middleMs(int retry) {
        return waitMs(retry, 1);
    }

    private long waitMs(int retry, double factor) {
        if (firstMs >= maxMs) {
            return maxMs;
        }
        double steps = Math.log(maxMs / (double) Math.max(firstMs, 1)) / Math.log(2);
        return Math.min(maxMs, (long) (factor * firstMs * Math.pow(2, Math.min(retry - 1, steps))));
    }
}
