package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people type them. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource({"12,12", "'12,000',12000", "12 000,12000", "1k,1000", "2M,2000000", "-3,-3", "'1_000',1000"})
    void wholeNumbersAreReadHoweverTheyAreGrouped(String text, long value) {
        assertEquals(OptionalLong.of(value), Numbers.whole(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.5", "k", "99999999999999999999", "9223372036854775807k"})
    void whatIsNoWholeNumberIsEmpty(String text) {
        assertEquals(OptionalLong.empty(), Numbers.whole(text));
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5", "2k,2000", "1e3,1000"})
    void decimalsAreRead(String text, double value) {
        assertEquals(Optional.of(value), Numbers.decimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "x", ""})
    void whatIsNoFiniteNumberIsEmpty(String text) {
        assertEquals(Optional.empty(), Numbers.decimal(text));
    }
}
