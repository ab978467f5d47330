package ackscope.core.audit;

import ackscope.core.send.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Joins claims with what the log holds, record by record. Fed with the log's records, each partition's in the order of offsets, then asked
 * once to {@link #judge}. Pure: no input, output, clock or thread of its own; for one thread.
 *
 * <p>The verdicts follow Jepsen's tests for Kafka ({@code jepsen.tests.kafka}: lost write, duplicate, aborted read, unseen) and Kafka's
 * {@code VerifiableProducer} with its validation of acknowledged numbers. State is a few bits for each record.
 */
final class Checker {
    private static final int LOOK = 1 << 16;

    private final Claims claims;
    private final int run;
    private final int most;
    private final List<NumberSet> byResend = new ArrayList<>();
    /** Copies that are not where the producer was told, and records that have one there as well. */
    private final NumberSet elsewhere = new NumberSet();
    private final NumberSet asToldToo = new NumberSet();
    private final NumberSet committed = new NumberSet();
    private final NumberSet hidden = new NumberSet();
    private final NumberSet duplicated = new NumberSet();
    private final NumberSet beside = new NumberSet();
    private final NumberSet reordered = new NumberSet();
    private final NumberSet wrong = new NumberSet();
    private final Sightings odd;
    private final Sightings marked;
    private final Highest highest = new Highest();
    private long copies;
    private long foreign;

    /** @param most how many suspects are kept of each verdict */
    Checker(Claims claims, int most) {
        this.claims = claims;
        this.run = claims.run();
        this.most = most;
        odd = new Sightings(8 * most);
        marked = new Sightings(8 * most);
    }

    /** A verdict that stands beside the fate, and the records that it is passed on. */
    private record Mark(Verdict verdict, NumberSet of) {
    }

    /** Told of every anomaly, and of every record that was removed, listed or not. */
    interface Watcher {
        void suspect(Verdict verdict, long number);
    }

    /** A record in the log that carries no stamp. */
    void foreign(Pass pass) {
        if (pass == Pass.UNCOMMITTED) {
            foreign++;
        }
    }

    /**
     * A record in the log.
     *
     * @param topic    index into {@link Claims#topics}
     * @param beyond   it lies beyond the last stable offset
     * @param checksum as its stamp says
     * @param intact   whether its value has that checksum
     * @return whether it is of this run
     */
    boolean saw(Pass pass, int topic, int partition, long offset, boolean beyond, int ofRun, long number, int resend,
            int checksum, boolean intact) {
        if (ofRun != run || number < 0 || number >= claims.size()) {
            foreign(pass);
            return false;
        }
        boolean asTold = claims.asTold(number, topic, partition, offset, checksum);
        if (!asTold && claims.read(number).topic() != topic) {
            // Somebody copied it to another topic: not what the producer sent.
            foreign(pass);
            return false;
        }
        if (pass == Pass.COMMITTED) {
            committed.add(number);
            return true;
        }
        copies++;
        boolean firstOfAll = !seen(number);
        boolean first = resend(resend).add(number);
        boolean marks = false;
        if (beyond) {
            hidden.add(number);
        }
        if (!first) {
            duplicated.add(number);
            marks = true;
        } else if (!firstOfAll) {
            beside.add(number);
            marks = true;
        }
        if (first && resend == 0 && highest.goesBack(topic, partition, claims.producer(number), number)) {
            reordered.add(number);
            marks = true;
        }
        if (!intact || (!asTold && checksum != claims.read(number).checksum())) {
            wrong.add(number);
            marks = true;
        }
        if (marks || !asTold) {
            note(number, resend, partition, offset, firstOfAll, marks);
        }
        return true;
    }

    /** Most copies lie where the producer was told, and then nothing need be noted. */
    private void note(long number, int resend, int partition, long offset, boolean firstOfAll, boolean marks) {
        Claim claim = claims.read(number);
        boolean told = claim.outcome() == Outcome.ACKED && claim.partition() == partition && claim.offset() == offset;
        if (!firstOfAll && told == elsewhere.has(number)) {
            // One copy lies there and another does not.
            asToldToo.add(number);
        }
        if (!told) {
            elsewhere.add(number);
        }
        if (marks) {
            // The other copies come along, as far as they are known, so that they are shown together.
            Sightings.Seen other = odd.of(number);
            other.offsets().forEach(at -> marked.add(number, other.resend(), partition, at));
            marked.add(number, resend, partition, offset);
        } else {
            odd.add(number, resend, partition, offset);
        }
    }

    private boolean seen(long number) {
        for (int resend = 0; resend < byResend.size(); resend++) {
            if (byResend.get(resend).has(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean asTold(long number) {
        return seen(number) && (!elsewhere.has(number) || asToldToo.has(number));
    }

    private NumberSet resend(int resend) {
        while (byResend.size() <= resend) {
            byResend.add(new NumberSet());
        }
        return byResend.get(resend);
    }

    /**
     * Passes the verdicts.
     *
     * @param topics  how far each was read, in the order of {@link Claims#topics}
     * @param watcher told in the order of the numbers
     * @throws CancellationException if {@code cancelled} says so on the way
     */
    Judgement judge(List<TopicRead> topics, Watcher watcher, BooleanSupplier cancelled) {
        Fates fates = new Fates(topics);
        List<Mark> marks = Stream.of(new Mark(Verdict.DUPLICATED, duplicated), new Mark(Verdict.RESENT_BESIDE, beside),
                new Mark(Verdict.REORDERED, reordered), new Mark(Verdict.WRONG_CONTENT, wrong))
                .filter(mark -> mark.of().size() > 0).toList();
        Tally tally = new Tally(watcher);
        long size = claims.size();
        for (long number = 0; number < size; number++) {
            if (number % LOOK == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Claim claim = claims.read(number);
            tally.pass(fates.of(claim, new Fates.Found(seen(number), committed.has(number), hidden.has(number))),
                    number, claim);
            for (Mark mark : marks) {
                if (mark.of().has(number)) {
                    tally.pass(mark.verdict(), number, claim);
                }
            }
        }
        return tally.judgement();
    }

    /** The verdicts so far, of one judging. */
    private final class Tally {
        private final Watcher watcher;
        private final Map<Verdict, long[]> counts = new EnumMap<>(Verdict.class);
        private final List<Suspect> suspects = new ArrayList<>();

        Tally(Watcher watcher) {
            this.watcher = watcher;
            for (Verdict verdict : Verdict.values()) {
                counts.put(verdict, new long[1]);
            }
            counts.get(Verdict.FOREIGN)[0] = foreign;
        }

        void pass(Verdict verdict, long number, Claim claim) {
            long count = ++counts.get(verdict)[0];
            if (verdict == Verdict.DELIVERED) {
                return;
            }
            if (verdict.anomaly() || verdict == Verdict.REMOVED) {
                watcher.suspect(verdict, number);
            }
            if (count <= most) {
                suspects.add(suspect(verdict, number, claim));
            }
        }

        Judgement judgement() {
            Map<Verdict, Long> all = new EnumMap<>(Verdict.class);
            counts.forEach((verdict, count) -> all.put(verdict, count[0]));
            all.values().removeIf(count -> count == 0);
            return new Judgement(all, copies, suspects);
        }
    }

    private Suspect suspect(Verdict verdict, long number, Claim claim) {
        List<Long> found = new ArrayList<>();
        List<Sightings.Seen> seen = List.of(odd.of(number), marked.of(number));
        seen.forEach(s -> found.addAll(s.offsets()));
        if (claim.offset() >= 0 && asTold(number)) {
            found.add(claim.offset());
        }
        List<Long> offsets = found.stream().distinct().sorted().toList();
        Sightings.Seen where = Collections.max(seen, Comparator.comparingInt(Sightings.Seen::partition));
        return new Suspect(verdict, number, where.resend(),
                where.partition() < 0 ? claim.partition() : where.partition(),
                claim.outcome() == Outcome.ACKED ? claim.offset() : -1, offsets);
    }
}
