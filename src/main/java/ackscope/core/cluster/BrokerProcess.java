package ackscope.core.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One child process, from its start to its end. Safe for any thread; no wait is longer than it says. */
final class BrokerProcess {
    private static final int SIGNAL_LIMIT_MS = 2_000;
    /** Options that a user set for other programs: an agent or a heap size among them would change what a node is. */
    private static final Set<String> FOREIGN_OPTIONS = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

    private final Process process;

    private BrokerProcess(Process process) {
        this.process = process;
    }

    /** Starts a process that writes what it says to the end of a file. */
    static BrokerProcess start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).directory(folder(log));
        builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
        return new BrokerProcess(builder.start());
    }

    private static File folder(Path log) {
        return log.toAbsolutePath().getParent().toFile();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Its exit code; -1 while it runs. */
    int exitCode() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Ends it at once, also when it is paused. */
    void kill() {
        process.destroyForcibly();
    }

    /** Says one byte to it. */
    void say(int what) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(what);
            input.flush();
        } catch (IOException _) {
            // It has ended, which is what could have been asked of it.
        }
    }

    /** Ends its standard input, which it takes for the end of this app. */
    void hangUp() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has ended already.
        }
    }

    /** Lets it stand still, connections open (SIGSTOP). */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!kill.waitFor(SIGNAL_LIMIT_MS, TimeUnit.MILLISECONDS) || kill.exitValue() != 0) {
                throw new ClusterException("The system did not pass the signal SIG" + name + " to process " + pid()
                        + ". Perhaps it has just ended; look at the broker's state and try again.");
            }
        } catch (IOException e) {
            throw new ClusterException("Signals cannot be sent: the program 'kill' was not found. Install it (procps).",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while a signal was on its way to process " + pid() + ".", e);
        }
    }

    /** Whether it ended within the time. */
    boolean ended(long limitMs) {
        try {
            return process.waitFor(limitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
