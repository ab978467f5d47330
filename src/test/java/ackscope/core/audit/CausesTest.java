package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.send.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table: with its evidence it names setting and fault, without it the cause is not established. */
class CausesTest {
    private static final long SENT = 1_000_000;
    private static final long TOLD = 1_000_050;
    private static final long OVER = 1_030_000;
    private static final Happening KILLED = new Happening(Kind.NODE, "broker 2 killed (-9)", "", Place.BROKER, 2, "",
            TOLD + 400, Long.MAX_VALUE);
    private static final Happening MOVED = new Happening(Kind.LEADER_CHANGE, "leader of t-0: 2 → 3", "", Place.BROKER,
            2, "",
            TOLD + 3_000, TOLD + 3_000);

    @Test
    void acksNoneLosesWhatAFaultKeptBack() {
        says(Verdict.LOST, with("acks", "0").and(fault(Place.REQUEST, "swallow requests")), "acks=0",
                "'swallow requests'", "acks=all");
        says(Verdict.LOST, with("acks", "0").and(KILLED), "acks=0", "Broker 2 killed", "acks=all");
        says(Verdict.LOST, with("acks", "0").and(MOVED), "leader of t-0", "acks=all");
        silent(Verdict.LOST, with("acks", "0"), "acks=0");
    }

    @Test
    void acksNoneIsTrueOfTheSocketOnlySoAFaultThatBeginsRightAfterwardsMeetsWhatIsStillOnItsWay() {
        says(Verdict.LOST, with("acks", "0").and(swallowedFrom(TOLD + 150)), "swallow requests");
        silent(Verdict.LOST, with("acks", "0").and(swallowedFrom(TOLD + 5_000)), "acks=0");
        silent(Verdict.LOST, with("acks", "1").and(swallowedFrom(TOLD + 150)), "acks=1");
    }

    private static Happening swallowedFrom(long ms) {
        return new Happening(Kind.FAULT, "swallow requests", "", Place.REQUEST, -1, "", ms, ms + 200);
    }

    @Test
    void acksOneLosesWhatNoFollowerHad() {
        says(Verdict.LOST, with("acks", "1").and(MOVED, KILLED), "acks=1", "broker 2 killed (-9)",
                "min.insync.replicas=2");
        says(Verdict.LOST, with("acks", "1").and(MOVED, fault(Place.REPLICATION, "stall replication")),
                "leader of t-0: 2 → 3", "stall replication", "acks=all");
        silent(Verdict.LOST, with("acks", "1"), "none was seen");
    }

    @Test
    void whatHappenedBeforeTheRecordOrAfterTheRunTookNothingAway() {
        Happening before = new Happening(Kind.NODE, "broker 1 stopped", "", Place.BROKER, 1, "", SENT - 60_000,
                SENT - 50_000);
        Happening after = new Happening(Kind.LEADER_CHANGE, "leader of t-0: 3 → 2", "", Place.BROKER, 3, "", OVER + 1,
                OVER + 1);
        silent(Verdict.LOST, with("acks", "1").and(before, after), "none was seen");
    }

    @Test
    void acksAllLosesOnlyWithOneReplicaEnough() {
        says(Verdict.LOST, with("acks", "-1").minInsync(1).and(KILLED), "min.insync.replicas=1", "broker 2 killed",
                "min.insync.replicas=2");
        silent(Verdict.LOST, with("acks", "all").minInsync(2).and(KILLED), "min.insync.replicas=2");
        silent(Verdict.LOST, with("acks", "all").minInsync(1), "acks=all");
    }

    @Test
    void withoutIdempotenceARetryIsWrittenAgain() {
        says(Verdict.DUPLICATED, with("enable.idempotence", "false").and(fault(Place.ANSWER, "reset answers")),
                "enable.idempotence=false", "reset answers", "enable.idempotence=true");
        says(Verdict.DUPLICATED, with("enable.idempotence", "false"), "enable.idempotence=false",
                "enable.idempotence=true");
    }

    @Test
    void withIdempotenceOnlyARaisedEpochDoubles() {
        says(Verdict.DUPLICATED,
                with("enable.idempotence", "true").wire(new Evidence.Wire(2, Set.of(), true, 2, Set.of())), "epoch",
                "defaults");
        silent(Verdict.DUPLICATED, with("enable.idempotence", "true"), "no raised epoch");
    }

    @Test
    void severalInFlightOvertakeWithoutIdempotence() {
        says(Verdict.REORDERED,
                with("enable.idempotence", "false").with("max.in.flight.requests.per.connection", "5")
                        .and(fault(Place.REQUEST, "swallow requests")),
                "max.in.flight.requests.per.connection=5", "swallow requests", "enable.idempotence=true");
        silent(Verdict.REORDERED,
                with("enable.idempotence", "false").with("max.in.flight.requests.per.connection", "1"), "one request");
        silent(Verdict.REORDERED, with("enable.idempotence", "true"), "keeps the order");
    }

    @Test
    void theLeaderMayHaveWrittenBeforeItMissedItsFollowers() {
        says(Verdict.WRITTEN_THOUGH_FAILED,
                with("acks", "all").failed(FailureKind.RETRIES_USED_UP, "NotEnoughReplicasAfterAppendException"),
                "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "retries");
        says(Verdict.WRITTEN_THOUGH_FAILED,
                with("acks", "all").failed(FailureKind.EXPIRED, "TimeoutException").wire(
                        new Evidence.Wire(2, Set.of("NOT_ENOUGH_REPLICAS_AFTER_APPEND"), false, 1, Set.of())),
                "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "retries");
    }

    @Test
    void anAnswerThatDidNotArriveLooksLikeAFailure() {
        says(Verdict.WRITTEN_THOUGH_FAILED,
                with("retries", "0").failed(FailureKind.RETRIES_USED_UP, "NetworkException")
                        .and(fault(Place.ANSWER, "reset answers")),
                "reset answers", "retries=0", "enable.idempotence=true");
        says(Verdict.WRITTEN_THOUGH_FAILED,
                with("retries", "3").failed(FailureKind.RETRIES_USED_UP, "NetworkException")
                        .wire(new Evidence.Wire(4, Set.of(), true, 1, Set.of())),
                "its answer did not reach", "enable.idempotence=true");
    }

    @Test
    void aProducerThatStoppedWaitingMayHaveWritten() {
        Case expired = with("delivery.timeout.ms", "2000").failed(FailureKind.EXPIRED, "TimeoutException");
        says(Verdict.WRITTEN_THOUGH_FAILED, expired.and(fault(Place.REPLICATION, "stall replication")),
                "delivery.timeout.ms=2000", "followers (stall replication)", "longer");
        says(Verdict.WRITTEN_THOUGH_FAILED, expired.and(fault(Place.REQUEST, "delay requests")), "still under way",
                "delay requests");
        says(Verdict.WRITTEN_THOUGH_FAILED, expired.and(KILLED), "broker 2 killed", "longer");
        says(Verdict.WRITTEN_THOUGH_FAILED, expired, "had no answer yet", "longer");
    }

    @Test
    void aProducerThatWasClosedMayHaveWritten() {
        says(Verdict.WRITTEN_THOUGH_FAILED, with("acks", "all").failed(FailureKind.GIVEN_UP, "KafkaException"),
                "gave them up", "closed");
    }

    @Test
    void aRefusalThatWasWrittenIsNotExplained() {
        silent(Verdict.WRITTEN_THOUGH_FAILED,
                with("acks", "all").failed(FailureKind.TOO_LARGE, "RecordTooLargeException"),
                "RecordTooLargeException");
        silent(Verdict.WRITTEN_THOUGH_FAILED, with("acks", "all"), "not known");
    }

    @Test
    void aTopicThatWasMadeAgainTookItsRecordsAlong() {
        says(Verdict.REMOVED, with("acks", "all").and(new Happening(Kind.FAULT, "delete and recreate the topic (t)",
                "topic-recreate", Place.TOPIC, -1, "", TOLD + 5, TOLD + 5)), "made again", "Deleted data");
        says(Verdict.REMOVED, with("acks", "all"), "beginning was removed", "retention.ms");
    }

    @ParameterizedTest
    @EnumSource(names = {"ABORTED_VISIBLE", "COMMITTED_INVISIBLE", "WRONG_CONTENT"})
    void whatMustNeverBeHasNoSettingToBlame(Verdict verdict) {
        silent(verdict, with("acks", "all").and(KILLED), "Cause not established");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "DUPLICATED", "REORDERED"})
    void withoutSettingsNothingIsBlamed(Verdict verdict) {
        silent(verdict, new Case(Map.of(), 0, Optional.empty(), List.of(KILLED), Evidence.Wire.UNKNOWN), "not known");
    }

    private static void says(Verdict verdict, Case of, String... parts) {
        Causes.Words words = Causes.of(verdict, of.evidence());
        assertTrue(words.established(), words::toString);
        for (String part : parts) {
            assertTrue((words.cause() + words.prevention()).contains(part), () -> part + " is not in " + words);
        }
    }

    private static void silent(Verdict verdict, Case of, String part) {
        Causes.Words words = Causes.of(verdict, of.evidence());
        assertFalse(words.established(), words::toString);
        assertEquals("", words.prevention());
        assertTrue(words.cause().startsWith("Cause not established: ") && words.cause().contains(part),
                words::toString);
    }

    private static Case with(String key, String value) {
        return new Case(Map.of(key, value), 2, Optional.empty(), List.of(), Evidence.Wire.UNKNOWN);
    }

    private static Happening fault(Place place, String title) {
        return new Happening(Kind.FAULT, title, "", place, -1, "", SENT - 500, TOLD + 5_000);
    }

    private record Case(Map<String, String> settings, int minInsync, Optional<Cause> failure,
            List<Happening> happenings, Evidence.Wire wire) {

        Case with(String key, String value) {
            Map<String, String> more = new HashMap<>(settings);
            more.put(key, value);
            return new Case(more, minInsync, failure, happenings, wire);
        }

        Case minInsync(int replicas) {
            return new Case(settings, replicas, failure, happenings, wire);
        }

        Case failed(FailureKind kind, String error) {
            return new Case(settings, minInsync,
                    Optional.of(new Cause(kind, error, "it failed", Certainty.MAYBE, "a try has no answer")),
                    happenings,
                    wire);
        }

        Case and(Happening... more) {
            return new Case(settings, minInsync, failure, List.of(more), wire);
        }

        Case wire(Evidence.Wire seen) {
            return new Case(settings, minInsync, failure, happenings, seen);
        }

        Evidence evidence() {
            return new Evidence(settings, minInsync, SENT, TOLD, OVER, failure, happenings, wire);
        }
    }
}
