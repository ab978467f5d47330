package org.apache.kafka.common.utils;

/**
 * Where Kafka's command line tools of 4.3 look for a way out: in 4.4 the clients have it in another package, and the tools of 4.4 are not
 * published. Lets the console consumer of 4.3 run on the libraries of 4.4, in tests alone.
 */
public final class Exit {
    private Exit() {
    }

    public static void exit(int status) {
        System.exit(status);
    }

    public static void addShutdownHook(String name, Runnable todo) {
        Runtime.getRuntime().addShutdownHook(new Thread(todo, name));
    }
}
