package ackscope.core.export.code;

/** What settings and a record can be written out as. */
public enum CodeTarget {
    JAVA("Java", "SendRecord.java"), SCALA("Scala", "SendRecord.scala"), KOTLIN("Kotlin", "SendRecord.kt"), CLOJURE(
            "Clojure", "send_record.clj"), PROPERTIES("Properties", "producer.properties"), SPRING("Spring Boot",
                    "application.yaml"), CONSOLE_PRODUCER("Console producer",
                            "send-record.sh"), PERF_TEST("Performance test", "perf-test.sh");

    private final String label;
    private final String fileName;

    CodeTarget(String label, String fileName) {
        this.label = label;
        this.fileName = fileName;
    }

    /** Its name on screen. */
    public String label() {
        return label;
    }

    /** What its file is best called. */
    public String fileName() {
        return fileName;
    }
}
