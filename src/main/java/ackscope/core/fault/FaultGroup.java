package ackscope.core.fault;

/** The causes of producer failure that people meet; every fault is found under one. */
public enum FaultGroup {
    NETWORK("Network partitions", "The way between client, brokers and controller is slow, lossy or cut."), BROKER(
            "Broker unavailability",
            "A broker or the controller is gone, stands still, or refuses."), CONFIGURATION("Configuration errors",
                    "A topic, a permission or the producer is set so that sending cannot work."), RESOURCE(
                            "Resource constraints", "Memory, bandwidth or a disk runs out."), SERIALIZATION(
                                    "Serialization errors", "A record cannot be turned into bytes.");

    private final String title;
    private final String words;

    FaultGroup(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** Its name on screen. */
    public String title() {
        return title;
    }

    /** What it is, in one sentence. */
    public String words() {
        return words;
    }
}
