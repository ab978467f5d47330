package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is asked before a load goes to somebody's cluster. */
class LoadQuestionTest {
    private static String asked(LoadPlan plan) throws Exception {
        return asked(plan, Payload.string("x"));
    }

    private static String asked(LoadPlan plan, Payload value) throws Exception {
        RecordDraft draft = new RecordDraft("orders", Payload.NULL, value, List.of(), OptionalInt.empty(),
                OptionalLong.empty());
        return LoadQuestion.of(RecordSource.of(draft, plan, false, () -> 0), new Connection("1", "Staging",
                ConnectionColour.RED, "kafka:9092", new TreeMap<>(), "", false, false));
    }

    @Test
    void aSingleRecordNeedsNoQuestion() {
        assertFalse(LoadQuestion.concerns(LoadPlan.of(1)));
        assertTrue(LoadQuestion.concerns(LoadPlan.of(2)));
        assertTrue(LoadQuestion.concerns(new LoadPlan(OptionalLong.empty(), 1, OptionalInt.empty(), 0, 1, 1)));
    }

    @Test
    void sizePaceAndTargetAreSaid() throws Exception {
        String question = asked(new LoadPlan(OptionalLong.of(50_000), 250, OptionalInt.of(1_000), 0, 1, 1));
        for (String part : List.of("50,000 records", "1,000 bytes each", "250 a second", "topic orders of Staging",
                "kafka:9092", "50 MB in all")) {
            assertTrue(question.contains(part), question);
        }
        String endless = asked(new LoadPlan(OptionalLong.empty(), 0, OptionalInt.empty(), 0, 1, 1));
        assertTrue(endless.contains("without end") && endless.contains("as fast as it goes"), endless);
        assertTrue(endless.startsWith(
                "Records without end of about 1 byte each, as fast as it goes, until it is stopped, to the topic orders"),
                endless);
        assertFalse(endless.contains("in all"), endless);
    }

    @Test
    void typedRecordsTellTheSizeOfTheirFirst() throws Exception {
        LoadPlan plan = new LoadPlan(OptionalLong.of(2_000), 0, OptionalInt.empty(), 0, 1, 1);
        String question = asked(plan, Payload.string("order ${n} of ${now}"));
        assertTrue(question.startsWith("2,000 records of about 12 bytes each"), question);
        assertTrue(question.contains("24 kB in all"), question);
    }
}
