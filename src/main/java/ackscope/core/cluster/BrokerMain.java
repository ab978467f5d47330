package ackscope.core.cluster;

import java.io.IOException;
import kafka.Kafka;

/**
 * The main class of a node's process: Kafka's own server, tied to the app by its standard input. When that ends, however the app ended,
 * the process halts; the byte {@link #STOP} asks it to end gracefully, also where there is no SIGTERM.
 */
public final class BrokerMain {
    static final int STOP = 's';

    private BrokerMain() {
    }

    public static void main(String[] args) {
        Thread.ofPlatform().name("ackscope-parent-watch").daemon(true).start(BrokerMain::watch);
        Kafka.main(args);
    }

    private static void watch() {
        try {
            while (true) {
                int said = System.in.read();
                if (said < 0) {
                    break;
                }
                if (said == STOP) {
                    // exit() returns never: on a thread of its own, so that the app's end is still noticed.
                    Thread.ofPlatform().name("ackscope-stop").daemon(true).start(() -> System.exit(0));
                }
            }
        } catch (IOException _) {
            // A broken input is as good as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
