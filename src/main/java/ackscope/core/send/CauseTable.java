package ackscope.core.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The causes of a run, numbered from 1 so that a ledger entry needs one byte for its cause. Each new one is added to the run's folder
 * as a line of JSON. Causes that differ only in the digits of their message are one, with the first message as example. Any thread.
 */
final class CauseTable {
    /** Leaves room below 256 for one of each kind and certainty. */
    private static final int APART = 200;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Logger LOG = LoggerFactory.getLogger(CauseTable.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Cause> causes = new CopyOnWriteArrayList<>();
    private final Map<Cause, Integer> numbers = new HashMap<>();

    CauseTable(Path folder) {
        file = folder.resolve("causes.jsonl");
    }

    /**
     * The number of a cause, 1 to 255. Beyond {@value #APART} different ones, a new one is kept only if there is none of its kind and
     * certainty; else the first such one stands for it.
     */
    synchronized int number(Cause cause) {
        Cause like = new Cause(cause.kind(), cause.error(), DIGITS.matcher(cause.message()).replaceAll("#"),
                cause.certainty(),
                cause.reason());
        Integer known = numbers.get(like);
        if (known != null) {
            return known;
        }
        if (causes.size() >= APART) {
            for (int i = 0; i < causes.size(); i++) {
                if (causes.get(i).kind() == cause.kind() && causes.get(i).certainty() == cause.certainty()) {
                    return i + 1;
                }
            }
        }
        causes.add(cause);
        numbers.put(like, causes.size());
        write(cause);
        return causes.size();
    }

    /** The cause of a number from 1 on. */
    Cause get(int number) {
        return causes.get(number - 1);
    }

    /** Never throws: this is the producer's I/O thread, and a record whose cause cannot be written is reported all the same. */
    private void write(Cause cause) {
        // An interrupt would close the file's channel in the middle of writing, so it waits until after.
        boolean interrupted = Thread.interrupted();
        try {
            Files.writeString(file, JSON.writeValueAsString(cause) + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("a cause could not be added to {}", file, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
