package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.wire.ProduceTap.PartAnswer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptBookTest {
    private final AtomicLong time = new AtomicLong(1_000);
    private final AtomicBoolean allRead = new AtomicBoolean(true);
    private final TopicNames names = new TopicNames();
    private AttemptBook book;
    private LinkTap link;
    private int correlationId;

    @BeforeEach
    void open() {
        names.learn(Frames.TOPIC_ID, Frames.TOPIC);
        use(new AttemptBook.Limits(8, 16, 100, 1 << 20));
    }

    private void use(AttemptBook.Limits limits) {
        book = new AttemptBook(new WireClock(time::incrementAndGet, System::nanoTime), names, limits);
        link = new LinkTap(book, 2, allRead::get);
        link.client(Frames.CLIENT);
    }

    private Sent send(int acks, MemoryRecords batch) {
        byte[] frame = Frames.produce(Frames.VERSION, ++correlationId, acks, 0, batch);
        Sent sent = link.sent(ProduceTap.request(ByteBuffer.wrap(frame)).orElseThrow(), "");
        link.forwarded(sent);
        return sent;
    }

    private Sent send(long producerId, int epoch, int sequence, long from, int count) {
        return send(-1, Frames.batch(Compression.NONE, producerId, epoch, sequence, from, count));
    }

    private Sent send(long from, int count) {
        return send(7, 0, (int) from, from, count);
    }

    private void answer(Sent sent, String error, long offset) {
        said(sent, error, offset);
        link.heard(sent);
    }

    private void said(Sent sent, String error, long offset) {
        link.said(sent, List.of(new PartAnswer("", Frames.TOPIC_ID, 0, error, offset)), "");
    }

    private void decode() {
        while (book.turn()) {
            // Until nothing waits.
        }
    }

    private List<BatchLife> lives(long number) {
        return book.lives(id(number), Frames.TOPIC, 0);
    }

    private Tries tries(long number) {
        return book.tries(id(number), Frames.TOPIC, 0, Frames.CLIENT);
    }

    private static RecordId id(long number) {
        return new RecordId(1, number, 0);
    }

    @Test
    void aTryIsFollowedFromTheRequestToWhatTheClientHeard() {
        Sent sent = send(10, 5);
        decode();
        Attempt open = lives(12).getFirst().latest();
        assertTrue(open.open() && open.forwarded() && open.said() instanceof Answer.Awaited);

        said(sent, "NONE", 70);
        assertEquals(Heard.WAITING, lives(12).getFirst().latest().heard(), "a fault may still stand between");
        link.heard(sent);

        Attempt over = lives(12).getFirst().latest();
        assertEquals("NONE", over.heardError());
        assertTrue(over.said() instanceof Answer.Given(String error, long offset, long at) && error.equals("NONE")
                && offset == 70 && at > over.sentUs() && over.endedUs() > at, over.toString());
        assertEquals(new WireSums(5, 0, 5, 1, 1, 0, 0), book.sums(Frames.CLIENT));
    }

    @Test
    void anAnswerBeforeTheDecodingIsNotLost() {
        answer(send(0, 3), "NOT_ENOUGH_REPLICAS", -1);
        decode();
        assertEquals("NOT_ENOUGH_REPLICAS", lives(0).getFirst().latest().heardError());
        assertEquals(1, book.poll().changed().size());
    }

    @Test
    void theEndOfTheConnectionEndsWhatIsOpen() {
        Sent answered = send(0, 3);
        send(3, 3);
        said(answered, "NONE", 0);
        decode();
        link.over("broker 2 closed the connection");

        Attempt first = lives(0).getFirst().latest();
        Attempt second = lives(3).getFirst().latest();
        assertEquals(Heard.NOTHING, first.heard());
        assertTrue(first.said() instanceof Answer.Given, "what the broker said stays true");
        assertTrue(second.said() instanceof Answer.None(String why, long _) && why.contains("broker 2"));
        assertTrue(first.failed() && second.failed());
        assertEquals(0, book.sums(Frames.CLIENT).open());
    }

    @Test
    void whatIsSentOnAConnectionThatIsOverEndsAtOnce() {
        link.over("broker 2 closed the connection");
        send(0, 1);
        decode();
        assertEquals(Heard.NOTHING, lives(0).getFirst().latest().heard());
    }

    @Test
    void aReplacedAnswerKeepsBoth() {
        Sent sent = send(0, 1);
        link.said(sent, List.of(new PartAnswer("", Frames.TOPIC_ID, 0, "NONE", 5)), "replaced");
        link.heardInstead(sent, "NOT_LEADER_OR_FOLLOWER");
        decode();
        Attempt only = lives(0).getFirst().latest();
        assertEquals(Heard.REPLACED, only.heard());
        assertEquals("NOT_LEADER_OR_FOLLOWER", only.heardError());
        assertEquals("replaced", only.fault());
        assertEquals(Certainty.YES, tries(0).written());
    }

    @Test
    void aRetryAfterARaisedEpochBelongsToTheSameLife() {
        answer(send(7, 0, 40, 100, 5), "UNKNOWN_PRODUCER_ID", -1);
        answer(send(7, 1, 0, 100, 5), "NONE", 40);
        decode();
        assertEquals(1, lives(102).size());
        assertEquals(List.of(0, 1), lives(102).getFirst().attempts().stream().map(Attempt::epoch).toList());
        assertEquals(List.of(1, 2), lives(102).getFirst().attempts().stream().map(Attempt::number).toList());
    }

    @Test
    void withoutStampsTheSequenceTellsABatch() {
        MemoryRecords foreign = MemoryRecords.withIdempotentRecords(Compression.NONE, 5, (short) 0, 9,
                new org.apache.kafka.common.record.internal.SimpleRecord(new byte[50]));
        answer(send(-1, foreign), "NOT_ENOUGH_REPLICAS", -1);
        answer(send(-1, foreign), "NONE", 1);
        decode();
        List<BatchLife> changed = book.poll().changed();
        assertEquals(1, changed.size());
        assertEquals(2, changed.getFirst().attempts().size());
        assertTrue(changed.getFirst().first().isEmpty());
        assertFalse(tries(0).known(), "any record may have been in it");
    }

    @Test
    void withoutStampsAndSequenceEveryBatchIsALifeOfItsOwn() {
        MemoryRecords foreign = MemoryRecords.withRecords(Compression.NONE,
                new org.apache.kafka.common.record.internal.SimpleRecord(new byte[50]));
        send(1, foreign);
        send(1, foreign);
        decode();
        assertEquals(2, book.poll().changed().size());
    }

    @Test
    void partsOfASplitBatchKnowWhereTheyComeFrom() {
        answer(send(0, 10), "MESSAGE_TOO_LARGE", -1);
        answer(send(7, 0, 0, 0, 5), "MESSAGE_TOO_LARGE", -1);
        answer(send(7, 0, 0, 0, 2), "NONE", 0);
        answer(send(7, 0, 5, 5, 5), "NONE", 5);
        decode();
        List<BatchLife> first = lives(1);
        assertEquals(List.of(10, 5, 2), first.stream().map(BatchLife::records).toList());
        assertEquals(List.of(-1L, first.get(0).id(), first.get(1).id()),
                first.stream().map(BatchLife::parent).toList());
        List<BatchLife> last = lives(8);
        assertEquals(List.of(first.get(0).id()), last.stream().skip(1).map(BatchLife::parent).toList());
        assertEquals(List.of(10, 5), lives(3).stream().map(BatchLife::records).toList(), "its part has not left yet");
        assertEquals(3, tries(1).count());
    }

    @Test
    void aRecordThatNoRequestCarriedNeverLeft() {
        assertEquals(new Tries(true, 0, Certainty.NO, "no produce request with it left the client"), tries(4));
        answer(send(0, 4), "NONE", 0);
        decode();
        assertEquals(0, tries(4).count());
        assertTrue(tries(4).known());
    }

    @Test
    void aRecordIsFoundWithoutItsPartition() {
        answer(send(0, 5), "NONE", 0);
        decode();
        assertEquals(Certainty.YES, book.tries(id(2), Frames.TOPIC, -1, Frames.CLIENT).written());
        assertEquals(0, book.tries(id(9), Frames.TOPIC, -1, Frames.CLIENT).count());
        allRead.set(false);
        assertFalse(book.tries(id(9), Frames.TOPIC, -1, Frames.CLIENT).known());
    }

    @Test
    void nothingIsClaimedWhileBytesOrBatchesWait() {
        allRead.set(false);
        assertFalse(tries(0).known(), "the client has sent bytes that were not read");
        allRead.set(true);
        for (int number = 0; number < 100; number++) {
            send(number, 1);
        }
        assertFalse(tries(200).known(), "too many batches are not decoded yet");
        decode();
        assertTrue(tries(200).known());
    }

    @Test
    void whoAsksDecodesTheFewBatchesThatWait() {
        answer(send(0, 4), "NONE", 0);
        assertEquals(Certainty.YES, tries(2).written());
        assertFalse(book.turn(), "nothing is left to be decoded");
    }

    @Test
    void whatFoundNoRoomToBeDecodedIsCountedAndTakesTheCertainty() {
        use(new AttemptBook.Limits(8, 16, 100, 500));
        Sent sent = send(0, 50);
        decode();
        answer(sent, "NONE", 0);
        assertEquals(50, book.sums(Frames.CLIENT).notDecoded());
        assertFalse(tries(0).known());
        assertEquals(1, book.poll().changed().size(), "it is listed all the same");
    }

    @Test
    void aRequestThatWasNotUnderstoodTakesTheCertainty() {
        link.requestNotUnderstood();
        assertFalse(tries(0).known());
        assertEquals(1, book.sums(Frames.CLIENT).notUnderstood());
    }

    @Test
    void quietLivesGoFirstAndOpenOnesNotAtAll() {
        Sent open = send(0, 1);
        answer(send(1, 1), "NOT_ENOUGH_REPLICAS", -1);
        for (int number = 2; number < 50; number++) {
            answer(send(number, 1), "NONE", number);
        }
        decode();
        assertEquals(1, lives(0).size());
        assertEquals(1, lives(1).size());
        assertEquals(0, lives(20).size());
        assertEquals(8, countLives(2, 50));
        assertFalse(tries(20).known(), "its life was let go");
        assertEquals(0, tries(50).count(), "no life that was let go can have held it");
        answer(open, "NONE", 0);
        assertEquals(Certainty.YES, tries(49).written());
        AttemptNews news = book.poll();
        assertEquals(50, news.changed().size() + news.missed());
    }

    private long countLives(int from, int to) {
        return java.util.stream.IntStream.range(from, to).mapToLong(n -> lives(n).size()).sum();
    }

    @Test
    void troubledLivesAreBoundedToo() {
        for (int number = 0; number < 100; number++) {
            answer(send(number, 1), "NOT_ENOUGH_REPLICAS", -1);
        }
        decode();
        assertEquals(16, countLives(0, 100));
    }

    @Test
    void aLongRowOfTriesKeepsItsFirstItsLastAndWhatTheMiddleProves() {
        answer(send(0, 1), "NOT_ENOUGH_REPLICAS", -1);
        answer(send(0, 1), "NOT_ENOUGH_REPLICAS_AFTER_APPEND", -1);
        for (int i = 0; i < 400; i++) {
            answer(send(0, 1), "NOT_ENOUGH_REPLICAS", -1);
        }
        decode();
        BatchLife life = lives(0).getFirst();
        assertTrue(life.attempts().size() <= 300);
        assertEquals(1, life.attempts().getFirst().number());
        assertEquals(402, life.latest().number());
        assertEquals(Certainty.YES, tries(0).written());
        assertEquals(402, tries(0).count());
    }

    @Test
    void newsListTheTroubledBeforeTheQuiet() {
        use(new AttemptBook.Limits(1_000, 1_000, 100, 1 << 20));
        for (int number = 0; number < 300; number++) {
            answer(send(number, 1), number % 3 == 0 ? "NOT_ENOUGH_REPLICAS" : "NONE", number);
        }
        decode();
        AttemptNews news = book.poll();
        assertEquals(100, news.changed().stream().filter(l -> l.latest().failed()).count());
        assertEquals(64, news.changed().stream().filter(l -> !l.latest().failed()).count());
        assertEquals(136, news.missed());
        assertEquals(new AttemptNews(true, List.of(), 0), book.poll());
    }

    @Test
    void whateverHappensToBatchesTheirLivesTellIt() {
        Random random = new Random(77);
        for (int round = 0; round < 300; round++) {
            use(new AttemptBook.Limits(10_000, 10_000, 100, 1 << 20));
            boolean idempotent = random.nextBoolean();
            List<Model> models = new ArrayList<>();
            long number = random.nextInt(1_000);
            int epoch = 0;
            for (int batch = 0; batch < 1 + random.nextInt(12); batch++) {
                Model model = new Model(number, 1 + random.nextInt(6), random.nextInt(5), random.nextInt(3));
                for (int i = 0; i < model.refused + model.silent + 1; i++) {
                    epoch += random.nextInt(4) == 0 ? 1 : 0;
                    Sent sent = send(idempotent ? 7 : -1, idempotent ? epoch : -1, idempotent ? i * 50 + batch : -1,
                            model.from, model.count);
                    if (random.nextBoolean()) {
                        book.turn();
                    }
                    if (i < model.refused) {
                        answer(sent, "NOT_ENOUGH_REPLICAS", -1);
                    } else if (i < model.refused + model.silent) {
                        link.over("reset");
                        link = new LinkTap(book, 2, allRead::get);
                        link.client(Frames.CLIENT);
                    } else {
                        answer(sent, model.silent % 2 == 0 ? "NONE" : "INVALID_RECORD", 5);
                    }
                }
                models.add(model);
                number += model.count + random.nextInt(3);
            }
            decode();
            for (Model model : models) {
                model.check();
            }
            assertEquals(0, tries(number + 1).count());
        }
    }

    private final class Model {
        private final long from;
        private final int count;
        private final int refused;
        private final int silent;

        Model(long from, int count, int refused, int silent) {
            this.from = from;
            this.count = count;
            this.refused = refused;
            this.silent = silent;
        }

        void check() {
            for (long number = from; number < from + count; number++) {
                List<BatchLife> lives = lives(number);
                assertEquals(1, lives.size(), "of " + number);
                assertEquals(refused + silent + 1, lives.getFirst().attempts().size());
                assertEquals(-1, lives.getFirst().parent());
                assertTrue(lives.getFirst().holds(id(number)));
                Tries tries = tries(number);
                assertEquals(refused + silent + 1, tries.count());
                assertEquals(silent % 2 == 0 ? Certainty.YES : silent > 0 ? Certainty.MAYBE : Certainty.NO,
                        tries.written(), tries.reason());
            }
        }
    }
}
