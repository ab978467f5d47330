package ackscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.send.SentBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final Map<String, String> PLAIN = Map.of("acks", "-1", "enable.idempotence", "false");
    private static final Map<String, String> IDEMPOTENT = Map.of("acks", "-1", "enable.idempotence", "true");

    private static RunRecord run(Map<String, String> settings, Map<Verdict, Long> counts) {
        return MadeUpRuns.run("x", "x", 0, settings, MadeUpRuns.audit(51, counts));
    }

    private static String conclusion(RunRecord a, RunRecord b) {
        return new RunComparison(a, b).conclusion();
    }

    private static RunRecord audited(RunRecord run, Optional<AuditReport> audit) {
        return new RunRecord(1, run.id(), run.name(), run.startedMs(), run.endedMs(), run.cluster(), run.topics(),
                run.producers(), run.work(), run.happenings(), run.series(), run.totals(), run.latency(), audit);
    }

    @Test
    void theLeaderLossTwinSaysWhatSavedTheRecordsWhicheverWasFirst() {
        String sentence = "With acks=all and min.insync.replicas=2 none of 50 was lost; with acks=1 all 50 were.";
        assertEquals(sentence, conclusion(MadeUpRuns.lost(), MadeUpRuns.safe()));
        assertEquals(sentence, conclusion(MadeUpRuns.safe(), MadeUpRuns.lost()));
    }

    @Test
    void aCountBetweenNoneAndAllIsSaidAsItIs() {
        assertEquals(
                "With enable.idempotence=true none of 50 was duplicated; with enable.idempotence=false 17 were.",
                conclusion(run(PLAIN, Map.of(Verdict.DELIVERED, 51L, Verdict.DUPLICATED, 17L)),
                        run(IDEMPOTENT, Map.of(Verdict.DELIVERED, 51L))));
    }

    @Test
    void everyMeasureThatDiffersHasASentence() {
        String words = conclusion(
                run(PLAIN, Map.of(Verdict.DELIVERED, 51L, Verdict.DUPLICATED, 1L, Verdict.REORDERED, 8L)),
                run(IDEMPOTENT, Map.of(Verdict.DELIVERED, 48L, Verdict.UNKNOWN_ABSENT, 3L)));
        assertEquals("With enable.idempotence=true none of 50 was duplicated; with enable.idempotence=false 1 was."
                + " With enable.idempotence=true none of 50 was out of order; with enable.idempotence=false 8 were."
                + " With enable.idempotence=false none of 50 was left without a report; with enable.idempotence=true"
                + " 3 were.", words);
    }

    @Test
    void countsThatAreCloseAreNoDifference() {
        String words = conclusion(run(PLAIN, Map.of(Verdict.DELIVERED, 51L, Verdict.DUPLICATED, 17L)),
                run(IDEMPOTENT, Map.of(Verdict.DELIVERED, 51L, Verdict.DUPLICATED, 20L)));
        assertEquals("No difference follows: 17 of 50 and 20 of 50 were duplicated, which may vary as much from one"
                + " run to the next.", words);
    }

    @Test
    void twoCleanRunsShowNoDifference() {
        assertEquals("No difference follows: in both, no record was lost, duplicated, out of order, or reported"
                + " wrongly.",
                conclusion(run(PLAIN, Map.of(Verdict.DELIVERED, 51L)),
                        run(IDEMPOTENT, Map.of(Verdict.DELIVERED, 51L))));
    }

    @Test
    void withoutAnAuditOrWithAPartitionUnreadNothingFollows() {
        RunRecord clean = run(PLAIN, Map.of(Verdict.DELIVERED, 51L));
        assertEquals("The second run was not audited. So nothing follows about what became of the records.",
                conclusion(clean, audited(clean, Optional.empty())));
        AuditReport unread = new AuditReport(1, false, List.of("Partition 0 had no leader."), 51,
                Map.of(Verdict.NOT_READ, 51L), 0, false, List.of(), List.of(), List.of(), 0, 0, 0);
        assertEquals("The audit of the first run proves nothing yet: Partition 0 had no leader. So nothing follows"
                + " about what became of the records.", conclusion(audited(clean, Optional.of(unread)), clean));
    }

    @Test
    void aDifferenceWithoutAnotherSettingIsNotBlamedOnOne() {
        String words = conclusion(run(PLAIN, Map.of(Verdict.DELIVERED, 51L)), run(PLAIN, Map.of(Verdict.LOST, 51L)));
        assertTrue(words.startsWith("No setting differs between the two"), words);
        assertTrue(words.endsWith("With the first run none of 50 was lost; with the second run all 50 were."), words);
    }

    @Test
    void otherRecordsOrFaultsAreMentioned() {
        RunRecord clean = run(PLAIN, Map.of(Verdict.DELIVERED, 51L));
        RunRecord other = new RunRecord(1, "", "", 0, 0, "", clean.topics(), clean.producers(),
                List.of(clean.work().getLast()), List.of(), List.of(), clean.totals(), clean.latency(),
                clean.audit());
        String words = conclusion(clean, other);
        assertTrue(words.contains("did not send the same records"), words);
        assertTrue(words.contains("did not meet the same faults: broker-kill, replication-stall, and none."),
                words);
    }

    @Test
    void otherTopicsAndSettingsThatChangedOnTheWayAreMentioned() {
        RunRecord clean = run(PLAIN, Map.of(Verdict.DELIVERED, 51L));
        SentBy last = clean.producers().getLast();
        RunRecord other = new RunRecord(1, "", "", 0, 0, "", List.of(new RunRecord.RunTopic("o", 6, 3, 2)),
                List.of(new SentBy(0, 0, 0, Map.of("acks", "0")), last), clean.work(), clean.happenings(), List.of(),
                clean.totals(), clean.latency(), clean.audit());
        String words = conclusion(clean, other);
        assertTrue(words.contains("Their topics differ"), words);
        assertTrue(words.contains("The second run's settings were changed"), words);
        assertFalse(words.contains("The first run's settings"), words);
        assertFalse(words.contains("same faults"), words);
    }

    @Test
    void withAcksNoneOkIsExplained() {
        AuditReport blind = new AuditReport(1, false, List.of(), 51, Map.of(Verdict.LOST, 20L, Verdict.DELIVERED, 31L),
                31, true, List.of(), List.of(), List.of(), 0, 0, 0);
        String words = conclusion(audited(run(Map.of("acks", "0"), Map.of()), Optional.of(blind)),
                run(Map.of("acks", "1"), Map.of(Verdict.DELIVERED, 51L)));
        assertEquals("With acks=1 none of 50 was lost; with acks=0 20 were. With acks=0 \"ok\" means no more than"
                + " handed to the socket.", words);
    }

    @Test
    void settingsThatOnlyNameTheClientDoNotDiffer() {
        assertEquals(List.of("acks", "enable.idempotence"), new RunComparison(MadeUpRuns.lost(), MadeUpRuns.safe())
                .settings().stream().map(Plain.Difference::key).toList());
    }
}
