package ackscope.ui.cluster;

import ackscope.core.cluster.Lever;

/** What the levers are called, and what to expect of each on the lab's brokers (their session time-out is 3 s). */
final class LeverWords {
    private LeverWords() {
    }

    static String title(Lever lever) {
        return switch (lever) {
            case KILL -> "kill -9";
            case STOP -> "Stop gracefully";
            case PAUSE -> "Pause";
            case RESUME -> "Resume";
            case RESTART -> "Restart";
        };
    }

    static String icon(Lever lever) {
        return switch (lever) {
            case KILL -> "fth-zap";
            case STOP -> "fth-square";
            case PAUSE -> "fth-pause";
            case RESUME -> "fth-play";
            case RESTART -> "fth-rotate-cw";
        };
    }

    static String expect(Lever lever, boolean controller) {
        return switch (lever) {
            case KILL -> controller
                    ? "Sending goes on, but no leader is elected and no topic made"
                    : "No goodbye: nothing handed over, a new leader in about 3 s";
            case STOP -> "Hands its leadership over first: under 1 s, then ends";
            case PAUSE -> "Stands still, connections open; after 3 s another leads";
            case RESUME -> "Goes on where it stood; all in sync again in about 6 s";
            case RESTART -> controller
                    ? "Elections and new topics work again about 3 s later"
                    : "Ends gracefully if it runs, starts with the same data; a few s";
        };
    }
}
