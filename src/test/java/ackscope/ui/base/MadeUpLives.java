package ackscope.ui.base;

import ackscope.core.cluster.ClusterView;
import ackscope.core.breaker.BreakerView;
import ackscope.core.event.Answer;
import ackscope.core.event.BatchLife;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import java.util.ArrayList;
import java.util.List;

/** One batch for each way in which a batch can go, and as many failing ones as one likes. */
public final class MadeUpLives {
    private MadeUpLives() {
    }

    /** Ids from 1; records of run {@code run}; begun at {@code ms} or a little later. */
    public static List<BatchLife> cases(int run, long ms) {
        List<BatchLife> lives = new ArrayList<>();
        lives.add(Lives.of(1, run, 1, 212, 10, ms).answerLost(5, 90, 212, "drop answer").answered(202, 4.1, "NONE", 212)
                .make());
        lives.add(Lives.of(2, run, 1, 222, 12, ms + 300).answered(7, 5, "NONE", 222).make());
        Lives refused = Lives.of(3, run, 7, 1203, 1, ms + 900).node(3).epoch(1, 0);
        for (int i = 0; i < 7; i++) {
            refused.answered(i * 880.0, 5, "NOT_ENOUGH_REPLICAS", -1);
        }
        lives.add(refused.make());
        lives.add(
                Lives.of(4, run, 7, 838, 1, ms + 1_000).lost(4, 700, true, "broker 2 closed the connection", "kill -9")
                        .node(3).answered(820, 2.2, "NOT_LEADER_OR_FOLLOWER", -1)
                        .answered(1_050, 4.9, "NOT_ENOUGH_REPLICAS", -1)
                        .make());
        lives.add(Lives.of(5, run, 4, 640, 31, ms + 1_500).node(1).answered(3, 3.3, "MESSAGE_TOO_LARGE", -1).make());
        lives.add(Lives.of(6, run, 4, 640, 16, ms + 1_500).node(1).partOf(5).answered(11, 4.4, "NONE", 54).make());
        lives.add(Lives.of(7, run, 4, 656, 15, ms + 1_500).node(1).partOf(5).answered(11, 4.7, "NONE", 70).make());
        lives.add(Lives.of(8, run, 2, 700, 3, ms + 1_900).handedOver(2).make());
        lives.add(Lives.of(9, run, 3, 710, 5, ms + 2_000).answered(3, 4, "OUT_OF_ORDER_SEQUENCE_NUMBER", -1).epoch(1, 0)
                .answered(110, 4, "NONE", 301).make());
        lives.add(Lives.of(10, run, 5, 720, 2, ms + 2_300)
                .replaced(3, 1, new Answer.None("the fault answered", (ms + 2_304) * 1000), "NOT_LEADER_OR_FOLLOWER",
                        "answer with NOT_LEADER_OR_FOLLOWER")
                .answered(120, 4, "NONE", 99).make());
        lives.add(Lives.of(11, run, 0, 730, 8, ms + 2_600).notIdempotent().answerLost(4, 60, 404, "drop answer")
                .answered(170, 4, "NONE", 412).make());
        Lives stubborn = Lives.of(12, run, 6, 740, 4, ms + 2_700).inTransaction().node(3);
        for (int i = 0; i < 30; i++) {
            stubborn.answered(i * 100.0, 4, "NOT_ENOUGH_REPLICAS", -1);
        }
        lives.add(stubborn.open(3_010).make());
        lives.add(Lives.of(13, run, 2, 745, 1, ms + 5_600)
                .lost(3, 1_000, false, "the fault kept the request", "swallow requests").answered(1_140, 4, "NONE", 8)
                .make());
        lives.add(Lives.of(14, run, 2, 750, 1, ms + 6_000).open(3).make());
        return lives;
    }

    /** So many batches from {@code firstId} on, each with a try that failed. */
    public static List<BatchLife> failing(long firstId, int count, long ms) {
        List<BatchLife> lives = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lives.add(Lives.of(firstId + i, 1, i % 12, (firstId + i) * 10, 10, ms).answered(i % 100, 4,
                    "NOT_ENOUGH_REPLICAS", -1).make());
        }
        return lives;
    }

    /** A batch of the feed with news of the wire. */
    public static FeedBatch news(long nowMs, List<BatchLife> changed, long missed, long tries) {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", nowMs), nowMs,
                new Insight(new AttemptNews(true, changed, missed), new WireSums(0, 0, 0, tries, tries, 0, 0),
                        List.of(),
                        BreakerView.OFF, List.of()));
    }
}
