package ackscope.core.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cleans up after an app that was killed: ends children that outlived it (a paused one cannot notice) and removes the folder. A lab whose
 * app lives is left alone, and no process is touched whose command line does not name that very folder.
 */
final class Sweep {
    /** The system rounds start times, and clocks are set. */
    private static final long START_TOLERANCE_MS = 5_000;

    private final ProcessTable processes;

    Sweep(ProcessTable processes) {
        this.processes = processes;
    }

    /** What was found. */
    record Swept(int folders, int processes) {
    }

    /** @param temp the folder that holds the labs' folders; need not exist */
    Swept run(Path temp) {
        List<LabFolder> left = labs(temp).stream().filter(lab -> !ownerLives(lab)).toList();
        int killed = left.stream().mapToInt(this::killChildren).sum();
        long removed = left.stream().filter(lab -> LabFolder.remove(lab.path())).count();
        return new Swept((int) removed, killed);
    }

    private static List<LabFolder> labs(Path temp) {
        try (Stream<Path> there = Files.list(temp)) {
            return there.filter(Files::isDirectory).map(LabFolder::parse).flatMap(Optional::stream).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private boolean ownerLives(LabFolder lab) {
        return processes.find(lab.ownerPid())
                .filter(seen -> seen.startMs() == 0 || lab.ownerStart() == 0
                        || Math.abs(seen.startMs() - lab.ownerStart()) <= START_TOLERANCE_MS)
                .isPresent();
    }

    private int killChildren(LabFolder lab) {
        int killed = 0;
        for (long pid : lab.noted()) {
            if (processes.find(pid).filter(seen -> seen.commandLine().contains(BrokerCommand.mark(lab.path())))
                    .isPresent()) {
                processes.kill(pid);
                killed++;
            }
        }
        return killed;
    }
}
