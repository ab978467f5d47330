package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;
import ackscope.ui.base.Lives;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.wire.AttemptNews;
import ackscope.ui.records.ResultRow.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

/** From events to rows: every record in exactly one row. */
class RowBookTest {
    private final RowBook book = new RowBook();
    private final LineList lines = new LineList(1_000);
    private final ObservableList<Line> shown = new SortedList<>(new FilteredList<>(lines, _ -> true));
    private List<ResultRow> rows = List.of();

    RowBookTest() {
        book.begin(1, 0);
    }

    private void take(LabEvent... events) {
        take(0, 0, events);
    }

    private void take(long waiting, long atMs, LabEvent... events) {
        lines.apply(book.take(List.of(events), AttemptNews.NONE, new RowBook.Waiting(waiting, "t"), atMs));
        assertEquals(List.copyOf(lines), List.copyOf(shown));
        rows = shown.stream().map(Line::row).toList();
    }

    private static RecordId id(long number) {
        return new RecordId(1, number, 0);
    }

    private static RecordEvent.Sent sent(long number) {
        return new RecordEvent.Sent(id(number), "t", -1, number);
    }

    private static RecordEvent.Acked acked(long number) {
        return new RecordEvent.Acked(id(number), "t", 2, 10 + number, 5, false, 1000 + number);
    }

    private static RecordEvent.Failed failed(long first, long last, long count, long atMs) {
        return new RecordEvent.Failed(id(first), id(last), count, "t", 2, FailureKind.EXPIRED, "TimeoutException",
                "gave up after 3000 ms", Certainty.MAYBE,
                "a try may be written", 3000, atMs);
    }

    private static AttemptEvent.Retried retried(int partition, long atMs) {
        return new AttemptEvent.Retried("t", partition, 1, 3, "NOT_LEADER_OR_FOLLOWER", AttemptEvent.Source.CLIENT_LOG,
                atMs);
    }

    @Test
    void anAnnouncedRecordHasOneRowFromSentToAcked() {
        take(sent(7));
        assertEquals(State.OPEN, rows.getFirst().state());
        take(retried(2, 500));
        assertEquals(State.RETRYING, rows.getFirst().state());
        assertEquals(2, rows.getFirst().tries());
        take(acked(7));
        assertEquals(1, rows.size());
        assertEquals(State.ACKED, rows.getFirst().state());
        assertEquals("told so, at 17", rows.getFirst().inLogWords());
        assertEquals(2, rows.getFirst().tries());
    }

    @Test
    void withSeveralOpenARetryIsShownOnlyOnRowsOfThatPartition() {
        take(sent(1), sent(2));
        take(retried(2, 500));
        assertTrue(rows.stream().allMatch(r -> r.state() == State.OPEN),
                "the client has not told which record the batch held");
    }

    @Test
    void withAcksNoneAnAckedRecordMayBeInTheLog() {
        take(new RecordEvent.Acked(id(1), "t", 0, -1, 1, true, 1));
        assertEquals("maybe: handed to the socket", rows.getFirst().inLogWords());
        take(new RecordEvent.AckedMany(1, "t", 2, 300, 50, true, 1));
        assertEquals("maybe: handed to the socket", rows.getFirst().inLogWords());
    }

    @Test
    void anAcknowledgementWithoutAnOffsetIsYesWhenABrokerAnswered() {
        take(new RecordEvent.Acked(id(1), "t", 0, -1, 1, false, 1));
        assertEquals("yes: the broker had it already", rows.getFirst().inLogWords());
    }

    @Test
    void manyThatAreAllAcknowledgedOrUnreportedCloseTheRowsOfTheirs() {
        for (long n = 0; n < 50; n++) {
            take(sent(n));
        }
        take(new RecordEvent.AckedMany(1, "t", 0, 29, 30, false, 9));
        assertEquals(21, rows.size());
        take(new RecordEvent.Unreported(id(30), id(49), 20, "t", "closed", 10));
        assertEquals(List.of(20L, 30L), rows.stream().map(ResultRow::count).toList());
    }

    @Test
    void manyOfWhichSomeAreOthersCloseNoRow() {
        take(sent(5));
        take(new RecordEvent.AckedMany(1, "t", 0, 29, 29, false, 9), failed(0, 29, 3, 10));
        assertEquals(1, rows.stream().filter(r -> r.state() == State.OPEN).count());
    }

    @Test
    void whatAnotherRunStillTellsIsPassedOver() {
        take(sent(0));
        take(new RecordEvent.Acked(new RecordId(2, 0, 0), "t", 0, 1, 1, false, 1),
                new RecordEvent.AckedMany(2, "t", 0, 99, 100, false, 1));
        assertEquals(1, rows.size());
        assertEquals(State.OPEN, rows.getFirst().state());
    }

    @Test
    void failuresOfTwoTopicsStayApart() {
        take(failed(0, 9, 10, 1000), new RecordEvent.Failed(id(10), id(10), 1, "other", 2, FailureKind.EXPIRED,
                "TimeoutException", "gave up after 3000 ms", Certainty.MAYBE, "a try may be written", 3000, 1000));
        assertEquals(2, rows.size());
    }

    @Test
    void aLineKeepsItsPlaceAndIdentityWhileItsRecordGoesOn() {
        take(sent(1), sent(2));
        Line older = lines.get(1);
        take(acked(1));
        assertEquals(older, lines.get(1));
        assertEquals(State.ACKED, older.row().state());
    }

    @Test
    void theOldestLinesGoAThousandAtATime() {
        for (long n = 0; n < 2_001; n++) {
            take(acked(n));
        }
        assertEquals(1_000, rows.size());
        assertEquals(2_000, rows.getFirst().first());
    }

    @Test
    void identicalFailuresFoldWhileTheyFollowEachOther() {
        take(failed(0, 9, 10, 1000));
        take(failed(10, 14, 5, 2000));
        assertEquals(1, rows.size());
        assertEquals(15, rows.getFirst().count());
        assertEquals("× 15", rows.getFirst().record());
        take(failed(15, 15, 1, 60_000));
        assertEquals(2, rows.size());
        assertEquals("#15", rows.getFirst().record());
    }

    @Test
    void recordsThatWaitShareARowThatGoesWhenTheyAreReported() {
        take(260, 5000);
        assertEquals("× 260", rows.getFirst().record());
        assertEquals(State.OPEN, rows.getFirst().state());
        take(260, 5100, retried(2, 5050));
        assertEquals(1, rows.size());
        assertEquals(State.RETRYING, rows.getFirst().state());
        assertEquals("260 records", RecordDetailView.title(rows.getFirst()));
        assertTrue(rows.getFirst().words().contains("batches are being retried"), rows.getFirst().words());
        assertEquals(5100, rows.getFirst().atMs());
        take(260, 5150);
        assertEquals(5100, rows.getFirst().atMs(), "nothing happened since");
        take(0, 5200);
        assertEquals(0, rows.size());
    }

    @Test
    void whateverComesEveryRecordIsInExactlyOneRow() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RowBook fresh = new RowBook();
            fresh.begin(1, 0);
            LineList table = new LineList(100_000);
            long next = 0;
            long at = 0;
            List<Long> open = new ArrayList<>();
            for (int turn = 0; turn < 60; turn++) {
                List<LabEvent> events = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    open.add(next);
                    events.add(sent(next++));
                }
                at += random.nextInt(4000);
                while (!open.isEmpty() && random.nextInt(3) > 0) {
                    long number = open.remove(random.nextInt(open.size()));
                    events.add(random.nextBoolean() ? acked(number) : failed(number, number, 1, at));
                }
                if (random.nextInt(5) == 0) {
                    events.add(new RecordEvent.AckedMany(1, "t", next, next + 99, 100, false, at));
                    next += 100;
                }
                table.apply(fresh.take(events, AttemptNews.NONE, RowBook.Waiting.NONE, at));
                List<ResultRow> all = table.stream().map(Line::row).toList();
                assertEquals(next, all.stream().mapToLong(ResultRow::count).sum(), "seed " + seed);
                assertEquals(open.size(), all.stream().filter(r -> r.state() == State.OPEN).count(), "seed " + seed);
            }
        }
    }

    @Test
    void triesAreThoseThatTheWireSawBeforeAndAfterTheReport() {
        Lives life = Lives.of(1, 1, 2, 7, 2, 0).topic("t").answered(5, 4, "NOT_ENOUGH_REPLICAS", -1);
        take(sent(7), sent(8), sent(9));
        seen(life.make());
        assertEquals(List.of(-1, 1, 1), tries());
        take(retried(2, 50));
        assertEquals(1, rows.get(1).tries(), "the client's log line counts nothing that the wire will count");
        take(acked(7));
        seen(life.answered(110, 4, "NONE", 17).make());
        assertEquals(List.of(-1, 2, 2), tries());
        assertEquals(2, rows.get(1).partition());
    }

    @Test
    void aRecordThatGetsItsLineWithItsReportHasTheTriesThatWereSeenBefore() {
        seen(Lives.of(1, 1, 2, 7, 2, 0).topic("t").answered(5, 4, "NOT_ENOUGH_REPLICAS", -1)
                .answered(110, 4, "NONE", 17).make());
        take(acked(7), acked(8), acked(9));
        assertEquals(List.of(-1, 2, 2), tries());
    }

    @Test
    void whatNeverLeftWasNotTried() {
        for (long n = 0; n < 2; n++) {
            take(new RecordEvent.Failed(id(n), id(n), 1, "t", -1, FailureKind.SERIALIZATION, "SerializationException",
                    "no long", Certainty.NO, "never left", 0, 1000));
            assertEquals(List.of(0), tries());
        }
    }

    @Test
    void aPartOfASplitBatchGoesOnFromTheTriesOfTheWhole() {
        take(sent(1), sent(2));
        seen(Lives.of(5, 1, 2, 1, 2, 0).topic("t").answered(5, 4, "MESSAGE_TOO_LARGE", -1).make());
        seen(Lives.of(6, 1, 2, 1, 1, 0).topic("t").partOf(5).answered(15, 4, "NONE", 3).make());
        assertEquals(List.of(1, 2), tries());
    }

    @Test
    void triesOfAnotherRunOrPartitionAreNotTheirs() {
        take(sent(1), acked(1));
        seen(Lives.of(5, 2, 2, 1, 1, 0).topic("t").answered(5, 4, "NONE", 3).answered(9, 4, "NONE", 3).make(),
                Lives.of(6, 1, 3, 1, 1, 0).topic("t").answered(5, 4, "NONE", 3).answered(9, 4, "NONE", 3).make());
        assertEquals(List.of(1), tries());
    }

    private void seen(BatchLife... lives) {
        lines.apply(book.take(List.of(), new AttemptNews(true, List.of(lives), 0), RowBook.Waiting.NONE, 0));
        rows = lines.stream().map(Line::row).toList();
    }

    private List<Integer> tries() {
        return rows.stream().map(ResultRow::tries).toList();
    }

    @Test
    void recordsThatFailAlikeEachWithItsOwnLineBecomeOne() {
        take(IntStream.range(0, 10).mapToObj(RowBookTest::sent).toArray(LabEvent[]::new));
        take(failed(7, 7, 1, 1000));
        take(IntStream.of(8, 2, 3, 4, 0, 6, 5, 1, 9).mapToObj(n -> failed(n, n, 1, 1000))
                .toArray(LabEvent[]::new));
        assertEquals(1, rows.size(), rows::toString);
        assertEquals(10, rows.getFirst().count());
    }
}
