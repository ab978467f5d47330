package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.event.Answer;
import ackscope.core.event.BatchLife;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a try: no more than the wire proves. */
class AttemptWordsTest {
    private static Lives life() {
        return Lives.of(1, 1, 1, 212, 10, 1_000);
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of("appended at 212 to 221", life().answered(0, 5, "NONE", 212)),
                Arguments.of("appended at 212 to 221; the client never heard",
                        life().answerLost(0, 90, 212, "drop answer")),
                Arguments.of(
                        "same id, epoch and sequence: the broker knew it at 212 to 221, nothing appended",
                        life().answerLost(0, 90, 212, "drop answer").answered(200, 4, "NONE", 212)),
                Arguments.of("appended again at 222 to 231: a duplicate of 212 to 221",
                        life().notIdempotent().answerLost(0, 90, 212, "drop answer").answered(200, 4, "NONE", 222)),
                Arguments.of("in the log once at 212 to 221: appended now, or known from an earlier try",
                        life().lost(0, 90, true, "broker 2 closed the connection", "").answered(200, 4, "NONE", 212)),
                Arguments.of("appended at 222 to 231; an earlier try may have been appended too",
                        life().notIdempotent().lost(0, 90, true, "broker 2 closed the connection", "").answered(200,
                                4, "NONE", 222)),
                Arguments.of("appended at 222 to 231",
                        life().notIdempotent().lost(0, 90, false, "the fault kept the request", "swallow")
                                .answered(200, 4, "NONE", 222)),
                Arguments.of(
                        "the broker had this sequence already: nothing appended; the client takes it for success",
                        life().lost(0, 90, true, "the client closed the connection", "").answered(200, 4,
                                "DUPLICATE_SEQUENCE_NUMBER", -1)),
                Arguments.of("refused before append: too few replicas in sync",
                        life().answered(0, 5, "NOT_ENOUGH_REPLICAS", -1)),
                Arguments.of("appended by the leader, then too few replicas in sync: tried again",
                        life().answered(0, 5, "NOT_ENOUGH_REPLICAS_AFTER_APPEND", -1)),
                Arguments.of("broker 2 does not lead the partition: nothing appended",
                        life().acks(1).answered(0, 5, "NOT_LEADER_OR_FOLLOWER", -1)),
                Arguments.of(
                        "broker 2 does not lead the partition; if it did when this came, it may have appended it",
                        life().answered(0, 5, "NOT_LEADER_OR_FOLLOWER", -1)),
                Arguments.of("over max.message.bytes of the topic: the client splits it, which is no retry",
                        life().answered(0, 5, "MESSAGE_TOO_LARGE", -1)),
                Arguments.of("over max.message.bytes of the topic: not tried again",
                        Lives.of(1, 1, 1, 5, 1, 0).answered(0, 5, "MESSAGE_TOO_LARGE", -1)),
                Arguments.of("handed to broker 2's socket; nobody says whether it was appended", life().handedOver(0)),
                Arguments.of("sent; broker 2 has not answered yet", life().open(0)),
                Arguments.of("sent in full; whether broker 2 appended it is not known",
                        life().lost(0, 50, true, "broker 2 closed the connection", "kill -9")),
                Arguments.of("kept by the fault: broker 2 never saw it",
                        life().lost(0, 50, false, "the fault kept the request", "swallow")),
                Arguments.of("answered by the fault: broker 2 never saw it",
                        life().replaced(0, 1, new Answer.None("the fault answered", 1_001_000),
                                "NOT_LEADER_OR_FOLLOWER", "answer with an error")),
                Arguments.of("appended at 212 to 221; the client was told NOT_ENOUGH_REPLICAS",
                        life().replaced(0, 5, new Answer.Given("NONE", 212, 1_005_000), "NOT_ENOUGH_REPLICAS",
                                "replace answer")),
                Arguments.of("appended at 0 to 9; the client raised its epoch from 0 to 1",
                        life().answered(0, 5, "OUT_OF_ORDER_SEQUENCE_NUMBER", -1).epoch(1, 0).answered(50, 4,
                                "NONE", 0)),
                Arguments.of("answered SOME_NEW_ERROR", life().answered(0, 5, "SOME_NEW_ERROR", -1)));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void theLastTryMeans(String words, Lives lives) {
        BatchLife life = lives.make();
        assertEquals(words, AttemptMeaning.of(life, life.attempts().size() - 1));
    }

    static Stream<Arguments> summaries() {
        return Stream.of(
                Arguments.of("acked at once", "written, offset 212 (NONE)", "", life().answered(0, 5, "NONE", 212)),
                Arguments.of("acked after 2 tries", "written, offset 212 (NONE)", "",
                        life().answerLost(0, 90, 212, "f").answered(200, 4, "NONE", 212)),
                Arguments.of("acked at once", "DUPLICATE_SEQUENCE_NUMBER", "",
                        life().answered(0, 4, "DUPLICATE_SEQUENCE_NUMBER", -1)),
                Arguments.of("1 try failed: no answer", "written, offset 212 (NONE)", "nothing",
                        life().answerLost(0, 90, 212, "f")),
                Arguments.of("2 tries failed, the last one: NOT_ENOUGH_REPLICAS", "NOT_ENOUGH_REPLICAS", "",
                        life().answered(0, 4, "NOT_ENOUGH_REPLICAS", -1).answered(100, 4, "NOT_ENOUGH_REPLICAS", -1)),
                Arguments.of("too large: split, and its parts queued again", "MESSAGE_TOO_LARGE", "",
                        life().answered(0, 4, "MESSAGE_TOO_LARGE", -1)),
                Arguments.of("handed to the socket (acks=0)", "no answer due (acks=0)", "", life().handedOver(0)),
                Arguments.of("waits for the answer", "waiting", "", life().open(0)),
                Arguments.of("1 try failed: no answer", "none: broker 2 closed the connection", "",
                        life().lost(0, 50, true, "broker 2 closed the connection", "")),
                Arguments.of("1 try failed: KAFKA_STORAGE_ERROR", "written, offset 212 (NONE)",
                        "KAFKA_STORAGE_ERROR, from the fault",
                        life().replaced(0, 5, new Answer.Given("NONE", 212, 1_005_000), "KAFKA_STORAGE_ERROR", "f")));
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void theBatchAndItsLastTrySay(String summary, String answer, String heard, Lives lives) {
        BatchLife life = lives.make();
        assertEquals(summary, AttemptWords.summary(life));
        assertEquals(answer, AttemptWords.answer(life.latest()));
        assertEquals(heard, AttemptWords.heard(life.latest()));
    }

    @Test
    void whatTheBrokerSaidAndWhatBecameOfTheTryHaveMarksOfTheirOwn() {
        BatchLife lost = life().answerLost(0, 90, 212, "drop answer").make();
        assertEquals(OutcomeMark.Kind.ACKED, AttemptWords.saidMark(lost.latest()));
        assertEquals(OutcomeMark.Kind.FAILED, AttemptWords.mark(lost.latest()));
    }

    @Test
    void aBatchNamesItsRecords() {
        assertEquals("10 records #212 to #221", AttemptWords.records(life().open(0).make()));
        assertEquals("1 record #7", AttemptWords.records(Lives.of(1, 1, 1, 7, 1, 0).open(0).make()));
    }
}
