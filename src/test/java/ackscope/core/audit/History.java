package ackscope.core.audit;

import ackscope.core.audit.TopicRead.Identity;
import ackscope.core.event.Ending;
import ackscope.core.send.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A made-up run and the log that it left, with what must be found in it. Each record has a story, which says what the producer was told,
 * what copies are in the log, and by that what its fate is. What the marks must be is reckoned from the final log alone, in the plainest
 * way, by code that shares nothing with the checker.
 */
final class History {
    static final int RUN = 4711;
    private static final int MISSING = -1;

    /** What happens to one record. */
    enum Story {
        DELIVERED, UNCONFIRMED, FAILED_ABSENT, FAILED_NOWHERE, UNREPORTED_ABSENT, UNREPORTED_WRITTEN, HELD, HELD_THEN_SENT, TWICE_ON_PURPOSE,
        // The rest are anomalies.
        LOST_OFFSET_REUSED, LOST_BEYOND_END, LOST_UNCONFIRMED, FAILED_WRITTEN, COPIED, COPIED_UNCONFIRMED, OVERTAKEN, SPOILED, SPOILED_WITH_STAMP, ABORTED_SEEN, COMMITTED_UNSEEN;

        boolean clean() {
            return compareTo(LOST_OFFSET_REUSED) < 0;
        }
    }

    /** A copy in a log; of no record of the run if the number is {@link #MISSING}. */
    static final class Copy {
        final int topic;
        final int partition;
        final int number;
        final int resend;
        final double place;
        int checksum;
        boolean intact = true;
        boolean visible = true;
        long offset;

        Copy(int topic, int partition, int number, int resend, double place) {
            this.topic = topic;
            this.partition = partition;
            this.number = number;
            this.resend = resend;
            this.place = place;
            checksum = number * 31;
        }
    }

    private static final class Sent {
        Story story;
        int topic;
        int partition;
        int producer;
        Ending ending = Ending.NONE;
        boolean dropped;
        final List<Copy> copies = new ArrayList<>();
        Claim claim;
        Verdict fate;
    }

    final List<Copy> log = new ArrayList<>();
    final Map<Verdict, Long> expected = new EnumMap<>(Verdict.class);
    final List<TopicRead> topics = new ArrayList<>();
    private final Random random;
    private final List<Sent> sent = new ArrayList<>();
    private final int topicCount;
    private final int partitions;
    private final long[][] starts;
    private final long[][] logStarts;
    private final long[][] ends;
    private final boolean transactions;
    private long foreign;
    private long stable = Long.MAX_VALUE;

    /**
     * @param size    how many records
     * @param stories of records that nothing else is said of
     * @param planted of these numbers
     */
    History(long seed, int size, List<Story> stories, Map<Integer, Story> planted, boolean transactions, boolean cut) {
        random = new Random(seed);
        topicCount = 1 + random.nextInt(2);
        partitions = 1 + random.nextInt(3);
        starts = new long[topicCount][partitions];
        logStarts = new long[topicCount][partitions];
        ends = new long[topicCount][partitions];
        this.transactions = transactions;
        send(size, stories, planted);
        sent.forEach(this::write);
        strangers();
        lay();
        if (cut) {
            cut();
        }
        claim();
        if (transactions && random.nextInt(4) == 0) {
            // Of somebody else's open transaction, say: all partitions have the same last stable offset here.
            stable = 1_000L + random.nextInt(1 + size);
        }
        judge();
    }

    private void send(int size, List<Story> stories, Map<Integer, Story> planted) {
        int topic = 0;
        int producer = 1;
        Ending ending = Ending.NONE;
        for (int number = 0; number < size; number++) {
            if (random.nextInt(10) == 0) {
                topic = random.nextInt(topicCount);
                producer++;
            }
            if (transactions && random.nextInt(4) == 0) {
                ending = random.nextInt(3) == 0 ? Ending.ABORTED : Ending.COMMITTED;
            } else if (transactions && ending == Ending.NONE) {
                ending = Ending.COMMITTED;
            }
            Sent one = new Sent();
            one.topic = topic;
            one.producer = producer;
            one.partition = random.nextInt(partitions);
            one.ending = ending;
            one.story = planted.getOrDefault(number, stories.get(random.nextInt(stories.size())));
            if (transactions && one.story != Story.ABORTED_SEEN && one.story != Story.COMMITTED_UNSEEN) {
                one.story = Story.DELIVERED;
            }
            if (one.story == Story.ABORTED_SEEN) {
                one.ending = Ending.ABORTED;
            } else if (one.story == Story.COMMITTED_UNSEEN) {
                one.ending = Ending.COMMITTED;
            }
            sent.add(one);
        }
    }

    private void write(Sent one) {
        int number = sent.indexOf(one);
        switch (one.story) {
            case DELIVERED, UNCONFIRMED, UNREPORTED_WRITTEN, FAILED_WRITTEN -> copy(one, number, 0, number);
            case HELD_THEN_SENT -> copy(one, number, 1 + random.nextInt(3), number + random.nextInt(5) + 0.3);
            case TWICE_ON_PURPOSE -> {
                copy(one, number, 0, number);
                copy(one, number, 1, number + random.nextInt(5) + 0.3);
            }
            case COPIED, COPIED_UNCONFIRMED -> {
                copy(one, number, 0, number);
                copy(one, number, 0, number + random.nextInt(5) + 0.3);
            }
            case OVERTAKEN -> copy(one, number, 0, number + 1.5);
            case SPOILED -> {
                copy(one, number, 0, number);
                one.copies.getFirst().intact = false;
            }
            case SPOILED_WITH_STAMP -> {
                copy(one, number, 0, number);
                one.copies.getFirst().checksum++;
            }
            case ABORTED_SEEN, COMMITTED_UNSEEN -> copy(one, number, 0, number);
            case FAILED_ABSENT, FAILED_NOWHERE, UNREPORTED_ABSENT, HELD, LOST_OFFSET_REUSED, LOST_BEYOND_END,
                    LOST_UNCONFIRMED ->
                {
                }
        }
        for (Copy copy : one.copies) {
            copy.visible = one.ending != Ending.ABORTED ^ (one.story == Story.ABORTED_SEEN
                    || one.story == Story.COMMITTED_UNSEEN);
        }
    }

    private void copy(Sent one, int number, int resend, double place) {
        Copy copy = new Copy(one.topic, one.partition, number, resend, place);
        one.copies.add(copy);
        log.add(copy);
    }

    private void strangers() {
        foreign = random.nextInt(4);
        for (int i = 0; i < foreign; i++) {
            log.add(new Copy(random.nextInt(topicCount), random.nextInt(partitions), MISSING, 0,
                    random.nextInt(sent.size() + 1) + 0.1));
        }
    }

    /** Gives offsets, with holes where transactions' markers are. */
    private void lay() {
        log.sort((a, b) -> Double.compare(a.place, b.place));
        for (int topic = 0; topic < topicCount; topic++) {
            for (int partition = 0; partition < partitions; partition++) {
                long next = 1_000;
                starts[topic][partition] = next;
                logStarts[topic][partition] = random.nextBoolean() ? 0 : next;
                for (Copy copy : in(topic, partition)) {
                    next += transactions ? random.nextInt(2) : 0;
                    copy.offset = next++;
                }
                ends[topic][partition] = next;
            }
        }
    }

    private List<Copy> in(int topic, int partition) {
        return log.stream().filter(c -> c.topic == topic && c.partition == partition).toList();
    }

    /** Retention removes the beginning of some partitions. */
    private void cut() {
        for (int topic = 0; topic < topicCount; topic++) {
            for (int partition = 0; partition < partitions; partition++) {
                List<Copy> all = in(topic, partition);
                int gone = random.nextInt(all.size() + 1);
                if (gone > 0) {
                    logStarts[topic][partition] = all.get(gone - 1).offset + 1;
                    log.removeAll(all.subList(0, gone));
                }
            }
        }
        Set<Copy> left = new HashSet<>(log);
        sent.forEach(one -> one.dropped = !one.copies.isEmpty() && one.copies.stream().noneMatch(left::contains));
        foreign = log.stream().filter(c -> c.number == MISSING).count();
    }

    private boolean moved(int topic, int partition) {
        return logStarts[topic][partition] > starts[topic][partition];
    }

    private boolean anyMoved(int topic) {
        for (int partition = 0; partition < partitions; partition++) {
            if (moved(topic, partition)) {
                return true;
            }
        }
        return false;
    }

    private void claim() {
        for (int number = 0; number < sent.size(); number++) {
            Sent one = sent.get(number);
            boolean cutHere = moved(one.topic, one.partition);
            switch (one.story) {
                case DELIVERED, HELD_THEN_SENT, TWICE_ON_PURPOSE, COPIED, OVERTAKEN, SPOILED, SPOILED_WITH_STAMP,
                        ABORTED_SEEN, COMMITTED_UNSEEN -> {
                    // What was told is the last copy's offset, so that a log that lost its beginning has lost all of them.
                    told(one, number, Outcome.ACKED, one.copies.getLast().offset);
                    fate(one, one.dropped ? Verdict.REMOVED : Verdict.DELIVERED);
                }
                case UNCONFIRMED, COPIED_UNCONFIRMED -> {
                    told(one, number, Outcome.ACKED, -1);
                    fate(one, one.dropped ? Verdict.NOT_READ : Verdict.DELIVERED);
                }
                case FAILED_ABSENT -> {
                    told(one, number, Outcome.FAILED, -1);
                    fate(one, cutHere ? Verdict.NOT_READ : Verdict.ABSENT_AS_TOLD);
                }
                case FAILED_NOWHERE -> {
                    int partition = one.partition;
                    one.partition = -1;
                    told(one, number, Outcome.FAILED, -1);
                    one.partition = partition;
                    fate(one, anyMoved(one.topic) ? Verdict.NOT_READ : Verdict.ABSENT_AS_TOLD);
                }
                case UNREPORTED_ABSENT -> {
                    told(one, number, Outcome.UNREPORTED, -1);
                    fate(one, cutHere ? Verdict.NOT_READ : Verdict.UNKNOWN_ABSENT);
                }
                case UNREPORTED_WRITTEN -> {
                    told(one, number, Outcome.UNREPORTED, -1);
                    fate(one, one.dropped ? Verdict.NOT_READ : Verdict.UNKNOWN_WRITTEN);
                }
                case FAILED_WRITTEN -> {
                    told(one, number, Outcome.FAILED, -1);
                    fate(one, one.dropped ? Verdict.NOT_READ : Verdict.WRITTEN_THOUGH_FAILED);
                }
                case HELD -> {
                    one.claim = new Claim(Outcome.OPEN, one.topic, -1, -1, number * 31, one.producer, one.ending, true,
                            true);
                    fate(one, Verdict.IN_OUTBOX);
                }
                case LOST_OFFSET_REUSED -> {
                    // The new leader gave the offset to another record, if there is one.
                    List<Copy> others = in(one.topic, one.partition);
                    long reused = others.isEmpty()
                            ? ends[one.topic][one.partition]
                            : others.get(random.nextInt(others.size())).offset;
                    told(one, number, Outcome.ACKED, reused);
                    fate(one, Verdict.LOST);
                }
                case LOST_BEYOND_END -> {
                    told(one, number, Outcome.ACKED, ends[one.topic][one.partition] + random.nextInt(50));
                    fate(one, Verdict.LOST);
                }
                case LOST_UNCONFIRMED -> {
                    told(one, number, Outcome.ACKED, -1);
                    fate(one, cutHere ? Verdict.NOT_READ : Verdict.LOST);
                }
            }
        }
    }

    private void told(Sent one, int number, Outcome outcome, long offset) {
        one.claim = new Claim(outcome, one.topic, one.partition, offset, number * 31, one.producer, one.ending, false,
                true);
    }

    private void fate(Sent one, Verdict plain) {
        one.fate = plain;
    }

    private void judge() {
        for (Sent one : sent) {
            count(transactions ? inTransaction(one) : one.fate);
        }
        if (foreign > 0) {
            expected.put(Verdict.FOREIGN, foreign);
        }
        marks();
        for (int topic = 0; topic < topicCount; topic++) {
            List<PartitionRead> reads = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                reads.add(new PartitionRead("t" + topic, partition, starts[topic][partition],
                        logStarts[topic][partition], ends[topic][partition], stable, 0, 0, true, ""));
            }
            topics.add(new TopicRead("t" + topic, Identity.SAME, reads));
        }
    }

    private Verdict inTransaction(Sent one) {
        if (one.dropped) {
            return one.ending == Ending.ABORTED ? Verdict.ABORTED : Verdict.REMOVED;
        }
        boolean beyond = one.copies.stream().anyMatch(c -> c.offset >= stable);
        if (one.ending == Ending.ABORTED) {
            return one.story == Story.ABORTED_SEEN && !beyond
                    ? Verdict.ABORTED_VISIBLE
                    : beyond ? Verdict.NOT_READ : Verdict.ABORTED;
        }
        return beyond
                ? Verdict.NOT_READ
                : one.story == Story.COMMITTED_UNSEEN ? Verdict.COMMITTED_INVISIBLE : Verdict.DELIVERED;
    }

    private void count(Verdict verdict) {
        expected.merge(verdict, 1L, Long::sum);
    }

    private void marks() {
        for (int number = 0; number < sent.size(); number++) {
            int n = number;
            List<Copy> mine = log.stream().filter(c -> c.number == n).toList();
            Map<Integer, Integer> byResend = new HashMap<>();
            mine.forEach(c -> byResend.merge(c.resend, 1, Integer::sum));
            if (byResend.values().stream().anyMatch(times -> times > 1)) {
                count(Verdict.DUPLICATED);
            }
            if (byResend.size() > 1) {
                count(Verdict.RESENT_BESIDE);
            }
            if (mine.stream().anyMatch(c -> !c.intact || c.checksum != n * 31)) {
                count(Verdict.WRONG_CONTENT);
            }
            if (mine.stream().filter(c -> c.resend == 0).findFirst().filter(this::overtaken).isPresent()) {
                count(Verdict.REORDERED);
            }
        }
    }

    private boolean overtaken(Copy first) {
        Sent one = sent.get(first.number);
        return log.stream().anyMatch(c -> c.topic == first.topic && c.partition == first.partition && c.resend == 0
                && c.offset < first.offset && c.number > first.number && sent.get(c.number).producer == one.producer);
    }

    Claims claims() {
        return new Claims() {
            @Override
            public int run() {
                return RUN;
            }

            @Override
            public long size() {
                return sent.size();
            }

            @Override
            public List<String> topics() {
                return topicCount == 1 ? List.of("t0") : List.of("t0", "t1");
            }

            @Override
            public Claim read(long number) {
                return sent.get((int) number).claim;
            }
        };
    }

    /** What the checker makes of it. */
    Judgement check() {
        Checker checker = new Checker(claims(), 200);
        for (Copy copy : log) {
            boolean beyond = copy.offset >= stable;
            if (copy.number == MISSING) {
                switch (random.nextInt(3)) {
                    case 0 -> checker.foreign(Pass.UNCOMMITTED);
                    case 1 -> checker.saw(Pass.UNCOMMITTED, copy.topic, copy.partition, copy.offset, beyond, RUN + 1, 0,
                            0, 0, true);
                    default -> checker.saw(Pass.UNCOMMITTED, copy.topic, copy.partition, copy.offset, beyond, RUN,
                            sent.size(), 0, 0, true);
                }
                continue;
            }
            checker.saw(Pass.UNCOMMITTED, copy.topic, copy.partition, copy.offset, beyond, RUN, copy.number,
                    copy.resend, copy.checksum, copy.intact);
            if (transactions && copy.visible && !beyond) {
                checker.saw(Pass.COMMITTED, copy.topic, copy.partition, copy.offset, false, RUN, copy.number,
                        copy.resend, copy.checksum, copy.intact);
            }
        }
        return checker.judge(topics, (_, _) -> {
        }, () -> false);
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        for (int number = 0; number < sent.size(); number++) {
            Sent one = sent.get(number);
            all.append(number).append(' ').append(one.story).append(' ').append(one.ending).append(" t")
                    .append(one.topic).append('-').append(one.partition).append(" producer ").append(one.producer)
                    .append(" told ").append(one.claim.offset()).append(" at ")
                    .append(one.copies.stream().map(c -> c.resend + ":" + c.offset).toList()).append('\n');
        }
        return all.toString();
    }
}
