package ackscope.ui.flow;

/** The five stations of the failure-flow diagram. */
public enum Station {
    PRODUCER("Producer"), BROKER("Broker"), RETRY("Retry mechanism"), ERROR_LOG("Error log"), MONITORING("Monitoring");

    private final String title;

    Station(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
