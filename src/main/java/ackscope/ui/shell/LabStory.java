package ackscope.ui.shell;

import ackscope.core.event.BatchLife;
import ackscope.core.event.FailureKind;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.lab.Lab;
import ackscope.core.send.Cause;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import ackscope.core.send.Terms;
import ackscope.core.wire.AttemptBook;
import ackscope.ui.records.RecordStory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A record's story from what the lab keeps of it: the run's ledger, and the book of attempts if there is a wire. Any thread. */
final class LabStory implements RecordStory {
    /** Failures of {@code send()} itself: the record came into no batch. */
    private static final Set<FailureKind> BEFORE_BATCH = EnumSet.of(FailureKind.SERIALIZATION, FailureKind.TOO_LARGE,
            FailureKind.BUFFER_EXHAUSTED, FailureKind.NO_METADATA, FailureKind.REFUSED, FailureKind.CANCELLED);

    private final Lab lab;
    private final Veil veil;

    /** @param veil what keeps the names of faults from the panels, when it hangs */
    LabStory(Lab lab, Veil veil) {
        this.lab = lab;
        this.veil = veil;
    }

    @Override
    public Optional<Story> story(RecordId id, String topic, int partition) {
        Run run = lab.engine().run();
        if (run.id() != id.run() || id.number() >= run.size()) {
            return Optional.empty();
        }
        SendLedger.Entry entry = run.read(id.number());
        int place = entry.partition() >= 0 ? entry.partition() : partition;
        Terms terms = run.terms(id.number());
        Optional<AttemptBook> wire = lab.attempts();
        Optional<AttemptBook> asked = wire.filter(_ -> place >= 0);
        List<BatchLife> lives = asked.map(book -> veil.over(book.lives(id, topic, place)))
                .orElse(List.of());
        Tries tries = asked.map(book -> book.tries(as(id, lives), topic, place, terms.clientId()))
                .orElse(Tries.UNKNOWN);
        Optional<Cause> cause = entry.outcome() == Outcome.FAILED
                ? Optional.of(run.cause(entry.cause()))
                : Optional.empty();
        boolean reported = entry.outcome() == Outcome.ACKED || entry.outcome() == Outcome.FAILED;
        boolean begun = cause.filter(c -> BEFORE_BATCH.contains(c.kind())).isEmpty();
        int blocked = begun ? run.blockedMs(id.number()) : entry.reportMs();
        return Optional.of(new Story(lives, wire.isPresent(), run.startedMs() + entry.sendMs(), blocked,
                begun ? OptionalLong.of(batchMs(run, id, blocked, lives)) : OptionalLong.empty(), entry.outcome(),
                cause.map(Cause::error).orElse(""),
                cause.filter(c -> c.kind() == FailureKind.SERIALIZATION).isPresent(),
                reported ? OptionalInt.of(entry.reportMs()) : OptionalInt.empty(), tries,
                terms.deliveryTimeoutMs()));
    }

    /** A record from the outbox is known to the wire by the resend that it was last sent with. */
    private static RecordId as(RecordId id, List<BatchLife> lives) {
        int resend = lives.stream().flatMap(life -> life.last().stream()).mapToInt(RecordId::resend).max().orElse(0);
        return new RecordId(id.run(), id.number(), resend);
    }

    /** A batch begins when its first record is appended, once {@code send()} has room for it. */
    private static long batchMs(Run run, RecordId id, int blockedMs, List<BatchLife> lives) {
        long own = run.startedMs() + run.read(id.number()).sendMs() + blockedMs;
        return lives.stream().findFirst().flatMap(BatchLife::first).map(RecordId::number)
                .filter(first -> first < id.number())
                .map(first -> Math.min(own, run.startedMs() + run.read(first).sendMs() + run.blockedMs(first)))
                .orElse(own);
    }
}
