package ackscope.ui.charts;

/** What is kept of every step; the name heads the column in the CSV. */
enum Column {
    ATTEMPTS("attempts_per_s"), ACKED("acked_per_s"), ERRORS("errors_per_s"), RETRIES("retries_per_s"), P50(
            "send_to_ack_p50_ms"), P99("send_to_ack_p99_ms");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
