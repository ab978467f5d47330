package ackscope.core.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The causes of a run, numbered from 1 so that a ledger entry needs one byte for its cause. Each new one is added to the run's folder
 * as a line of JSON. Causes that differ only in the digits of their message are one, with the first message as example. Any thread.
 */
final class CauseTable {
    private static final int LAST = 255;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Cause> causes = new CopyOnWriteArrayList<>();
    private final Map<Cause, Integer> numbers = new HashMap<>();

    CauseTable(Path folder) {
        file = folder.resolve("causes.jsonl");
    }

    /** The number of a cause, 1 to 255; beyond 255 different causes the last one stands for the rest. */
    synchronized int number(Cause cause) {
        Cause like = new Cause(cause.kind(), cause.error(), cause.message().replaceAll("\\d+", "#"), cause.certainty(),
                cause.reason());
        Integer known = numbers.get(like);
        if (known != null) {
            return known;
        }
        if (causes.size() == LAST) {
            return LAST;
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

    private void write(Cause cause) {
        try {
            Files.writeString(file, JSON.writeValueAsString(cause) + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
