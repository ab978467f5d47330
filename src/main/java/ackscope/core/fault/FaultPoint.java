package ackscope.core.fault;

/** A point on a record's way to the log and back at which a fault can be put. */
public enum FaultPoint {
    BEFORE_APPEND("before append", "On the request's way to the broker: nothing is in the log yet."), AFTER_APPEND(
            "after append",
            "On the answer's way back: the records are in the log, whatever the client hears."), BETWEEN_REPLICAS(
                    "between replicas", "Between a leader and the followers that fetch from it.");

    private final String title;
    private final String words;

    FaultPoint(String title, String words) {
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
