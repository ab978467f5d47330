package ackscope.core.secret;

import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;

/**
 * {@code %hidden{pattern}} in the configuration of the log: everything that the pattern gives, an exception's words with all its causes
 * among it, without secrets. So it does not matter what is handed to a logger, nor by whom. Any thread.
 */
@Plugin(name = "hidden", category = PatternConverter.CATEGORY)
@ConverterKeys("hidden")
public final class HiddenLines extends LogEventPatternConverter {
    private final List<PatternFormatter> formatters;

    private HiddenLines(List<PatternFormatter> formatters) {
        super("hidden", "hidden");
        this.formatters = List.copyOf(formatters);
    }

    /** Called by the log's configuration, with the pattern in braces as the only option. */
    public static HiddenLines newInstance(Configuration config, String[] options) {
        if (options.length != 1) {
            throw new IllegalArgumentException("what is hidden has to be one pattern in braces");
        }
        return new HiddenLines(PatternLayout.createPatternParser(config).parse(options[0]));
    }

    @Override
    public void format(LogEvent event, StringBuilder to) {
        StringBuilder line = new StringBuilder();
        formatters.forEach(formatter -> formatter.format(event, line));
        to.append(Secrets.hidden(line.toString()));
    }

    /** True where the pattern writes exceptions: then none are put behind it. */
    @Override
    public boolean handlesThrowable() {
        return formatters.stream().anyMatch(PatternFormatter::handlesThrowable);
    }
}
