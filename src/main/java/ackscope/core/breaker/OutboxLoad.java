package ackscope.core.breaker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a file for an outbox and whatever other files nobody uses any more, and reads what is in them: every window that crashed left its
 * own. Takes as long as the files are; needs no lock.
 */
final class OutboxLoad {
    private final OutboxFile own;
    private final Map<OutboxFile, Integer> others = new HashMap<>();
    private final TreeMap<Long, Held> living = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private long next = 1;

    private OutboxLoad(OutboxFile own) {
        this.own = own;
    }

    /** @throws IOException if there is no file to keep records in; another one's that cannot be read stays as it is, in words */
    static OutboxLoad of(Path folder) throws IOException {
        OutboxLoad load = new OutboxLoad(OutboxFile.take(folder));
        try {
            OutboxScan scan = load.scan(load.own);
            load.living.putAll(scan.living());
            load.next = scan.next();
            for (OutboxFile file : OutboxFile.takeLeft(folder)) {
                load.other(file);
            }
            return load;
        } catch (IOException e) {
            load.close();
            throw e;
        }
    }

    private OutboxScan scan(OutboxFile file) throws IOException {
        OutboxScan scan = OutboxScan.of(file.path());
        file.cut(scan.whole());
        scan.living().values().forEach(held -> held.file = file);
        String said = scan.words(file.path());
        if (!said.isEmpty()) {
            words.add(said);
        }
        return scan;
    }

    private void other(OutboxFile file) throws IOException {
        try {
            OutboxScan scan = scan(file);
            for (Held held : scan.living().values()) {
                held.line = next++;
                living.put(held.line, held);
            }
            if (scan.living().isEmpty()) {
                file.cut(0);
                file.close();
            } else {
                others.put(file, scan.living().size());
            }
        } catch (IOException e) {
            words.add("The outbox " + file.path() + " of another session cannot be read: " + e.getMessage()
                    + ". What is in it stays there.");
            file.close();
        }
    }

    /** Where new records go. */
    OutboxFile own() {
        return own;
    }

    /** Those left by others that hold records without a report, with how many. */
    Map<OutboxFile, Integer> others() {
        return others;
    }

    /** Records without a report, those of the own file first. */
    Map<Long, Held> living() {
        return living;
    }

    /** The number of the next line. */
    long next() {
        return next;
    }

    /** What a person should know. */
    List<String> words() {
        return words;
    }

    /** Lets go of all of them. */
    void close() throws IOException {
        own.close();
        for (OutboxFile file : others.keySet()) {
            file.close();
        }
    }
}
