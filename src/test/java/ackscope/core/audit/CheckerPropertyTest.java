package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.History.Story;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds exactly what was planted into made-up histories. A failure names the history's seed. */
class CheckerPropertyTest {
    private static final List<Story> CLEAN = Arrays.stream(Story.values()).filter(Story::clean).toList();
    private static final List<Story> ALL = List.of(Story.values());
    private static final List<Story> PLAIN = ALL.stream()
            .filter(s -> s != Story.ABORTED_SEEN && s != Story.COMMITTED_UNSEEN).toList();
    private static final int ROUNDS = 400;

    @Test
    void tenThousandCleanHistoriesHaveNoAnomaly() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            History history = new History(seed, random.nextInt(25), CLEAN, Map.of(), seed % 3 == 0, seed % 2 == 0);
            Judgement found = agree(history, seed);
            assertEquals(0, found.counts().keySet().stream().filter(Verdict::anomaly).count(),
                    () -> "seed " + found + history);
        }
    }

    /** One anomaly among clean records: at the beginning, at the end, alone in its run, or anywhere. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DELIVERED", "UNCONFIRMED", "FAILED_ABSENT", "FAILED_NOWHERE",
            "UNREPORTED_ABSENT", "UNREPORTED_WRITTEN", "HELD", "HELD_THEN_SENT", "TWICE_ON_PURPOSE", "OVERTAKEN"})
    void oneAnomalyIsFoundAndNoOther(Story planted) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            int size = 1 + seed % 12;
            int at = seed % 4 == 0 ? 0 : seed % 4 == 1 ? size - 1 : seed % size;
            boolean transactions = planted == Story.ABORTED_SEEN || planted == Story.COMMITTED_UNSEEN;
            History history = new History(seed, size, CLEAN, Map.of(at, planted), transactions, false);
            Judgement found = agree(history, seed);
            if (history.topics.getFirst().partitions().getFirst().stable() == Long.MAX_VALUE) {
                Map<Verdict, Long> anomalies = new HashMap<>(found.counts());
                anomalies.keySet().removeIf(v -> !v.anomaly());
                assertEquals(Map.of(meant(planted), 1L), anomalies, "seed " + seed + "\n" + history);
            }
        }
    }

    private static Verdict meant(Story planted) {
        return switch (planted) {
            case LOST_OFFSET_REUSED, LOST_BEYOND_END, LOST_UNCONFIRMED -> Verdict.LOST;
            case FAILED_WRITTEN -> Verdict.WRITTEN_THOUGH_FAILED;
            case COPIED, COPIED_UNCONFIRMED -> Verdict.DUPLICATED;
            case SPOILED, SPOILED_WITH_STAMP -> Verdict.WRONG_CONTENT;
            case ABORTED_SEEN -> Verdict.ABORTED_VISIBLE;
            case COMMITTED_UNSEEN -> Verdict.COMMITTED_INVISIBLE;
            case OVERTAKEN -> Verdict.REORDERED;
            case DELIVERED, UNCONFIRMED, FAILED_ABSENT, FAILED_NOWHERE, UNREPORTED_ABSENT, UNREPORTED_WRITTEN, HELD,
                    HELD_THEN_SENT, TWICE_ON_PURPOSE ->
                throw new IllegalArgumentException(planted + " is no anomaly");
        };
    }

    @Test
    void everyMixtureOfAnomaliesIsToldApart() {
        long reordered = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            History history = new History(seed, new Random(seed).nextInt(40), PLAIN, Map.of(), false, seed % 2 == 0);
            reordered += agree(history, seed).count(Verdict.REORDERED);
        }
        // The histories hold what they are meant to hold.
        assertTrue(reordered > 500, "only " + reordered);
    }

    @Test
    void everyMixtureInTransactionsIsToldApart() {
        for (int seed = 0; seed < 3_000; seed++) {
            agree(new History(seed, new Random(seed).nextInt(40), ALL, Map.of(), true, seed % 2 == 0), seed);
        }
    }

    /** A leader is lost with its last records: some were acknowledged, all their offsets went to others. */
    @Test
    void allThatALostLeaderHadAcknowledgedAloneIsLost() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Map<Integer, Story> planted = new HashMap<>();
            for (int number = 10; number < 20; number++) {
                planted.put(number, seed % 2 == 0 ? Story.LOST_OFFSET_REUSED : Story.LOST_BEYOND_END);
            }
            History history = new History(seed, 40, List.of(Story.DELIVERED), planted, false, false);
            Judgement found = agree(history, seed);
            assertEquals(10, found.count(Verdict.LOST));
            assertEquals(30, found.count(Verdict.DELIVERED));
            assertEquals(planted.keySet().stream().map(Integer::longValue).sorted().toList(),
                    found.suspects().stream().map(Suspect::number).toList());
        }
    }

    private static Judgement agree(History history, long seed) {
        Judgement found = history.check();
        assertEquals(history.expected, found.counts(), () -> "seed " + seed + "\n" + history);
        long fates = Stream.of(Verdict.values()).filter(v -> v.kind() == Verdict.Kind.FATE).mapToLong(found::count)
                .sum();
        assertEquals(history.claims().size(), fates, () -> "fates of seed " + seed + "\n" + history);
        return found;
    }
}
