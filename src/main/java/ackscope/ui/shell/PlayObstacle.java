package ackscope.ui.shell;

import ackscope.core.lab.Lab;

/** Whether scenarios can be played on the lab's own cluster. */
final class PlayObstacle {
    private PlayObstacle() {
    }

    /**
     * Why nothing can be played now, in words, or "".
     *
     * @param what is to be played, with its article, at the begin of a sentence: "A twin run"
     */
    static String of(Lab lab, String what) {
        if (lab.twins().isEmpty()) {
            return lab.isLab() ? "There is no cluster yet. Wait until the lab is ready." : noLab(what);
        }
        return lab.plays().obstacle();
    }

    static String noLab(String what) {
        return what + " breaks brokers, so it needs the lab's own cluster. Choose it in the top bar, then try again.";
    }
}
