package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Quiet.Settled;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.TopicLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** When an end counts as proven, on a clock of the test's own. */
class QuietTest {
    private static final long LAG = 4_000;

    private long ms;
    private final List<String> said = new ArrayList<>();

    @Test
    void anEndThatCoversAllReportsNeedsOnlyToStandStill() {
        Settled settled = await(_ -> partition(2, 3, 100), false);
        assertTrue(settled.obstacles().isEmpty());
        assertTrue(ms >= 1_000 && ms < 2_000, "waited " + ms);
    }

    @Test
    void whileSomethingMayHideAboveTheEndTheLagTimeMustPassAndHalfOfIt() {
        Settled settled = await(_ -> partition(2, 3, 100), true);
        assertTrue(settled.obstacles().isEmpty());
        assertTrue(ms >= LAG * 3 / 2, "waited " + ms);
    }

    @Test
    void aNewLeaderBeginsTheTimeAnew() {
        Settled settled = await(now -> partition(now < 5_000 ? 2 : 3, 3, 100), true);
        assertTrue(settled.obstacles().isEmpty());
        assertTrue(ms >= 5_000 + LAG * 3 / 2, "waited " + ms);
    }

    @Test
    void aReplicaThatFallsOutBeginsTheTimeAnew() {
        await(now -> partition(2, now > 3_000 && now < 4_000 ? 2 : 3, 100), true);
        assertTrue(ms >= 4_000 + LAG * 3 / 2, "waited " + ms);
    }

    @Test
    void anEndThatMovesDoesNotStandStill() {
        await(now -> partition(2, 3, now < 3_000 ? now : 3_000), false);
        assertTrue(ms >= 4_000 && ms < LAG * 3 / 2, "waited " + ms);
    }

    @Test
    void whatDoesNotGetWellIsAnObstacleAfterAWhile() {
        Settled settled = await(_ -> partition(2, 2, 100), false);
        assertEquals("only 2 of its 3 replicas are in sync", settled.obstacles().get(0));
        assertTrue(ms > 15_000 && ms < 30_000, "waited " + ms);
        assertEquals("no broker leads it", await(_ -> partition(-1, 0, -1), false).obstacles().get(0));
        assertEquals("broker 2, its leader, does not say where it ends",
                await(_ -> partition(2, 3, -1), false).obstacles().get(0));
        assertTrue(said.contains("waiting for t-0: no broker leads it"), said::toString);
    }

    @Test
    void aLoneReplicaHidesNothingOnceItsEndStandsStill() {
        await(_ -> new TopicLog.Partition(0, 1, 1, 1, 0, 10, 10), true);
        assertEquals(1_000, ms);
    }

    @Test
    void aClusterThatDoesNotAnswerIsAProblemInItsOwnWords() {
        Settled settled = new Quiet(_ -> {
            throw new ClusterException("no broker answers");
        }, clock()).await(List.of("t"), LAG, _ -> false, p -> said.add(p.words()), () -> false).getFirst();
        assertEquals("no broker answers", settled.problem());
        assertTrue(ms < 30_000, "waited " + ms);
    }

    @Test
    void aTopicThatIsNotThereNeedsNoWait() {
        assertTrue(new Quiet(_ -> Optional.empty(), clock()).await(List.of("t"), LAG, _ -> true, _ -> {
        }, () -> false).getFirst().log().isEmpty());
        assertEquals(0, ms);
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancellationException.class,
                () -> new Quiet(_ -> Optional.of(log(partition(2, 2, 1))), clock()).await(List.of("t"), LAG, _ -> true,
                        _ -> {
                        }, () -> ms > 1_000));
        assertTrue(ms < 2_000, "waited " + ms);
    }

    private Settled await(LongFunction<TopicLog.Partition> at, boolean doubts) {
        ms = 0;
        return new Quiet(_ -> Optional.of(log(at.apply(ms))), clock())
                .await(List.of("t"), LAG, _ -> doubts, p -> said.add(p.words()), () -> false).getFirst();
    }

    private static TopicLog log(TopicLog.Partition partition) {
        return new TopicLog("t", "id", false, 2, List.of(partition));
    }

    private static TopicLog.Partition partition(int leader, int inSync, long end) {
        return new TopicLog.Partition(0, leader, 3, inSync, 0, end, end);
    }

    private Quiet.Clock clock() {
        return new Quiet.Clock() {
            @Override
            public long ms() {
                return ms;
            }

            @Override
            public void sleep(long pause) {
                ms += pause;
            }
        };
    }
}
