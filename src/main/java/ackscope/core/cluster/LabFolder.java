package ackscope.core.cluster;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with everything of one lab cluster. Its name tells whose it is (process id and start of the app), and a file for each child
 * process is named by its id: enough for the next start of the app to clean up after a crash of this one.
 *
 * @param path       the folder
 * @param ownerPid   the app's process
 * @param ownerStart when that process started, ms since the epoch, 0 when the system does not say
 */
record LabFolder(Path path, long ownerPid, long ownerStart) {
    private static final String PREFIX = "lab-";
    private static final String PIDS = "pids";

    /** Makes a new one for this process. */
    static LabFolder create(Path temp) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.createDirectories(temp);
        Path made = Files.createTempDirectory(temp, PREFIX + self.pid() + "-" + start + "-");
        Files.createDirectory(made.resolve(PIDS));
        return new LabFolder(made, self.pid(), start);
    }

    /** Reads one back from its name; empty when it is no lab's. */
    static Optional<LabFolder> parse(Path path) {
        String[] parts = path.getFileName().toString().split("-", 4);
        if (parts.length != 4 || !PREFIX.equals(parts[0] + "-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LabFolder(path, Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    Path node(int id) {
        return path.resolve("node-" + id);
    }

    /** Notes a child process. */
    void note(long pid) throws IOException {
        Files.writeString(path.resolve(PIDS).resolve(Long.toString(pid)), "");
    }

    /** The child processes ever noted; some may have ended, and their numbers may be other programs' now. */
    List<Long> noted() {
        try (Stream<Path> files = Files.list(path.resolve(PIDS))) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.matches("\\d{1,18}")).map(Long::valueOf)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Removes a folder with all it holds; true when nothing is left. Files that a process still writes may come back meanwhile. */
    static boolean remove(Path folder) {
        for (int i = 0; i < 3 && Files.exists(folder); i++) {
            try {
                Files.walkFileTree(folder, new Removal());
            } catch (IOException _) {
                // Something came back or is held: the next round, or the next start, has another go.
            }
        }
        return !Files.exists(folder);
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
