package ackscope.ui.base;

import ackscope.core.run.RunException;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.secret.Secrets;

/** What is told of a call that failed. */
public final class Failures {
    private Failures() {
    }

    /** In words for the person: the exception's own where it was made for that. */
    public static String words(Exception e) {
        return (e instanceof RunException || e instanceof ScenarioException) && !Secrets.message(e).isEmpty()
                ? Secrets.message(e)
                : "That did not work: " + Secrets.hidden(e.toString()) + ". More is in the app's log file.";
    }
}
