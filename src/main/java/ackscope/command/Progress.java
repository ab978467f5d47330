package ackscope.command;

import java.io.PrintStream;

/** Says what is done, one line each time that it changes. */
final class Progress {
    private final PrintStream err;
    private String last = "";

    Progress(PrintStream err) {
        this.err = err;
    }

    synchronized void say(String words) {
        if (!words.equals(last)) {
            last = words;
            err.println(words);
        }
    }
}
