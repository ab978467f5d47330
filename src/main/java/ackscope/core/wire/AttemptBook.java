package ackscope.core.wire;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.wire.ProduceTap.PartAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every try of every batch that passed the proxies of one cluster, grouped into the batches' lives. What is counted is exact; what is listed
 * is bounded: the oldest quiet lives go first, those with a failed try later, those that are still open not before they end. Safe for any
 * thread.
 */
public final class AttemptBook implements AutoCloseable {

    /**
     * How much is kept.
     *
     * @param quiet    lives that ended without any failed try
     * @param troubled lives that had one
     * @param lanes    pairs of a client and a partition
     * @param bytes    of batches that wait to be decoded
     */
    record Limits(int quiet, int troubled, int lanes, long bytes) {
        static final Limits STANDARD = new Limits(4_096, 16_384, 8_192, 32 << 20);
    }

    private static final int MOST_CLIENTS = 10_000;

    private record LaneKey(String clientId, String topic, int partition) {
    }

    private final WireClock clock;
    private final TopicNames names;
    private final Limits limits;
    private final Decoder decoder;
    private final Map<String, ClientSums> clients = new ConcurrentHashMap<>();
    private final Set<LinkTap> links = ConcurrentHashMap.newKeySet();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private final Shelf shelf;
    private long lastId;
    private boolean lanesForgotten;

    /** Decodes only when {@link #turn} is called. */
    AttemptBook(WireClock clock, TopicNames names, Limits limits) {
        this.clock = clock;
        this.names = names;
        this.limits = limits;
        this.shelf = new Shelf(limits.quiet(), limits.troubled());
        this.decoder = new Decoder(limits.bytes(), this::decoded);
    }

    /** A book that decodes on a thread of its own. */
    static AttemptBook started(WireClock clock, TopicNames names) {
        AttemptBook book = new AttemptBook(clock, names, Limits.STANDARD);
        book.decoder.start();
        return book;
    }

    /** The lives that changed since this was called last; for one reader. */
    public synchronized AttemptNews poll() {
        return shelf.news();
    }

    /**
     * The lives that hold a record, a split batch before its parts, oldest first; empty when none is kept any more. All its resends count:
     * a record that was sent again was held back the first time, so its first send is no try of it.
     */
    public synchronized List<BatchLife> lives(RecordId id, String topic, int partition) {
        List<Lane> here = lanes.values().stream()
                .filter(l -> l.partition() == partition && l.topic().equals(topic)).toList();
        List<Life> resent = here.stream().flatMap(l -> l.resends(id).stream()).toList();
        List<Life> all = resent.isEmpty() ? here.stream().flatMap(l -> l.holding(id).stream()).toList() : resent;
        return all.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).map(Life::snapshot).toList();
    }

    /** All lives of a topic's batches that are kept, oldest first. */
    public synchronized List<BatchLife> lives(String topic) {
        return lanes.values().stream().filter(l -> l.topic().equals(topic)).flatMap(l -> l.all().stream())
                .sorted((a, b) -> Long.compare(a.id(), b.id())).map(Life::snapshot).toList();
    }

    /**
     * What the wire knows of one record at this moment; for a client that goes by the proxies. Quick: it waits a fraction of a ms at most, and may decode a few batches.
     *
     * <p>That a record never left is claimed only if all bytes that the client had sent were read, every batch of its partition is known
     * by its records, and none of those that were let go can have held it. Asked when the failure is reported, that is certain: a producer
     * drains a partition in order and reports on the thread that sends ({@code Sender}).
     *
     * @param partition -1 if not known: it is looked for in all of the client's
     */
    public Tries tries(RecordId id, String topic, int partition, String clientId) {
        if (partition < 0) {
            List<Tries> all = partitions(topic, clientId).stream().map(p -> tries(id, topic, p, clientId)).toList();
            return all.stream().filter(t -> t.known() && t.count() > 0).findFirst()
                    .or(() -> all.stream().filter(t -> !t.known()).findFirst())
                    .orElseGet(() -> tries(id, topic, Integer.MAX_VALUE, clientId));
        }
        ClientSums sums = clients.get(clientId);
        if (sums != null && sums.blind()) {
            return Tries.UNKNOWN;
        }
        boolean allRead = links.stream().filter(l -> l.client().isEmpty() || l.client().equals(clientId))
                .allMatch(LinkTap::quiet);
        LaneKey key = new LaneKey(clientId, topic, partition);
        if (waits(key)) {
            decoder.help();
        }
        synchronized (this) {
            Lane lane = lanes.get(key);
            Evidence evidence = new Evidence();
            if (lane == null) {
                return allRead && !lanesForgotten ? evidence.verdict() : Tries.UNKNOWN;
            }
            List<Life> lives = id.resend() == 0 ? lane.holding(id) : lane.resends(id);
            if (!lane.clear() || (lives.isEmpty() && (!allRead || lane.mayHaveForgotten(id)))) {
                return Tries.UNKNOWN;
            }
            lives.forEach(life -> life.tell(evidence));
            return allRead ? evidence.verdict() : evidence.verdictWithMoreToRead();
        }
    }

    private synchronized List<Integer> partitions(String topic, String clientId) {
        return lanes.keySet().stream().filter(k -> k.topic().equals(topic) && k.clientId().equals(clientId))
                .map(LaneKey::partition).toList();
    }

    private synchronized boolean waits(LaneKey key) {
        Lane lane = lanes.get(key);
        return lane != null && lane.waits();
    }

    /** What passed for one client since the cluster was made. */
    public WireSums sums(String clientId) {
        ClientSums sums = clients.get(clientId);
        return sums == null ? WireSums.NONE : sums.read();
    }

    /** What passed for all clients together. */
    public WireSums sums() {
        return clients.values().stream().map(ClientSums::read).reduce(WireSums.NONE, WireSums::plus);
    }

    /** Decodes the next batch, for a book without a thread; false if none waits. */
    boolean turn() {
        return decoder.turn();
    }

    void opened(LinkTap link) {
        links.add(link);
    }

    void closed(LinkTap link) {
        links.remove(link);
    }

    /** Clients beyond a number that no person runs share one sum. */
    private ClientSums client(String id) {
        ClientSums known = clients.get(id);
        if (known != null) {
            return known;
        }
        return clients.computeIfAbsent(clients.size() < MOST_CLIENTS ? id : "", _ -> new ClientSums());
    }

    /** A frame passed without being understood. */
    void notUnderstood(String clientId, boolean request) {
        client(clientId).notUnderstood();
        if (request) {
            client(clientId).blinded();
        }
    }

    /** A produce request was read. */
    Sent sent(Seen seen, int node, String fault) {
        long now = clock.us();
        ClientSums sums = client(seen.clientId());
        sums.request();
        List<Try> tries = new ArrayList<>(seen.parts().size());
        for (int i = 0; i < seen.parts().size(); i++) {
            Seen.Part part = seen.parts().get(i);
            sums.batch(part.batch().records());
            if (seen.acks() == 0) {
                sums.ended(part.batch().records(), true);
            }
            Try one;
            synchronized (this) {
                Lane lane = lane(seen.clientId(), topic(seen, part, sums), part.partition());
                one = new Try(lane, part.batch(), node, seen.correlationId(), seen.acks(), now, fault);
                lane.came();
            }
            tries.add(one);
            if (!decoder.offer(one, seen.contents().get(i))) {
                sums.notDecoded(part.batch().records());
            }
        }
        return new Sent(seen, tries);
    }

    private String topic(Seen seen, Seen.Part part, ClientSums sums) {
        if (!ProduceTap.topicIds(seen.apiVersion())) {
            return part.name();
        }
        if (!names.knows(part.topicId())) {
            sums.blinded();
        }
        return names.name(part.topicId());
    }

    private Lane lane(String clientId, String topic, int partition) {
        LaneKey key = new LaneKey(clientId, topic, partition);
        Lane lane = lanes.get(key);
        if (lane == null) {
            if (lanes.size() >= limits.lanes()) {
                lanesForgotten |= lanes.values().removeIf(Lane::empty);
            }
            lane = new Lane(clientId, topic, partition);
            lanes.put(key, lane);
        }
        return lane;
    }

    private synchronized void decoded(Try one, BatchIds ids) {
        Lane lane = one.lane();
        lane.decoded(ids.first().isPresent());
        Life life = lane.again(ids, one.batch()).orElseGet(() -> {
            Life fresh = new Life(++lastId, lane, ids, one.batch(), lane.parent(ids));
            lane.add(fresh);
            return fresh;
        });
        life.add(one);
        changed(life, one);
    }

    private void changed(Life life, Try one) {
        if (one.splits()) {
            life.lane().splits(life);
        }
        shelf.changed(life);
    }

    /** A fault dropped the request on the way. */
    synchronized void kept(Sent sent) {
        sent.tries().forEach(Try::kept);
    }

    /** The request is about to be handed to the broker. */
    synchronized void forwarded(Sent sent) {
        for (Try one : sent.tries()) {
            one.forwarded();
            one.life().ifPresent(shelf::changed);
        }
    }

    /** The broker's answer was read. */
    synchronized void said(Sent sent, List<PartAnswer> answers, String fault) {
        long now = clock.us();
        for (int i = 0; i < sent.tries().size(); i++) {
            Seen.Part part = sent.seen().parts().get(i);
            Try one = sent.tries().get(i);
            one.interfered(fault);
            answers.stream().filter(a -> a.partition() == part.partition() && a.name().equals(part.name())
                    && a.topicId().equals(part.topicId())).findFirst()
                    .ifPresent(a -> one.said(new Answer.Given(a.error(), a.baseOffset(), now)));
            one.life().ifPresent(shelf::changed);
        }
    }

    /** The broker's answer is about to be handed to the client as it came. */
    void heard(Sent sent) {
        end(sent, one -> one.said() instanceof Answer.Given(String error, long _, long _)
                ? Optional.of(error)
                : Optional.empty(), Heard.AS_SAID);
    }

    /** An answer with this error is about to be handed to the client. */
    void heardInstead(Sent sent, String error) {
        end(sent, _ -> Optional.of(error), Heard.REPLACED);
    }

    /** The connection ended before the client heard. */
    synchronized void ended(Sent sent, String why) {
        long now = clock.us();
        for (Try one : sent.tries()) {
            if (one.said() instanceof Answer.Awaited) {
                one.said(new Answer.None(one.wasForwarded() ? why : "it was kept from the broker; " + why, now));
            }
        }
        end(sent, _ -> Optional.empty(), Heard.NOTHING);
    }

    private synchronized void end(Sent sent, Function<Try, Optional<String>> error, Heard how) {
        long now = clock.us();
        ClientSums sums = client(sent.seen().clientId());
        for (Try one : sent.tries()) {
            if (one.open()) {
                one.ended(how, error.apply(one).orElse(""), now);
                sums.ended(one.batch().records(), one.succeeded());
                one.life().ifPresent(life -> {
                    life.ended(one);
                    changed(life, one);
                });
            }
        }
    }

    /** Ends its thread. What it knows can still be asked. */
    @Override
    public void close() {
        decoder.close();
    }
}
