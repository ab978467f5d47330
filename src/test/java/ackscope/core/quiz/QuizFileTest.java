package ackscope.core.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizFileTest {
    private static final String WHOLE = """
            {"version": 1, "title": "Loss", "questions": [{"id": "loss", "kind": "one", "question": "How many?",
              "options": [
                {"text": "None", "right": false, "measured": {"first": {"lost": 0}}},
                {"text": "All", "right": true, "measured": {"first": {"lost": 50}}},
                {"text": "Half of them", "right": false}],
              "explanation": "Because.", "sources": ["KIP-679"], "proof": "leader-loss"}]}""";

    private static final List<Question> ALL = QuizFile.builtIn().stream().flatMap(t -> t.questions().stream())
            .toList();

    @Test
    void theLengthOfAnAnswerDoesNotTellWhetherItIsRight() {
        List<Question> all = ALL.stream().filter(q -> q.kind() == Question.Kind.ONE).toList();
        long longest = all.stream().filter(q -> {
            int right = q.options().get(q.answer().getFirst()).words().length();
            return q.options().stream().filter(o -> !o.right()).allMatch(o -> o.words().length() < right);
        }).count();
        assertTrue(longest * 5 > all.size() && longest * 5 < all.size() * 2L,
                "the right one is the longest in " + longest + " of " + all.size());
    }

    @Test
    void theQuizOfTheAppLoadsAndEveryProofSettlesItsQuestion() {
        assertTrue(ALL.size() >= 30, "questions: " + ALL.size());
        assertTrue(ALL.stream().filter(q -> q.proof().isPresent()).count() >= 20);
        Set<Question.Kind> kinds = EnumSet.noneOf(Question.Kind.class);
        ALL.forEach(q -> kinds.add(q.kind()));
        assertEquals(EnumSet.allOf(Question.Kind.class), kinds);
    }

    @Test
    void noQuestionHasTheSameOptionTwice() {
        for (Question question : ALL) {
            assertEquals(question.options().size(),
                    new HashSet<>(question.options().stream().map(Question.Option::words).toList()).size(),
                    question.id());
        }
    }

    @Test
    void anAnswerIsRightWhenAllOfItIs() {
        Question one = read(WHOLE);
        assertTrue(one.isRight(List.of(1)));
        assertFalse(one.isRight(List.of(0)));
        assertFalse(one.isRight(List.of()));
        assertFalse(one.isRight(List.of(0, 1)));
        Question several = ALL.stream().filter(q -> q.kind() == Question.Kind.SEVERAL && q.answer().size() > 1)
                .findFirst().orElseThrow();
        assertTrue(several.isRight(several.answer().reversed()), "their order does not count");
        assertFalse(several.isRight(several.answer().subList(1, several.answer().size())));
        Question order = ALL.stream().filter(q -> q.kind() == Question.Kind.ORDER).findFirst().orElseThrow();
        assertTrue(order.isRight(order.answer()));
        assertFalse(order.isRight(order.answer().reversed()));
    }

    private static Question read(String text) {
        return QuizFile.read(text, "q.json").questions().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "version": 1 | "version": 2 | is version 2 of the format, not 1
            "title": "Loss" | "title": "" | has no title
            "title": "Loss" | "titel": "Loss" | Unrecognized field "titel"
            "id": "loss" | "id": "" | a question without an id
            "kind": "one" | "kind": "any" | is of kind any
            "explanation": "Because." | "explanation": " " | lacks its question or its explanation
            ["KIP-679"] | [] | names no source
            "proof": "leader-loss" | "proof": "leader-los" | there is no such scenario
            , "proof": "leader-loss" |  | no proof that measures it
            "text": "Half of them", "right": false | "text": "Half of them", "right": true | has 2 right options
            "text": "Half of them", "right": false | "text": "Half of them" | must say of each option whether it is right
            "first": {"lost": 0} | "first": {"losst": 0} | Did you mean 'lost'?
            "first": {"lost": 50} | "first": {"lost": 49} | 'All' is marked right
            "first": {"lost": 0} | "first": {"lost": {"atLeast": 40}} | 'None' is marked wrong
            "first": {"lost": 50} | "first": {"retries": {"atLeast": 1}} | 'All' is marked right
            """)
    void whatIsNoQuestionIsRefusedInWords(String was, String is, String said) {
        assertTrue(WHOLE.contains(was), was);
        String text = WHOLE.replace(was, is == null ? "" : is);
        String message = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(said), message);
    }

    @Test
    void aProofMustSaySomethingAboutARightOption() {
        String text = WHOLE.replace(", \"measured\": {\"first\": {\"lost\": 50}}", "");
        String message = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(message.contains("says nothing about a right option"), message);
    }

    @Test
    void twinsMayBeMeasuredInBothHalvesAndOthersInOne() {
        String both = WHOLE.replace("{\"first\": {\"lost\": 50}}",
                "{\"first\": {\"lost\": 50}, \"second\": {\"lost\": 0}}");
        assertEquals(1, read(both).options().get(1).measured().orElseThrow().second().size());
        String one = WHOLE.replace("leader-loss", "leader-loss-acks-0").replace("{\"first\": {\"lost\": 50}}",
                "{\"second\": {\"lost\": 50}}");
        String message = assertThrows(IllegalArgumentException.class, () -> read(one)).getMessage();
        assertTrue(message.contains("one half only"), message);
    }
}
