package ackscope.core.audit;

import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.Answer;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.RecordId;
import ackscope.core.send.Cause;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import ackscope.core.send.SentBy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run and the wire know about single records, beyond the claims. */
final class RunFacts {
    private final Run run;
    private final AuditSubject.Lives lives;
    private final Map<Integer, Map<String, String>> settings = new HashMap<>();

    RunFacts(Run run, AuditSubject.Lives lives) {
        this.run = run;
        this.lives = lives;
        for (SentBy by : run.producers()) {
            settings.put(by.producer(), by.settings());
        }
    }

    long sentMs(long number) {
        return run.startedMs() + run.read(number).sendMs();
    }

    /** When the report came, -1 for none. */
    long toldMs(long number) {
        SendLedger.Entry entry = run.read(number);
        return entry.outcome() == Outcome.ACKED || entry.outcome() == Outcome.FAILED
                ? run.startedMs() + entry.sendMs() + entry.reportMs()
                : -1;
    }

    String topic(long number) {
        return run.topic(number);
    }

    /** The partition that it was said to be in, -1 while unknown. */
    int partition(long number) {
        return run.read(number).partition();
    }

    int producer(long number) {
        return run.terms(number).producer();
    }

    Map<String, String> settings(int producer) {
        return settings.getOrDefault(producer, Map.of());
    }

    /** The number of its cause of failure, 0 for none. */
    int causeNumber(long number) {
        return run.read(number).cause();
    }

    Optional<Cause> cause(int causeNumber) {
        return causeNumber == 0 ? Optional.empty() : Optional.of(run.cause(causeNumber));
    }

    /** Whether its failure is known to mean that it is not in the log. */
    boolean certainlyUnwritten(SendLedger.Entry entry) {
        return entry.outcome() == Outcome.FAILED && entry.cause() != 0
                && run.cause(entry.cause()).certainty() == Certainty.NO;
    }

    /** What the wire saw of a record in a partition. */
    Evidence.Wire wire(long number, int resend, int partition) {
        List<BatchLife> all = partition < 0
                ? List.of()
                : lives.of(new RecordId(run.id(), number, resend), topic(number), partition);
        if (all.isEmpty()) {
            return Evidence.Wire.UNKNOWN;
        }
        Set<String> errors = new HashSet<>();
        Set<String> faults = new HashSet<>();
        Set<String> epochs = new HashSet<>();
        boolean answerLost = false;
        int tries = 0;
        for (BatchLife life : all) {
            for (Attempt attempt : life.attempts()) {
                tries++;
                if (attempt.said() instanceof Answer.Given(String error, long _, long _) && !error.equals("NONE")) {
                    errors.add(error);
                }
                if (!attempt.fault().isEmpty()) {
                    faults.add(attempt.fault());
                }
                if (attempt.producerId() >= 0) {
                    epochs.add(attempt.producerId() + "/" + attempt.epoch());
                }
                answerLost |= attempt.forwarded() && attempt.acks() != 0
                        && (attempt.heard() == Heard.NOTHING || attempt.heard() == Heard.WAITING);
            }
        }
        return new Evidence.Wire(tries, errors, answerLost, epochs.size(), faults);
    }
}
