package ackscope.core.connection;

/** The steps of a {@link ConnectionTest}, in their order. */
public enum Step {
    RESOLVE("Look up the names", 6), CONNECT("Open a connection", 6),
    /** Up to three connections, each with one or two questions. */
    PROTOCOL("See what speaks there", 30),
    /** A log-in may ask a token endpoint first, which Kafka's client does for 10 s, and then the cluster. */
    AUTHENTICATE("Encrypt and log in", 22), METADATA("Read the cluster", 15),
    /** Where there is none, whether it would be created is asked as well. */
    TOPIC("Find the topic", 20), WRITE("Permission to write", 10);

    private final String title;
    private final int limitS;

    Step(String title, int limitS) {
        this.title = title;
        this.limitS = limitS;
    }

    /** On screen. */
    public String title() {
        return title;
    }

    /** Given up after this long, ms. */
    public long limitMs() {
        return limitS * 1_000L;
    }
}
