package ackscope.ui.shell;

import ackscope.core.breaker.BreakerView;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.ui.base.Figures;
import java.util.OptionalLong;

/** What is asked before many records are sent to a cluster that is not the lab's: how many, how large, how fast, and where to. */
final class LoadQuestion {
    private LoadQuestion() {
    }

    /** Whether a send action is asked about: everything but a single record. */
    static boolean concerns(LoadPlan plan) {
        return plan.count().isEmpty() || plan.count().getAsLong() > 1;
    }

    /** The question in words. */
    static String of(RecordSource source, Connection to) {
        LoadPlan plan = source.plan();
        String many = plan.count().isPresent()
                ? Figures.counted(plan.count().getAsLong(), "record", "records")
                : "Records without end";
        OptionalLong each = plan.randomBytes().isPresent()
                ? OptionalLong.of(plan.randomBytes().getAsInt())
                : source.firstBytes();
        String size = each.isPresent()
                ? (plan.randomBytes().isPresent() ? " of " : " of about ")
                        + Figures.counted(each.getAsLong(), "byte", "bytes") + " each"
                : "";
        String pace = plan.ratePerSecond() > 0
                ? ", at " + Figures.count(Math.round(plan.ratePerSecond())) + " a second"
                : ", as fast as it goes";
        String whole = plan.count().isPresent() && each.isPresent()
                ? " That is about " + bytes((double) plan.count().getAsLong() * each.getAsLong()) + " in all."
                : "";
        String end = plan.count().isPresent() ? "" : ", until it is stopped";
        return many + size + pace + end + ", to the topic " + source.topic() + " of " + to.name() + " (" + to.servers()
                + ")." + whole + " They stay there when the window is closed.";
    }

    /** The question before the outbox is replayed: what it holds may have been meant for another cluster. */
    static String ofOutbox(BreakerView held, Connection to) {
        return Figures.counted(held.held(), "record", "records") + " from the outbox, to the topics that each was"
                + " composed for, of " + to.name() + " (" + to.servers()
                + "). They may have been turned away on the way to another cluster; they stay in this one.";
    }

    private static String bytes(double count) {
        return count >= 1e9
                ? Figures.count(Math.round(count / 1e9)) + " GB"
                : count >= 1e6
                        ? Figures.count(Math.round(count / 1e6)) + " MB"
                        : count >= 1e3
                                ? Figures.count(Math.round(count / 1e3)) + " kB"
                                : Figures.counted(Math.round(count), "byte", "bytes");
    }
}
