package ackscope.core.audit;

import ackscope.core.event.Ending;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import java.util.List;

/** The claims of a run that the engine sent, read from its ledger: nothing is copied, so it costs no memory. */
public final class RunClaims implements Claims {
    private final Run run;
    private final List<String> topics;
    private volatile Known known = new Known(new Run.Leg(0, 0, "", null, false), -1);

    /** The leg that was asked about last, for the next number is most likely of the same. */
    private record Known(Run.Leg leg, int topic) {
    }

    /** @param run the topics that it has now are those that are looked at */
    public RunClaims(Run run) {
        this.run = run;
        topics = run.topics();
    }

    @Override
    public int run() {
        return run.id();
    }

    @Override
    public long size() {
        return run.size();
    }

    @Override
    public List<String> topics() {
        return topics;
    }

    @Override
    public Claim read(long number) {
        SendLedger.Entry entry = run.read(number);
        Known of = known(number);
        return new Claim(entry.outcome(), of.topic(), entry.partition(), entry.offset(), entry.checksum(),
                of.leg().terms().producer(), run.transactions() == 0 ? Ending.NONE : run.ending(number),
                entry.outcome() == Outcome.OPEN && run.isHeld(number), of.leg().stamped());
    }

    private Known known(long number) {
        Known last = known;
        if (number >= last.leg().first() && number < last.leg().next()) {
            return last;
        }
        Run.Leg leg = run.leg(number);
        last = new Known(leg, topics.indexOf(leg.topic()));
        known = last;
        return last;
    }
}
