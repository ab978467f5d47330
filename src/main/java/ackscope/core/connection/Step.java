package ackscope.core.connection;

/** The steps of a {@link ConnectionTest}, in their order. */
public enum Step {
    RESOLVE("Look up the names", 6), CONNECT("Open a connection", 6), PROTOCOL("See what speaks there",
            20), AUTHENTICATE(
                    "Encrypt and log in", 12), METADATA("Read the cluster",
                            15), TOPIC("Find the topic", 10), WRITE("Permission to write", 10);

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
