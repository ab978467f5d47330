package ackscope.core.audit;

import ackscope.core.secret.Secrets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Reads parts of partitions once, in the order of offsets. A partition that cannot be read to its end is given up with the reason in
 * words; nothing makes it wait without limit. For one thread, which the consumer belongs to.
 */
final class LogReader {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CALL = Duration.ofSeconds(4);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Consumer<byte[], byte[]> consumer;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Open> open = new LinkedHashMap<>();
    private final Map<TopicPartition, String> obstacles = new HashMap<>();
    private long read;

    /** Offsets of one partition, from the first to one below {@code to}. */
    record Span(long from, long to) {
    }

    /** Gets every record, each partition's in the order of offsets. */
    interface Sink {
        void records(List<ConsumerRecord<byte[], byte[]>> records);
    }

    private static final class Open {
        private final long to;
        private long position;
        private long movedNanos;

        Open(Span span, long nanos) {
            to = span.to();
            position = span.from();
            movedNanos = nanos;
        }
    }

    /**
     * @param consumer without automatic offset reset; closed by who made it
     * @param nanos    a clock
     */
    LogReader(Consumer<byte[], byte[]> consumer, LongSupplier nanos) {
        this.consumer = consumer;
        this.nanos = nanos;
    }

    /**
     * Reads.
     *
     * @param progress told now and then how many offsets were passed since the beginning
     * @return why a partition was not read to its end, for those that were not
     * @throws CancellationException when {@code cancelled} says so
     */
    Map<TopicPartition, String> read(Map<TopicPartition, Span> spans, Sink sink, LongConsumer progress,
            BooleanSupplier cancelled) {
        spans.forEach((place, span) -> {
            if (span.from() < span.to()) {
                open.put(place, new Open(span, nanos.getAsLong()));
            }
        });
        try {
            consumer.assign(open.keySet());
            open.forEach((place, part) -> consumer.seek(place, part.position));
            long nextLook = nanos.getAsLong();
            while (!open.isEmpty()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                poll(sink);
                if (nanos.getAsLong() - nextLook >= 0) {
                    nextLook = nanos.getAsLong() + LOOK_NANOS;
                    look();
                    progress.accept(read);
                }
            }
        } catch (InterruptException e) {
            throw cancelled(e);
        } catch (AuthorizationException e) {
            giveUp(List.copyOf(open.keySet()), "reading is not allowed (" + Secrets.said(e) + ")");
        } catch (KafkaException e) {
            giveUp(List.copyOf(open.keySet()), "the consumer failed: " + Secrets.said(e));
        }
        return obstacles;
    }

    /** Who interrupts wants it to end. */
    static CancellationException cancelled(InterruptException e) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(e);
        return cancelled;
    }

    private void poll(Sink sink) {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            outOfRange(e.offsetOutOfRangePartitions().keySet());
            return;
        } catch (TopicAuthorizationException e) {
            giveUp(open.keySet().stream().filter(p -> e.unauthorizedTopics().contains(p.topic())).toList(),
                    "reading is not allowed (" + Secrets.said(e) + ")");
            return;
        }
        for (TopicPartition place : records.partitions()) {
            Open part = open.get(place);
            if (part == null) {
                continue;
            }
            List<ConsumerRecord<byte[], byte[]>> some = records.records(place);
            sink.records(some.getLast().offset() < part.to
                    ? some
                    : some.stream().filter(record -> record.offset() < part.to).toList());
            if (some.getLast().offset() >= part.to - 1) {
                read += part.to - part.position;
                end(place);
            }
        }
    }

    private void look() {
        long now = nanos.getAsLong();
        for (TopicPartition place : List.copyOf(open.keySet())) {
            Open part = open.get(place);
            // Markers of transactions give no record, but the position passes them.
            long position = consumer.position(place, CALL);
            if (position > part.position) {
                read += Math.min(position, part.to) - Math.min(part.position, part.to);
                part.position = position;
                part.movedNanos = now;
            }
            if (position >= part.to) {
                end(place);
            } else if (now - part.movedNanos > SILENCE_NANOS) {
                giveUp(List.of(place), "its leader gave nothing for " + TimeUnit.NANOSECONDS.toSeconds(SILENCE_NANOS)
                        + " s at offset " + position);
            }
        }
    }

    /** Either the log lost its beginning meanwhile, and reading goes on behind it; or its end, and then nothing can be said of it. */
    private void outOfRange(Set<TopicPartition> places) {
        Map<TopicPartition, Long> firsts = consumer.beginningOffsets(places, CALL);
        places.forEach(place -> {
            Open part = open.get(place);
            long first = firsts.getOrDefault(place, -1L);
            if (part != null && first > consumer.position(place, CALL)) {
                consumer.seek(place, first);
            } else if (part != null) {
                giveUp(List.of(place), "its log was cut back while it was read");
            }
        });
    }

    private void giveUp(Collection<TopicPartition> places, String why) {
        places.forEach(place -> {
            obstacles.put(place, why);
            end(place);
        });
    }

    private void end(TopicPartition place) {
        open.remove(place);
        consumer.pause(List.of(place));
    }
}
