package ackscope.core.cluster;

import java.time.Instant;
import java.util.Optional;

/** The processes of this machine, as far as the sweep needs them. */
interface ProcessTable {

    /** A process as seen: its start in ms since the epoch (0 when the system does not say) and its command line ("" likewise). */
    record Seen(long startMs, String commandLine) {
    }

    /** A process that lives. */
    Optional<Seen> find(long pid);

    /** Ends a process at once, also when it is paused. */
    void kill(long pid);

    /** The system's own. */
    static ProcessTable system() {
        return new ProcessTable() {
            @Override
            public Optional<Seen> find(long pid) {
                return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info)
                        .map(info -> new Seen(info.startInstant().map(Instant::toEpochMilli).orElse(0L),
                                info.commandLine().orElse("")));
            }

            @Override
            public void kill(long pid) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        };
    }
}
