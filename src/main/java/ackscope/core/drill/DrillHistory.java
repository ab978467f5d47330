package ackscope.core.drill;

import ackscope.core.settings.KeptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How drills went, the last ones, kept from session to session. Any thread; {@link #load} and {@link #add} block for a moment,
 * reading waits for nobody. */
public final class DrillHistory {
    private static final int VERSION = 1;
    private static final int KEPT = 50;

    private final KeptFile<FileForm> file;
    private volatile List<Done> all = List.of();

    /**
     * A drill that was gone through.
     *
     * @param fault  that acted
     * @param points 0 when it was given up
     * @param tookMs from the beginning of the fault to its end
     * @param atMs   when it was over, ms since the epoch
     */
    public record Done(String fault, int points, int wrong, long tookMs, long atMs) {
    }

    private record FileForm(int version, List<Done> drills) {
        private boolean sound() {
            return version == VERSION && drills != null
                    && drills.stream().allMatch(d -> d != null && d.fault() != null);
        }
    }

    /**
     * @param file    need not be there yet
     * @param trouble gets a sentence for the person
     */
    public DrillHistory(Path file, Consumer<String> trouble) {
        this.file = new KeptFile<>(file, FileForm.class, "The history of the drills", trouble);
    }

    /** What earlier sessions left. */
    public synchronized void load() {
        file.load(FileForm::sound).ifPresent(form -> all = List.copyOf(form.drills()));
    }

    /** The last ones, the oldest first. */
    public List<Done> all() {
        return all;
    }

    /** One more. */
    public synchronized void add(Done done) {
        List<Done> more = new ArrayList<>(all);
        more.add(done);
        all = List.copyOf(more.subList(Math.max(0, more.size() - KEPT), more.size()));
        file.save(new FileForm(VERSION, all));
    }
}
