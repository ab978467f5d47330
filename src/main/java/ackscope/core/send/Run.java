package ackscope.core.send;

import ackscope.core.event.Certainty;
import ackscope.core.event.Ending;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Waiting;
import ackscope.core.wire.WireSums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.Recorder;

/**
 * One run: everything that is known of its records. The sending thread opens records in order of their numbers; producers' I/O threads
 * report; any thread reads.
 */
public final class Run {
    private static final long HIGHEST_LATENCY_US = 3_600_000_000L;
    private static final int WORTH_MS = 2;
    private static final int BLOCKED_KEPT = 4096;
    private static final int MOST_ASKED = 2_000;

    private final int id;
    private final int ordinal;
    private final SendClock clock;
    private final long startedMs;
    private volatile long endedMs = Long.MAX_VALUE;
    private final long startedNanos;
    private final SendLedger ledger;
    private final CauseTable causes;
    private final Tally tally;
    private final List<Stretch> stretches = new CopyOnWriteArrayList<>();
    private final Map<Long, Integer> blocked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > BLOCKED_KEPT;
        }
    };
    private final Endings endings = new Endings();
    private final List<SentBy> producers = new CopyOnWriteArrayList<>();
    private final Recorder latencyUs = new Recorder(1, HIGHEST_LATENCY_US, 2);
    private final LongAdder acked = new LongAdder();
    private final LongAdder unconfirmed = new LongAdder();
    private final LongAdder unreported = new LongAdder();
    private final LongAdder unreportedTried = new LongAdder();
    private final LongAdder maybe = new LongAdder();
    private final LongAdder neverLeft = new LongAdder();
    private final LongAdder doubles = new LongAdder();
    private final AtomicLong held = new AtomicLong();
    private final ReportWays ways = new ReportWays();
    private final Awaited awaited;
    private final Map<FailureKind, LongAdder> failed = new EnumMap<>(FailureKind.class);

    private final Function<String, TopicStart> starts;
    private final Map<String, TopicStart> begun = new ConcurrentHashMap<>();

    /** Records sent alike, from the first number on. */
    private record Stretch(long first, String topic, Terms terms, boolean stamped) {
        boolean like(Stretch other) {
            return topic.equals(other.topic) && terms.equals(other.terms) && stamped == other.stamped;
        }
    }

    /**
     * Records that follow one another and were sent alike.
     *
     * @param first   the first number
     * @param next    the number after the last one so far
     * @param stamped whether they carry their number, so that they can be known again in the log
     */
    public record Leg(long first, long next, String topic, Terms terms, boolean stamped) {
    }

    /**
     * @param folder made if it is not there; belongs to this run alone
     * @param clock  of all its times
     */
    Run(int id, Path folder, SendClock clock) {
        this(id, id, folder, clock, _ -> TopicStart.UNKNOWN);
    }

    /**
     * @param id      what the records' stamps hold
     * @param ordinal what people are shown
     * @param folder  made if it is not there; belongs to this run alone
     * @param clock   of all its times
     * @param starts  asked by the sending thread for each topic before its first record; may take a moment, never throws
     */
    Run(int id, int ordinal, Path folder, SendClock clock, Function<String, TopicStart> starts) {
        this.id = id;
        this.ordinal = ordinal;
        this.starts = starts;
        this.clock = clock;
        startedMs = clock.ms();
        startedNanos = clock.nanos();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The run's folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        ledger = new SendLedger(folder);
        awaited = new Awaited(ledger, this::blockedMs);
        causes = new CauseTable(folder);
        tally = new Tally(id, clock::ms);
        for (FailureKind kind : FailureKind.values()) {
            failed.put(kind, new LongAdder());
        }
    }

    /** The run's number as its records' stamps hold it: no other run has it, of this process or of an earlier one. */
    public int id() {
        return id;
    }

    /** The run's number as people are shown it, counted from 1 in this process. */
    public int ordinal() {
        return ordinal;
    }

    /** When it began, ms since the epoch. */
    public long startedMs() {
        return startedMs;
    }

    /** When it was over, with its last producer closed, ms since the epoch; {@link Long#MAX_VALUE} while it goes on. */
    public long endedMs() {
        return endedMs;
    }

    /** Nothing more will be added to it. */
    void ended() {
        if (endedMs == Long.MAX_VALUE) {
            endedMs = clock.ms();
        }
    }

    /** Records so far. */
    public long size() {
        return ledger.size();
    }

    /** The ledger's entry of one record, {@code number} below {@link #size}. */
    public SendLedger.Entry read(long number) {
        return ledger.read(number);
    }

    /** Whether a record was reported ok with this partition, offset and checksum. */
    public boolean ackedAs(long number, int partition, long offset, int checksum) {
        return ledger.ackedAs(number, partition, offset, checksum);
    }

    /** The cause of an entry whose cause is not 0. */
    public Cause cause(int number) {
        return causes.get(number);
    }

    /** The topic that a record was sent to. */
    public String topic(long number) {
        return stretchOf(number).topic();
    }

    /** Whether a record was sent with acks=0, so that its acknowledgement is the socket's and no broker's. */
    public boolean acksNone(long number) {
        return stretchOf(number).terms().acksNone();
    }

    /** The terms on which a record was sent. */
    public Terms terms(long number) {
        return stretchOf(number).terms();
    }

    /** The records about this number that were sent alike. */
    public Leg leg(long number) {
        long size = size();
        int at = placeOf(number);
        Stretch found = stretches.get(at);
        long next = at + 1 < stretches.size() ? stretches.get(at + 1).first() : size;
        return new Leg(found.first(), Math.max(next, number + 1), found.topic(), found.terms(), found.stamped());
    }

    /** Where a topic stood before the run's first record for it. */
    public TopicStart start(String topic) {
        return begun.getOrDefault(topic, TopicStart.UNKNOWN);
    }

    /** Whether a record waits in the outbox, without a report. */
    public boolean isHeld(long number) {
        return ledger.isHeld(number);
    }

    /** The producers that sent it, in order. */
    public List<SentBy> producers() {
        return List.copyOf(producers);
    }

    /** From now on this producer sends. */
    void sentBy(SentBy producer) {
        producers.add(producer);
    }

    /** The topics of all records so far, in the order of their first record. */
    public List<String> topics() {
        return stretches.stream().map(Stretch::topic).distinct().toList();
    }

    /** How the transaction ended that a record was sent in. */
    public Ending ending(long number) {
        return endings.of(number);
    }

    /** How many transactions were begun. */
    public int transactions() {
        return endings.size();
    }

    /** A transaction begins with the next record. */
    void transactionBegan() {
        endings.began(ledger.size());
    }

    /** The transaction of the last records ended. */
    void transactionEnded(Ending ending) {
        endings.ended(ledger.size(), ending);
    }

    /** By which way its records were reported. */
    public ReportWays ways() {
        return ways;
    }

    /** How long {@code send()} blocked for a record, ms; 0 if it took less than {@value #WORTH_MS} ms, or is forgotten. */
    public int blockedMs(long number) {
        synchronized (blocked) {
            return blocked.getOrDefault(number, 0);
        }
    }

    /** The topic of all records so far; empty if there are several. */
    public Optional<String> onlyTopic() {
        List<Stretch> all = List.copyOf(stretches);
        return !all.isEmpty() && all.stream().allMatch(s -> s.topic().equals(all.getFirst().topic()))
                ? Optional.of(all.getFirst().topic())
                : Optional.empty();
    }

    /** The last stretch that begins at or before a number: there may be one for every send action, so halving finds it. */
    private Stretch stretchOf(long number) {
        return stretches.get(placeOf(number));
    }

    private int placeOf(long number) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).first() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The records from here on go to this topic on these terms. */
    void stretch(String topic, Terms terms, boolean stamped) {
        if (!begun.containsKey(topic)) {
            begun.put(topic, starts.apply(topic));
        }
        Stretch next = new Stretch(ledger.size(), topic, terms, stamped);
        if (stretches.isEmpty() || !next.like(stretches.getLast())) {
            stretches.add(next);
        }
    }

    /** {@code send()} returned for a record, after this long. */
    void blocked(long number, long tookNanos) {
        int ms = (int) (tookNanos / 1_000_000);
        if (ms >= WORTH_MS) {
            synchronized (blocked) {
                blocked.put(number, ms);
            }
        }
        awaited.leaves();
    }

    void opened(long number, long nanos, int checksum) {
        ledger.opened(number, sinceStart(nanos), checksum);
    }

    private int sinceStart(long nanos) {
        return (int) ((nanos - startedNanos) / 1_000_000);
    }

    /** A record without a report went into the outbox, or back there. */
    void held(long number) {
        if (ledger.open(number) && !ledger.isHeld(number)) {
            held.incrementAndGet();
            ledger.held(number);
            awaited.over(number);
        }
    }

    /** A record of this run left the outbox for the producer. */
    void given(long number, long nanos) {
        if (ledger.isHeld(number)) {
            held.decrementAndGet();
            synchronized (blocked) {
                blocked.remove(number);
            }
            ledger.given(number, sinceStart(nanos));
            awaited.replayed(number);
        }
    }

    private boolean report(long number, Outcome outcome, int cause, int partition, long offset, int ms) {
        boolean wasHeld = held.get() > 0 && ledger.isHeld(number);
        boolean first = ledger.reported(number, outcome, cause, partition, offset, ms);
        awaited.over(number);
        if (first && wasHeld) {
            held.decrementAndGet();
        }
        return first;
    }

    /**
     * @param acksNone  sent with acks=0
     * @param announced whether the record was announced when it was sent
     */
    void acked(String topic, RecordId record, int partition, long offset, boolean acksNone, boolean announced,
            long tookNanos) {
        long number = record.number();
        int ms = (int) (tookNanos / 1_000_000);
        if (report(number, Outcome.ACKED, 0, partition, offset, ms)) {
            acked.increment();
            if (acksNone) {
                unconfirmed.increment();
            }
            latencyUs.recordValue(Math.clamp(tookNanos / 1000, 1, HIGHEST_LATENCY_US));
            tally.acked(topic, number, record.resend(), partition, offset, ms, acksNone, announced);
        } else {
            doubles.increment();
        }
    }

    /** @param announced whether the record was announced when it was sent */
    void failed(String topic, RecordId record, int partition, Cause cause, boolean announced, long tookNanos) {
        long number = record.number();
        int ms = (int) (tookNanos / 1_000_000);
        int causeNumber = causes.number(cause);
        if (report(number, Outcome.FAILED, causeNumber, partition, -1, ms)) {
            failed.get(cause.kind()).increment();
            if (cause.certainty() != Certainty.NO) {
                maybe.increment();
            } else if (cause.kind().edge() == FlowEdge.NEVER_SENT) {
                neverLeft.increment();
            }
            tally.failed(causeNumber, cause, topic, number, record.resend(), partition, ms, announced);
        } else {
            doubles.increment();
        }
    }

    /** Marks what is still open from {@code first} on as unreported, and tells of it, one event for each topic. */
    List<LabEvent> unreported(long first, String reason, Witness wire) {
        if (inFlight() == 0) {
            return List.of();
        }
        Map<String, Unreported> groups = new LinkedHashMap<>();
        int asked = 0;
        for (long number = first; number < ledger.size(); number++) {
            if (ledger.open(number) && !ledger.isHeld(number)
                    && ledger.reported(number, Outcome.UNREPORTED, 0, -1, -1, 0)) {
                long found = number;
                awaited.over(number);
                groups.computeIfAbsent(topic(number), _ -> new Unreported(found)).add(number);
                unreported.increment();
                // Each question takes a moment, and a close must not take long: beyond the first ones it is left open.
                Tries tries = asked++ < MOST_ASKED
                        ? wire.tries(new RecordId(id, number, 0), topic(number), -1, terms(number).clientId())
                        : Tries.UNKNOWN;
                if (!tries.known() || tries.count() > 0) {
                    unreportedTried.increment();
                    maybe.increment();
                }
            }
        }
        List<LabEvent> events = new ArrayList<>();
        groups.forEach((topic, g) -> events.add(new RecordEvent.Unreported(new RecordId(id, g.first, 0),
                new RecordId(id, g.last, 0), g.count, topic, reason, clock.ms())));
        return events;
    }

    private static final class Unreported {
        private final long first;
        private long last;
        private long count;

        Unreported(long first) {
            this.first = first;
        }

        void add(long number) {
            last = number;
            count++;
        }
    }

    /** What was gathered since the last flush. */
    List<LabEvent> flush() {
        return tally.flush();
    }

    /** Times from {@code send()} to acknowledgement, µs, since the last call of {@code getIntervalHistogram}; for one reader. */
    public Recorder latencyUs() {
        return latencyUs;
    }

    /**
     * The sums now, with the edges from what the wire counted, or reckoned from what the client counts if no wire is watched.
     *
     * @param wire    what the wire counted of this run's producers
     * @param watched whether there is a wire
     */
    RunTotals totals(Supplier<ClientMetrics> metrics, Supplier<WireSums> wire, boolean watched) {
        // Reports first, then what the client counts, the size last: so open is never negative, and when it is 0 the client's totals
        // are of the same moment.
        long blind = unconfirmed.sum();
        long ok = acked.sum();
        long none = unreported.sum();
        long maybeWritten = maybe.sum();
        long certainlyUnsent = neverLeft.sum();
        Map<FailureKind, Long> bad = new EnumMap<>(FailureKind.class);
        failed.forEach((kind, sum) -> bad.put(kind, sum.sum()));
        long allBad = bad.values().stream().mapToLong(Long::longValue).sum();
        long triedUnreported = unreportedTried.sum();
        ClientMetrics client = metrics.get();
        WireSums seen = wire.get();
        long sent = ledger.size();
        long open = sent - ok - none - allBad;
        // What is in the outbox is on no edge.
        long inOutbox = Math.min(open, held.get());
        boolean atRest = open == inOutbox;
        Map<FlowEdge, Long> edges = watched
                ? new WireAccounts(seen.sent(), seen.open(), seen.heardOk(), ok,
                        leftBy(FlowEdge.EXHAUSTED, bad) + triedUnreported, leftBy(FlowEdge.NOT_RETRIABLE, bad),
                        leftBy(FlowEdge.NEVER_SENT, bad) + none - triedUnreported, atRest).edges()
                : reckoned(client, ok, none, bad, atRest);
        return new RunTotals(sent, ok, open, allBad, none, maybeWritten, certainlyUnsent, doubles.sum(), blind,
                inOutbox,
                edges);
    }

    private static long leftBy(FlowEdge edge, Map<FailureKind, Long> bad) {
        return bad.entrySet().stream().filter(e -> e.getKey().edge() == edge).mapToLong(Map.Entry::getValue).sum();
    }

    private static Map<FlowEdge, Long> reckoned(ClientMetrics client, long acked, long unreported,
            Map<FailureKind, Long> bad, boolean atRest) {
        long idle = bad.get(FailureKind.EXPIRED_QUEUED);
        long dropped = bad.get(FailureKind.DISCARDED) + bad.get(FailureKind.REFUSED);
        return new FlowAccounts(client.recordSendTotal(), client.recordRetryTotal(), client.batchSplitTotal(), acked,
                bad.get(FailureKind.RETRIES_USED_UP), bad.get(FailureKind.NOT_RETRIABLE),
                bad.get(FailureKind.EXPIRED) + bad.get(FailureKind.GIVEN_UP), idle,
                leftBy(FlowEdge.NEVER_SENT, bad) - idle - dropped, dropped, unreported, atRest).edges();
    }

    /** How many records the producer has, with no report yet; what the outbox holds is not among them. */
    public long inFlight() {
        return open() - held.get();
    }

    /** What the producer has had longest without a report. Costs what happened since the last call; for one thread. */
    Waiting waiting(long budgetMs) {
        return awaited.waiting(() -> sinceStart(clock.nanos()), budgetMs);
    }

    /** {@code send()} is called for a record. */
    void enters(long number) {
        awaited.enters(number);
    }

    /** How many records have no report yet. */
    long open() {
        long reports = acked.sum() + unreported.sum();
        for (LongAdder sum : failed.values()) {
            reports += sum.sum();
        }
        return ledger.size() - reports;
    }
}
