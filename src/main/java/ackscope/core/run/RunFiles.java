package ackscope.core.run;

import ackscope.core.settings.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runs that are kept, one JSON file each in a folder. Every call reads or writes files, so none belongs on the FX thread; safe for any
 * thread of one process. Two processes may share the folder: each file is written whole and then moved into place.
 */
public final class RunFiles {
    /** A longer name is cut. */
    public static final int LONGEST_NAME = 120;
    private static final String ENDING = ".json";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}");

    private final Path folder;
    private final AtomicLong changes = new AtomicLong();

    /** @param folder of run records alone; made when the first is saved */
    public RunFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param runs    the newest first
     * @param notices a sentence for each file that was not loaded
     */
    public record Loaded(List<RunRecord> runs, List<String> notices) {
    }

    /** Grows whenever something was saved, renamed or deleted. */
    public long changes() {
        return changes.get();
    }

    /**
     * All runs. A damaged file is set aside under another name; one of a later format is left alone.
     *
     * @throws RunException when the folder cannot be read
     */
    public synchronized Loaded load() {
        List<RunRecord> runs = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (Path file : files()) {
            try {
                runs.add(read(file));
            } catch (RunJson.NewerFormat e) {
                notices.add("The run in " + file + " is left alone: " + e.getMessage()
                        + ". A newer Ackscope shows it.");
            } catch (NoSuchFileException _) {
                // Deleted by another process meanwhile.
            } catch (IOException e) {
                notices.add(setAside(file, e));
            }
        }
        runs.sort(Comparator.comparingLong(RunRecord::startedMs).thenComparing(RunRecord::id).reversed());
        return new Loaded(List.copyOf(runs), List.copyOf(notices));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(ENDING) && Files.isRegularFile(f)).sorted()
                    .toList();
        } catch (IOException e) {
            throw new RunException("The kept runs in " + folder + " cannot be listed: " + SafeFile.reason(e)
                    + ". Allow reading there.", e);
        }
    }

    private static RunRecord read(Path file) throws IOException {
        String name = file.getFileName().toString();
        // A copied file is a run of its own, whatever id it holds.
        return RunJson.read(Files.readString(file)).in(name.substring(0, name.length() - ENDING.length()));
    }

    private static String setAside(Path file, IOException cause) {
        String why = "The run in " + file.getFileName() + " could not be read";
        if (cause instanceof java.nio.file.FileSystemException) {
            return why + ": " + SafeFile.reason(cause) + ". It stays where it is.";
        }
        try {
            return why + ", so it is kept as " + SafeFile.setAside(file) + "; the other runs are here.";
        } catch (IOException e) {
            return why + ", nor moved aside: " + SafeFile.reason(e) + ".";
        }
    }

    /** The run of that id, if it is there and can be read. */
    public synchronized Optional<RunRecord> find(String id) {
        try {
            return Optional.of(read(file(id)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Saves a run over an earlier state of it, whose name stays.
     *
     * @return what was saved
     * @throws RunException when it cannot be written
     */
    public synchronized RunRecord save(RunRecord run) {
        RunRecord kept = find(run.id()).map(before -> run.named(before.name())).orElse(run);
        write(kept);
        return kept;
    }

    /**
     * Gives a run another name.
     *
     * @throws RunException when there is no name, no such run, or it cannot be written
     */
    public synchronized RunRecord rename(String id, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new RunException("A run needs a name. Type one.");
        }
        String cut = stripped.substring(0, Math.min(LONGEST_NAME, stripped.length()));
        RunRecord renamed = find(id)
                .orElseThrow(() -> new RunException("This run is no longer in " + folder + ", so it has no name."))
                .named(cut);
        write(renamed);
        return renamed;
    }

    /**
     * Deletes a run for good; one that is gone already is no trouble.
     *
     * @throws RunException when it cannot be deleted
     */
    public synchronized void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
            changes.incrementAndGet();
        } catch (IOException e) {
            throw new RunException("The run could not be deleted from " + folder + ": " + SafeFile.reason(e)
                    + ". Allow writing there, then delete it again.", e);
        }
    }

    private void write(RunRecord run) {
        try {
            SafeFile.write(file(run.id()), RunJson.text(run));
            changes.incrementAndGet();
        } catch (IOException e) {
            throw new RunException("The run could not be kept in " + folder + ": " + SafeFile.reason(e)
                    + ". Make room or allow writing there.", e);
        }
    }

    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new RunException("'" + id + "' is no name of a run's file.");
        }
        return folder.resolve(id + ENDING);
    }
}
