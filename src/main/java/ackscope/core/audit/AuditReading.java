package ackscope.core.audit;

import ackscope.core.audit.LogReader.Span;
import ackscope.core.audit.Quiet.Settled;
import ackscope.core.audit.TopicRead.Identity;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.TopicLog;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.compose.RecordStamp;
import ackscope.core.secret.Secrets;
import ackscope.core.send.Run;
import ackscope.core.send.TopicStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** One audit, from the wait for proven ends to the report. For one thread, and one call. */
final class AuditReading {
    private static final int LISTED = 200;
    private static final int MOST_OBSTACLES = 20;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String GOES_ON = "the run goes on";

    private final AuditSubject subject;
    private final Run run;
    private final Map<String, Object> clientProperties;
    private final TopicLogs logs;
    private final Quiet.Clock clock;
    private final Consumer<AuditProgress> progress;
    private final BooleanSupplier cancelled;
    private final boolean committedToo;
    private final RunClaims claims;
    private final RunFacts facts;
    private final Checker checker;
    private Optional<Told> told = Optional.empty();
    private final Map<TopicPartition, Part> parts = new LinkedHashMap<>();
    private TopicPartition lastPlace = new TopicPartition("", -1);
    private Part lastPart;
    private long bytes;

    AuditReading(AuditSubject subject, Map<String, Object> clientProperties, TopicLogs logs, Quiet.Clock clock,
            Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        this.subject = subject;
        this.run = subject.run();
        this.clientProperties = clientProperties;
        this.logs = logs;
        this.clock = clock;
        this.progress = progress;
        this.cancelled = cancelled;
        committedToo = run.transactions() > 0;
        claims = new RunClaims(run);
        facts = new RunFacts(run, subject.lives());
        checker = new Checker(claims, LISTED);
    }

    AuditReport audit() {
        long beganMs = System.currentTimeMillis();
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
            reads.add(read(topic, settled.get(topic)));
        }
        Map<String, Integer> minInsync = new HashMap<>();
        settled.forEach(s -> s.log().ifPresent(log -> minInsync.put(s.topic(), log.minInsyncReplicas())));
        Explainer explainer = new Explainer(facts, subject, minInsync);
        Judgement judgement = checker.judge(reads, explainer, cancelled);
        Offenders offenders = new Offenders(claims, facts, subject.happenings(), reads);
        return new AuditReport(run.ordinal(), subject.unproven(), obstacles(settled, reads), judgement.records(),
                judgement.counts(), judgement.copies(),
                run.producers().stream().anyMatch(p -> p.settings().getOrDefault("acks", "").equals("0")),
                reads.stream().flatMap(r -> r.partitions().stream()).toList(),
                judgement.suspects().stream().map(offenders::of).toList(), explainer.findings(), beganMs,
                System.currentTimeMillis() - beganMs, bytes);
    }

    private List<Settled> settle() {
        Quiet quiet = new Quiet(topic -> logs.read(topic, LOOK, LOOK), clock);
        if (subject.unproven()) {
            return quiet.once(claims.topics(), subject.provisional()
                    ? GOES_ON
                    : "the cluster could not be made whole, so its end is not proven");
        }
        Told sum = Told.of(run, facts, cancelled);
        told = Optional.of(sum);
        return quiet.await(claims.topics(), lagMs(), sum::doubts, progress, cancelled);
    }

    private long lagMs() {
        for (String topic : claims.topics()) {
            try {
                Optional<Integer> leader = logs.read(topic, LOOK, LOOK).stream().flatMap(l -> l.partitions().stream())
                        .map(TopicLog.Partition::leader).filter(id -> id >= 0).findFirst();
                if (leader.isPresent()) {
                    return logs.lagTimeMs(leader.get());
                }
            } catch (ClusterException e) {
                // Told by the wait that follows.
            }
        }
        return TopicLogs.LAG_TIME_MS;
    }

    private void add(int index, Settled topic) {
        TopicStart start = run.start(topic.topic());
        boolean recreated = Identities.of(start, topic.log(), topic.log()) == Identity.RECREATED;
        topic.log().ifPresent(log -> log.partitions().forEach(p -> parts.put(
                new TopicPartition(topic.topic(), p.number()),
                new Part(index, recreated ? 0 : from(topic.topic(), p.number(), start), p,
                        topic.obstacles().getOrDefault(p.number(),
                                log.compacted()
                                        ? "the topic is compacted, or the cluster does not say whether it is, so records may be gone on purpose"
                                        : "")))));
    }

    private long from(String topic, int partition, TopicStart start) {
        long begun = start.offset(partition);
        return told.map(t -> t.from(topic, partition, begun)).orElse(begun);
    }

    private void pass(Pass pass, String words) {
        Map<TopicPartition, Span> spans = new LinkedHashMap<>();
        parts.forEach((place, part) -> {
            if (part.readable()) {
                spans.put(place, part.span(pass));
            }
        });
        long all = spans.values().stream().mapToLong(s -> Math.max(0, s.to() - s.from())).sum();
        progress.accept(new AuditProgress("reading" + words, 0, all));
        try (var consumer = AuditConsumer.open(clientProperties, pass);
                Relay relay = new Relay(record -> take(pass, record))) {
            new LogReader(consumer, System::nanoTime).read(spans, relay::offer,
                    done -> progress.accept(new AuditProgress("reading" + words, done, all)), cancelled)
                    .forEach((place, why) -> parts.get(place).stoppedBy(why));
            relay.finish();
        } catch (InterruptException e) {
            throw LogReader.cancelled(e);
        } catch (KafkaException e) {
            parts.values().forEach(part -> part.stoppedBy("the consumer failed: " + Secrets.said(e)));
        }
    }

    private void take(Pass pass, ConsumerRecord<byte[], byte[]> record) {
        bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        byte[] value = record.value();
        boolean inValue = record.headers().lastHeader(RecordStamp.HEADER) == null;
        byte[] stamp = inValue ? value : RecordStamp.of(record.headers(), value);
        if (!RecordStamp.is(stamp)) {
            checker.foreign(pass);
            return;
        }
        Part part = place(record);
        int checksum = RecordStamp.checksum(stamp);
        boolean intact = pass == Pass.COMMITTED
                || RecordStamp.crc(value, inValue ? RecordStamp.LENGTH : 0) == checksum;
        if (checker.saw(pass, part.topic(), record.partition(), record.offset(), part.beyondStable(record.offset()),
                RecordStamp.run(stamp), RecordStamp.number(stamp), RecordStamp.resend(stamp), checksum, intact)) {
            part.found(pass);
        }
    }

    /** Records come partition by partition, so the last one is mostly right. */
    private Part place(ConsumerRecord<byte[], byte[]> record) {
        if (record.partition() != lastPlace.partition() || !record.topic().equals(lastPlace.topic())) {
            lastPlace = new TopicPartition(record.topic(), record.partition());
            lastPart = parts.get(lastPlace);
        }
        return lastPart;
    }

    private TopicRead read(int index, Settled topic) {
        Identity identity = Identity.UNKNOWN;
        Map<Integer, TopicLog.Partition> now = new HashMap<>();
        if (topic.problem().isEmpty()) {
            try {
                Optional<TopicLog> after = logs.read(topic.topic(), LOOK, LOOK);
                after.ifPresent(log -> log.partitions().forEach(p -> now.put(p.number(), p)));
                identity = Identities.of(run.start(topic.topic()), topic.log(), after);
            } catch (ClusterException e) {
                // Nobody says what it is now, so nothing is said of what is not found.
            }
        }
        List<PartitionRead> reads = new ArrayList<>();
        parts.forEach((place, part) -> {
            if (part.topic() == index) {
                Optional<TopicLog.Partition> at = Optional.ofNullable(now.get(place.partition()));
                reads.add(part.read(place.topic(), at.map(TopicLog.Partition::start).orElse(-1L),
                        at.map(TopicLog.Partition::end).orElse(-1L), committedToo));
            }
        });
        return new TopicRead(topic.topic(), identity, reads);
    }

    private List<String> obstacles(List<Settled> settled, List<TopicRead> reads) {
        List<String> all = new ArrayList<>(subject.obstacles());
        if (subject.provisional()) {
            all.add("The run goes on: what is not found yet may still come.");
        }
        settled.stream().filter(s -> !s.problem().isEmpty()).forEach(s -> all.add(s.problem()));
        for (TopicRead read : reads) {
            if (!run.start(read.topic()).known()) {
                all.add("It is not known what topic '" + read.topic()
                        + "' was when the run began, so it cannot be ruled out"
                        + " that it was made again since: what is not found is not called lost.");
            }
            read.partitions().stream().filter(p -> !p.complete() && !p.obstacle().equals(GOES_ON))
                    .forEach(p -> all.add(p.topic() + "-" + p.partition() + ": " + p.obstacle() + "."));
        }
        return all.stream().distinct().limit(MOST_OBSTACLES).toList();
    }
}
