package ackscope.core.audit;

import ackscope.core.audit.LogReader.Span;
import ackscope.core.audit.Quiet.Settled;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.TopicLog;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.compose.RecordStamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Audits a run: waits until the ends of its partitions are proven, reads them from the run's start, once read_uncommitted and for runs with
 * transactions once read_committed, and joins what it finds with the ledger. The producer must be closed and faults healed before, unless
 * the audit is provisional. Blocks for as long as it takes, with a limit on every wait; any thread, one audit at a time for each auditor.
 */
public final class Auditor {
    private static final int LISTED = 200;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String GOES_ON = "the run goes on";

    private final Map<String, Object> clientProperties;

    /** @param clientProperties how to reach the cluster */
    public Auditor(Map<String, Object> clientProperties) {
        this.clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * Audits.
     *
     * @param progress  told what is done, several times a second, on this thread
     * @param cancelled asked several times a second
     * @throws CancellationException when {@code cancelled} said so
     */
    public AuditReport audit(AuditSubject subject, Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        try (TopicLogs logs = new TopicLogs(() -> clientProperties)) {
            return new Reading(subject, logs, progress, cancelled).audit();
        }
    }

    /** One audit. */
    private final class Reading {
        private final AuditSubject subject;
        private final TopicLogs logs;
        private final Consumer<AuditProgress> progress;
        private final BooleanSupplier cancelled;
        private final RunClaims claims;
        private final RunFacts facts;
        private final Checker checker;
        private final Map<TopicPartition, PartOf> parts = new LinkedHashMap<>();
        private long bytes;

        /** One partition, and what was found in it so far. */
        private static final class PartOf {
            private final int topic;
            private final long start;
            private final TopicLog.Partition at;
            private final long from;
            private String obstacle;
            private long uncommitted;
            private long committed;

            PartOf(int topic, long start, TopicLog.Partition at, String obstacle) {
                this.topic = topic;
                this.start = start;
                this.at = at;
                this.obstacle = obstacle;
                from = Math.max(start, at.start());
            }

            boolean readable() {
                return at.leader() >= 0 && at.start() >= 0 && at.end() >= 0;
            }
        }

        Reading(AuditSubject subject, TopicLogs logs, Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
            this.subject = subject;
            this.logs = logs;
            this.progress = progress;
            this.cancelled = cancelled;
            claims = new RunClaims(subject.run());
            facts = new RunFacts(subject.run(), subject.lives());
            checker = new Checker(claims, LISTED);
        }

        AuditReport audit() {
            long began = System.currentTimeMillis();
            List<String> obstacles = new ArrayList<>(subject.obstacles());
            boolean committedToo = subject.run().transactions() > 0;
            progress.accept(AuditProgress.of("looking at the logs"));
            List<Settled> settled = settle();
            for (int topic = 0; topic < settled.size(); topic++) {
                add(topic, settled.get(topic));
            }
            pass(Pass.UNCOMMITTED, committedToo ? " (pass 1 of 2, read_uncommitted)" : "");
            if (committedToo) {
                pass(Pass.COMMITTED, " (pass 2 of 2, read_committed)");
            }
            progress.accept(AuditProgress.of("joining reports with the log"));
            List<TopicRead> reads = new ArrayList<>();
            for (int topic = 0; topic < settled.size(); topic++) {
                reads.add(read(topic, settled.get(topic), committedToo));
            }
            Map<String, Integer> minInsync = new HashMap<>();
            settled.forEach(s -> s.log().ifPresent(log -> minInsync.put(s.topic(), log.minInsyncReplicas())));
            Explainer explainer = new Explainer(facts, subject, minInsync);
            Judgement judgement = checker.judge(reads, explainer, cancelled);
            obstacles.addAll(obstacles(settled, reads));
            Offenders offenders = new Offenders(claims, facts, subject.happenings(), reads);
            boolean acksNone = subject.run().producers().stream()
                    .anyMatch(p -> p.settings().getOrDefault("acks", "").equals("0"));
            return new AuditReport(subject.run().ordinal(), provisional(), obstacles,
                    judgement.counts().entrySet().stream().filter(e -> e.getKey().kind() == Verdict.Kind.FATE)
                            .mapToLong(Map.Entry::getValue).sum(),
                    judgement.counts(), judgement.copies(), acksNone,
                    reads.stream().flatMap(r -> r.partitions().stream()).toList(),
                    judgement.suspects().stream().map(offenders::of).toList(), explainer.findings(), began,
                    System.currentTimeMillis() - began, bytes);
        }

        private boolean provisional() {
            return subject.provisional() || !subject.obstacles().isEmpty();
        }

        private List<Settled> settle() {
            Quiet quiet = new Quiet(topic -> logs.read(topic, LOOK), new SystemClock());
            if (provisional()) {
                return quiet.once(claims.topics(),
                        subject.provisional() ? GOES_ON : "what stood in the way could not be healed");
            }
            Told told = new Told(subject.run(), facts, claims.topics(), cancelled);
            return quiet.await(claims.topics(), lagMs(), told::doubts, progress, cancelled);
        }

        private long lagMs() {
            for (String topic : claims.topics()) {
                try {
                    Optional<Integer> leader = logs.read(topic, LOOK).stream().flatMap(l -> l.partitions().stream())
                            .map(TopicLog.Partition::leader).filter(id -> id >= 0).findFirst();
                    if (leader.isPresent()) {
                        return logs.lagTimeMs(leader.get());
                    }
                } catch (ClusterException e) {
                    // Told by the wait that follows.
                }
            }
            return logs.lagTimeMs(0);
        }

        private void add(int index, Settled topic) {
            boolean same = identity(topic, topic.log()) == TopicRead.Identity.SAME;
            boolean compacted = topic.log().map(TopicLog::compacted).orElse(false);
            topic.log().ifPresent(log -> log.partitions().forEach(p -> parts.put(
                    new TopicPartition(topic.topic(), p.number()),
                    new PartOf(index, same ? subject.run().start(topic.topic()).offset(p.number()) : 0, p,
                            topic.obstacles().getOrDefault(p.number(),
                                    compacted ? "the topic is compacted, so records may be gone on purpose" : "")))));
        }

        private void pass(Pass pass, String words) {
            Map<TopicPartition, Span> spans = new LinkedHashMap<>();
            parts.forEach((place, part) -> {
                if (part.readable()) {
                    spans.put(place, new Span(part.from, pass == Pass.UNCOMMITTED ? part.at.end() : part.at.stable()));
                }
            });
            long all = spans.values().stream().mapToLong(s -> Math.max(0, s.to() - s.from())).sum();
            try (var consumer = AuditConsumer.open(clientProperties, pass)) {
                new LogReader(consumer, System::nanoTime).read(spans, record -> take(pass, record),
                        done -> progress.accept(new AuditProgress("reading" + words, done, all)), cancelled)
                        .forEach((place, why) -> parts.get(place).obstacle = why);
            } catch (KafkaException e) {
                parts.values().forEach(part -> part.obstacle = "the consumer could not be opened: " + e.getMessage());
            }
        }

        private void take(Pass pass, ConsumerRecord<byte[], byte[]> record) {
            PartOf part = place(record);
            bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            byte[] value = record.value();
            boolean inValue = record.headers().lastHeader(RecordStamp.HEADER) == null;
            byte[] stamp = inValue ? value : RecordStamp.of(record.headers(), value);
            if (!RecordStamp.is(stamp)) {
                checker.foreign(pass);
                return;
            }
            int checksum = RecordStamp.checksum(stamp);
            boolean intact = pass == Pass.COMMITTED
                    || RecordStamp.crc(value, inValue ? RecordStamp.LENGTH : 0) == checksum;
            if (checker.saw(pass, part.topic, record.partition(), record.offset(),
                    part.at.stable() >= 0 && record.offset() >= part.at.stable(), RecordStamp.run(stamp),
                    RecordStamp.number(stamp), RecordStamp.resend(stamp), checksum, intact)) {
                if (pass == Pass.COMMITTED) {
                    part.committed++;
                } else {
                    part.uncommitted++;
                }
            }
        }

        private TopicPartition lastPlace = new TopicPartition("", -1);
        private PartOf lastPart;

        /** Records come partition by partition, so the last one is mostly right. */
        private PartOf place(ConsumerRecord<byte[], byte[]> record) {
            if (record.partition() != lastPlace.partition() || !record.topic().equals(lastPlace.topic())) {
                lastPlace = new TopicPartition(record.topic(), record.partition());
                lastPart = parts.get(lastPlace);
            }
            return lastPart;
        }

        private TopicRead read(int index, Settled topic, boolean committedToo) {
            Optional<TopicLog> after = Optional.empty();
            String problem = topic.problem();
            try {
                after = logs.read(topic.topic(), LOOK);
            } catch (ClusterException e) {
                problem = e.getMessage();
            }
            TopicRead.Identity identity = problem.isEmpty()
                    ? identity(topic, after)
                    : TopicRead.Identity.UNKNOWN;
            List<PartitionRead> reads = new ArrayList<>();
            for (Map.Entry<TopicPartition, PartOf> one : parts.entrySet()) {
                PartOf part = one.getValue();
                if (part.topic == index) {
                    reads.add(read(one.getKey(), part, after, committedToo));
                }
            }
            return new TopicRead(topic.topic(), identity, reads);
        }

        private PartitionRead read(TopicPartition place, PartOf part, Optional<TopicLog> after, boolean committedToo) {
            Optional<TopicLog.Partition> now = after.stream().flatMap(l -> l.partitions().stream())
                    .filter(p -> p.number() == place.partition()).findFirst();
            long logStart = now.map(TopicLog.Partition::start).filter(s -> s >= 0).orElse(part.at.start());
            String obstacle = part.obstacle;
            if (obstacle.isEmpty() && now.filter(p -> p.end() >= 0 && p.end() < part.at.end()).isPresent()) {
                obstacle = "its log was cut back while it was read";
            }
            return new PartitionRead(place.topic(), place.partition(), part.start, logStart, part.at.end(),
                    part.at.stable(), part.uncommitted, committedToo ? part.committed : -1, obstacle.isEmpty(),
                    obstacle);
        }

        private TopicRead.Identity identity(Settled topic, Optional<TopicLog> now) {
            var start = subject.run().start(topic.topic());
            if (!topic.problem().isEmpty() || !start.known()) {
                return TopicRead.Identity.UNKNOWN;
            }
            if (now.isEmpty()) {
                return start.id().isEmpty() ? TopicRead.Identity.NEVER : TopicRead.Identity.GONE;
            }
            boolean first = start.id().isEmpty() || start.id().equals(now.get().id());
            boolean stayed = topic.log().filter(before -> before.id().equals(now.get().id())).isPresent();
            return first && stayed ? TopicRead.Identity.SAME : TopicRead.Identity.RECREATED;
        }

        private List<String> obstacles(List<Settled> settled, List<TopicRead> reads) {
            List<String> all = new ArrayList<>();
            settled.stream().filter(s -> !s.problem().isEmpty()).forEach(s -> all.add(s.problem()));
            for (TopicRead read : reads) {
                if (read.identity() == TopicRead.Identity.UNKNOWN && !subject.run().start(read.topic()).known()) {
                    all.add("It is not known what topic '" + read.topic()
                            + "' was when the run began, so it cannot be ruled"
                            + " out that it was made again since: what is not found is not called lost.");
                }
                read.partitions().stream().filter(p -> !p.complete() && !p.obstacle().equals(GOES_ON)).forEach(
                        p -> all.add(p.topic() + "-" + p.partition() + ": " + p.obstacle() + "."));
            }
            if (subject.provisional()) {
                all.add("The run goes on: what is not found yet may still come.");
            }
            return all.stream().distinct().limit(20).toList();
        }
    }

    private static final class SystemClock implements Quiet.Clock {
        @Override
        public long ms() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void sleep(long ms) {
            try {
                TimeUnit.MILLISECONDS.sleep(ms);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
