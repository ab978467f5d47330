package ackscope.core.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes folders, and keeps only the newest ones of a kind. */
final class OldFolders {
    private static final Logger LOG = LoggerFactory.getLogger(OldFolders.class);

    private static final Pattern OWNER = Pattern.compile("\\d+-(\\d+)-.*");

    private OldFolders() {
    }

    /** Removes all but the last {@code kept} folders, in the order of their names, save those of processes that live. */
    static void prune(Path parent, int kept) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        for (int i = 0; i < folders.size() - kept; i++) {
            if (owned(folders.get(i))) {
                continue;
            }
            try {
                remove(folders.get(i));
            } catch (IOException e) {
                // What cannot be removed, another user's or a file in use, must not keep the app from starting.
                LOG.warn("an old folder stays: {}", folders.get(i), e);
            }
        }
    }

    private static boolean owned(Path folder) {
        Matcher name = OWNER.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isPresent();
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
