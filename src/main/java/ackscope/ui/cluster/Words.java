package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterException;
import ackscope.core.secret.Secrets;

/** What went wrong with a call, for a person. */
final class Words {
    private Words() {
    }

    /** @param doing what was asked ("The log could not be opened") */
    static String of(String doing, Exception e) {
        return switch (e) {
            case ClusterException told -> told.getMessage();
            default ->
                doing + ": "
                        + (Secrets.message(e).isEmpty() ? "the reason is in the app's log file" : Secrets.message(e))
                        + ".";
        };
    }
}
