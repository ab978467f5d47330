package ackscope.ui.attempts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;
import ackscope.core.event.LabEvent;
import ackscope.ui.attempts.Arranger.Order;
import ackscope.ui.base.Background;
import ackscope.ui.base.Feeds;
import ackscope.ui.base.Lives;
import ackscope.ui.base.MadeUpLives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wire's news to the lines of the table. */
class AttemptsViewModelTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final AttemptsViewModel model = new AttemptsViewModel(Background.sameThread());
    private long tries;

    private void take(BatchLife... lives) {
        take(List.of(lives), 0);
    }

    private void take(List<BatchLife> lives, long missed) {
        tries += lives.size();
        model.receive(MadeUpLives.news(BEGIN, lives, missed, tries));
        model.receive(MadeUpLives.news(BEGIN, List.of(), 0, tries));
    }

    private List<String> shown() {
        return model.lines().stream().map(line -> switch (line.content()) {
            case Content.Head head -> "batch " + head.life().id();
            case Content.Broker b -> "broker " + b.node() + ": " + b.tries() + ", " + b.failed() + " failed";
            case Content.Gap gap -> gap.first() + ".." + gap.last();
            case Content.Try t -> t.life().id() + "/" + t.attempt().number();
            case Content.Told told -> ToldLines.text(told.event());
        }).toList();
    }

    @Test
    void aBatchIsALineAboveItsTriesAndGrowsInItsPlace() {
        Lives life = Lives.of(1, 1, 2, 7, 1, BEGIN).answered(5, 4, "NOT_ENOUGH_REPLICAS", -1);
        take(life.make());
        take(Lives.of(2, 1, 2, 8, 1, BEGIN).open(6).make());
        assertEquals(List.of("batch 2", "2/1", "batch 1", "1/1"), shown());
        Line first = model.lines().get(3);
        take(life.answered(105, 4, "NONE", 7).make());
        assertEquals(List.of("batch 2", "2/1", "batch 1", "1/1", "1/2"), shown());
        assertSame(first, model.lines().get(3));
    }

    @Test
    void ordersByTimeAndByBroker() {
        take(MadeUpLives.cases(1, BEGIN).subList(0, 4), 0);
        model.orderProperty().set(Order.TIME);
        List<Long> sent = model.lines().stream().map(l -> ((Content.Try) l.content()).attempt().sentUs()).toList();
        assertEquals(sent.stream().sorted(Comparator.reverseOrder()).toList(), sent);
        assertEquals(13, sent.size());
        model.orderProperty().set(Order.BROKER);
        assertEquals(List.of("broker 2: 4, 2 failed", "4/1", "2/1", "1/2", "1/1", "broker 3: 9, 9 failed"),
                shown().subList(0, 6));
    }

    @Test
    void failedOnlyAndTextFilterWholeBatches() {
        take(MadeUpLives.cases(1, BEGIN), 0);
        model.failedOnlyProperty().set(true);
        assertFalse(shown().contains("batch 2"));
        model.searchProperty().set("kill -9");
        assertEquals(List.of("batch 4", "4/1", "4/2", "4/3"), shown());
        model.searchProperty().set("duplicate of 404");
        assertEquals(List.of("batch 11", "11/1", "11/2"), shown());
    }

    @Test
    void troubledBatchesStayLongestAndWhatIsNotListedIsCounted() {
        take(Lives.of(1, 1, 2, 7, 1, BEGIN).answered(5, 4, "NOT_ENOUGH_REPLICAS", -1).make());
        for (int i = 0; i < 3; i++) {
            int from = 2 + i * 1_000;
            take(IntStream.range(from, from + 1_000)
                    .mapToObj(id -> Lives.of(id, 1, 2, id, 1, BEGIN).answered(5, 4, "NONE", id).make()).toList(), 7);
        }
        assertEquals(AttemptsViewModel.KEPT * 2, model.lines().size());
        assertTrue(shown().contains("batch 1"));
        assertFalse(shown().contains("batch 2"));
        assertEquals("from the wire tap on the lab's proxies · 2,000 batches, not listed: 1,001 older batches and 21"
                + " that passed too fast", model.captionProperty().get());
        assertEquals("3,001", model.countProperty().get());
    }

    @Test
    void ofVeryManyTriesTheMiddleIsOneLine() {
        Lives life = Lives.of(1, 1, 2, 7, 1, BEGIN);
        for (int i = 0; i < 40; i++) {
            take(life.answered(i * 100.0, 4, "NOT_ENOUGH_REPLICAS", -1).make());
        }
        assertEquals(List.of("batch 1", "1/1", "1/2", "1/3", "1/4", "5..32", "1/33"), shown().subList(0, 7));
        assertEquals(14, shown().size());
    }

    @Test
    void anotherRunBeginsEmptyAndLatecomersOfTheOldOneAreNotListed() {
        take(Lives.of(1, 1, 2, 7, 1, BEGIN).open(5).make());
        model.receive(Feeds.batch(BEGIN, List.of(), List.of(Feeds.sample(2, BEGIN, 0, 0))));
        take(Lives.of(1, 1, 2, 7, 1, BEGIN).open(5).make(), Lives.of(2, 2, 2, 0, 1, BEGIN).open(5).make());
        assertEquals(List.of("batch 2", "2/1"), shown());
    }

    @Test
    void withoutAWireTheClientsLogIsListedAndSaysSo() {
        LabEvent retried = new AttemptEvent.Retried("orders", 3, 812, 2, "NOT_LEADER_OR_FOLLOWER",
                AttemptEvent.Source.CLIENT_LOG, BEGIN);
        LabEvent split = new AttemptEvent.Split("orders", 4, 813, AttemptEvent.Source.CLIENT_LOG, BEGIN + 1);
        model.receive(Feeds.batch(BEGIN, List.of(retried, split), List.of()));
        model.receive(Feeds.batch(BEGIN, List.of(), List.of()));
        assertEquals(List.of("orders-4 MESSAGE_TOO_LARGE split, and its parts queued again; no retry",
                "orders-3 NOT_LEADER_OR_FOLLOWER queued again; 2 retries left"), shown());
        assertTrue(model.captionProperty().get().startsWith("no proxies before this cluster"));
        model.searchProperty().set("orders-3");
        assertEquals(1, shown().size());
    }

    @Test
    void whileNobodyLooksNoLinesAreMade() {
        model.seenProperty().set(false);
        take(MadeUpLives.cases(1, BEGIN), 0);
        assertEquals(0, model.lines().size());
        model.seenProperty().set(true);
        assertTrue(model.lines().size() > 30);
    }

    @Test
    void whateverComesTheListToldOfIsTheListShown() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            LineList list = new LineList();
            List<Line> mirror = new ArrayList<>();
            list.addListener((ListChangeListener<Line>) change -> {
                while (change.next()) {
                    mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                    mirror.addAll(change.getFrom(), change.getAddedSubList());
                }
            });
            List<Line> pool = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                pool.add(new Line(i, 1, new Content.Broker(i, 0, 0)));
            }
            for (int turn = 0; turn < 50; turn++) {
                List<Line> next = new ArrayList<>(pool);
                next.removeIf(_ -> random.nextInt(3) == 0);
                if (random.nextInt(4) == 0) {
                    next.sort(Comparator.comparingInt(line -> Long.hashCode(line.group() * 7 % 40)));
                }
                list.show(next);
                assertEquals(next, mirror, "seed " + seed);
            }
        }
    }

    @Test
    void exportHasEveryTryAndTellsOfIt(@TempDir Path folder) throws IOException {
        take(MadeUpLives.cases(1, BEGIN), 0);
        List<String> said = new ArrayList<>();
        Path file = folder.resolve("attempts.csv");
        model.exportCsv(file, said::add);
        List<String> lines = Files.readAllLines(file);
        assertEquals(1 + 57, lines.size());
        assertEquals(List.of("Saved attempts.csv: 57 tries."), said);
        assertTrue(lines.get(1).contains("\"drop answer\",\"appended at 212 to 221; the client never heard\""),
                lines.get(1));
        assertEquals(27, lines.getFirst().split(",").length);
    }
}
