package ackscope.core.breaker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file that somebody else left behind holds: the records without a report, in order. Lines that make no sense are copied to a file
 * beside it, and so is a last line without its end, which a crash or a power cut left.
 */
final class OutboxScan {
    private final TreeMap<Long, Held> living = new TreeMap<>();
    private long next = 1;
    private long whole;
    private int damaged;
    private boolean torn;

    private OutboxScan() {
    }

    /** Reads a file from its beginning to its end. */
    static OutboxScan of(Path file) throws IOException {
        OutboxScan scan = new OutboxScan();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    scan.line(line.toByteArray(), file);
                    line.reset();
                }
            }
            if (line.size() > 0) {
                scan.torn = true;
                setAside(file, line.toByteArray());
            }
        }
        return scan;
    }

    private void line(byte[] bytes, Path file) throws IOException {
        try {
            switch (OutboxLine.Codec.read(bytes)) {
                case OutboxLine.Kept kept -> {
                    living.put(kept.line(),
                            new Held(kept.line(), kept.id(), whole, bytes.length, false));
                    next = Math.max(next, kept.line() + 1);
                }
                case OutboxLine.Given given -> {
                    Held held = living.get(given.line());
                    if (held != null) {
                        held.mayBeWritten = true;
                    }
                }
                case OutboxLine.Gone gone -> living.remove(gone.line());
            }
        } catch (IOException e) {
            damaged++;
            setAside(file, bytes);
        }
        whole += bytes.length;
    }

    static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    private static void setAside(Path file, byte[] bytes) throws IOException {
        Files.write(aside(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Records without a report, by their lines; all of an earlier run. */
    Map<Long, Held> living() {
        return living;
    }

    /** The number of the next line. */
    long next() {
        return next;
    }

    /** Bytes of whole lines. */
    long whole() {
        return whole;
    }

    /** What a person should know, or "". */
    String words(Path file) {
        StringBuilder words = new StringBuilder();
        if (torn) {
            words.append(
                    "The last line of the outbox was cut off, by a crash or a power cut: that record was never counted as kept. ");
        }
        if (damaged > 0) {
            words.append(Figures.count(damaged, "line", "lines")).append(" of the outbox could not be read. ");
        }
        return words.isEmpty() ? "" : words + "They are set aside in " + aside(file) + "; the rest is there.";
    }
}
