package ackscope.core.export.code;

/**
 * Writes settings and a record out as code: programs in four languages that send it with Kafka's own client, configuration files, and
 * command lines for the tools that come with Kafka. Only settings that are not the client's defaults are named, and those that Kafka's
 * rules ask for whether they were set; secrets are placeholders. Any thread.
 */
public final class CodeExporter {
    private CodeExporter() {
    }

    /**
     * The whole text of a file.
     *
     * @throws CodeException in words when the record cannot be written so
     */
    public static String text(CodeTarget target, CodeInput input) {
        return switch (target) {
            case JAVA -> new JvmProgram(Dialect.JAVA, input).text();
            case SCALA -> new JvmProgram(Dialect.SCALA, input).text();
            case KOTLIN -> new JvmProgram(Dialect.KOTLIN, input).text();
            case CLOJURE -> new JvmProgram(Dialect.CLOJURE, input).text();
            case PROPERTIES -> ConfigText.properties(input);
            case SPRING -> ConfigText.spring(input);
            case CONSOLE_PRODUCER -> ToolCommand.consoleProducer(input);
            case PERF_TEST -> ToolCommand.perfTest(input);
        };
    }
}
