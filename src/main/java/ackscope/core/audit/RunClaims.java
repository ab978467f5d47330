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
    private volatile Known known = new Known(new Run.Leg(0, 0, "", null, false), -1, false);

    /**
     * The leg that was asked about last, for the next number is most likely of the same. A transaction begins before its first record
     * has a number, so a leg without any stays so.
     */
    private record Known(Run.Leg leg, int topic, boolean transactions) {
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
                of.leg().terms().producer(), of.transactions() ? run.ending(number) : Ending.NONE,
                entry.outcome() == Outcome.OPEN && run.isHeld(number), of.leg().stamped());
    }

    @Override
    public int producer(long number) {
        return known(number).leg().terms().producer();
    }

    @Override
    public boolean asTold(long number, int topic, int partition, long offset, int checksum) {
        return known(number).topic() == topic && run.ackedAs(number, partition, offset, checksum);
    }

    private Known known(long number) {
        Known last = known;
        if (number >= last.leg().first() && number < last.leg().next()) {
            return last;
        }
        Run.Leg leg = run.leg(number);
        last = new Known(leg, topics.indexOf(leg.topic()), run.transactions() > 0);
        known = last;
        return last;
    }
}
