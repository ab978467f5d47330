package ackscope.ui.shell;

import ackscope.core.lab.Lab;

/** Whether scenarios can be played on the lab's cluster beside the console. */
final class BesideConsole {
    private BesideConsole() {
    }

    /**
     * Why nothing can be played now, in words, or "".
     *
     * @param what is to be played, with its article, at the begin of a sentence: "A twin run"
     */
    static String obstacle(Lab lab, String what) {
        if (lab.twins().isEmpty()) {
            return lab.isLab() ? "There is no cluster yet. Wait until the lab is ready." : noLab(what);
        }
        if (!lab.obstacle().isEmpty()) {
            return lab.obstacle();
        }
        if (lab.twins().get().running()) {
            return "Something is being played on the cluster already. Wait for it, or cancel it.";
        }
        if (lab.audits().running()) {
            return "An audit is being made, which heals what " + Character.toLowerCase(what.charAt(0))
                    + what.substring(1) + " would break. Wait for it.";
        }
        return lab.engine().progress().busy()
                ? "The console is sending, and " + Character.toLowerCase(what.charAt(0)) + what.substring(1)
                        + " would break that as well. Stop it first."
                : "";
    }

    static String noLab(String what) {
        return what + " breaks brokers, so it needs the lab's own cluster. Choose it in the top bar, then try again.";
    }
}
