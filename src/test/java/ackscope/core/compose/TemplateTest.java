package ackscope.core.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static String render(String template, long number, long seed) {
        return Template.parse(template).render(new Template.Draw(number, 1_700_000_000_000L, seed));
    }

    @Test
    void numberRemainderAndTimeAreFilledIn() {
        assertEquals("{\"id\":481,\"shard\":1,\"at\":1700000000000}",
                render("{\"id\":${n},\"shard\":${ n % 480 },\"at\":${now}}", 481, 0));
    }

    @Test
    void aDoubledDollarSignWritesTheExpressionPlain() {
        assertEquals("${n} costs $5 and $$7", render("$${n} costs $5 and $$7", 3, 0));
    }

    @Test
    void textWithoutExpressionsIsTheSameForEveryRecord() {
        assertTrue(Template.parse("plain $${n}").constant());
        assertTrue(Template.parse("").constant());
        assertFalse(Template.parse("a${n}").constant());
        assertEquals("", render("", 1, 1));
    }

    @Test
    void withinOneRecordTheSameExpressionGivesTheSameText() {
        Template.Draw draw = new Template.Draw(7, 0, 3);
        String uuid = Template.parse("${uuid}").render(draw);
        String number = Template.parse("${int 1..1000000}").render(draw);
        String pick = Template.parse("${pick a|b|c}").render(draw);
        assertEquals(number + " " + pick + " " + pick + " " + uuid,
                Template.parse("${int 1..1000000} ${pick a|b|c} ${pick a|b|c} ${uuid}").render(draw));
    }

    @Test
    void theSameSeedRepeatsExactlyAndAnotherDoesNot() {
        String template = "${uuid} ${int -5..5} ${pick red|green|blue}";
        Set<String> texts = new HashSet<>();
        for (int n = 0; n < 500; n++) {
            assertEquals(render(template, n, 42), render(template, n, 42));
            assertNotEquals(render(template, n, 42), render(template, n, 43));
            texts.add(render(template, n, 42));
        }
        assertEquals(500, texts.size(), "records differ");
    }

    @Test
    void anIntReachesBothItsEndsAndNothingBeyond() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 2000; n++) {
            seen.add(render("${int -1..2}", n, 1));
        }
        assertEquals(Set.of("-1", "0", "1", "2"), seen);
    }

    @Test
    void aPickTakesEveryChoiceAnEmptyOneToo() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 500; n++) {
            seen.add(render("${pick a||b c}", n, 1));
        }
        assertEquals(Set.of("a", "", "b c"), seen);
    }

    @Test
    void aUuidIsARandomOneOfVersion4() {
        UUID uuid = UUID.fromString(render("${uuid}", 9, 9));
        assertEquals(4, uuid.version());
        assertEquals(2, uuid.variant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"a${n;does not close it with }", "${name};is not known. Use ${n}",
            "${};is not known", "${int 9..1};first must not be larger", "${int 1..99999999999999999999};too large",
            "${n % 0};is not known", "${n % 99999999999999999999};too large", "${int 1};is not known"})
    void whatIsNotUnderstoodIsToldInWords(String template, String words) {
        String message = assertThrows(IllegalArgumentException.class, () -> Template.parse(template)).getMessage();
        assertTrue(message.contains(words), message);
    }
}
