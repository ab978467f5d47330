package ackscope.core.lesson;

import ackscope.core.scenario.Condition;
import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.ScenarioResult;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Something to be predicted of a play. Plain data. */
public sealed interface Prediction {

    /** The question. */
    String words();

    /**
     * One of several statements, of which the play makes one true.
     *
     * @param options at least two
     */
    record Choice(String words, List<Option> options) implements Prediction {
        public Choice {
            options = List.copyOf(options);
        }

        /** The one option that holds in a play; empty if none does, or several do: nothing is settled then. */
        public OptionalInt settled(ScenarioResult result) {
            List<Integer> holding = IntStream.range(0, options.size())
                    .filter(i -> options.get(i).measured().holds(result)).boxed().toList();
            return holding.size() == 1 ? OptionalInt.of(holding.getFirst()) : OptionalInt.empty();
        }
    }

    /** A statement and what must have been measured for it to be true. */
    record Option(String words, Condition measured) {
    }

    /**
     * A number.
     *
     * @param of     what is measured; its range is not looked at
     * @param second whether it is measured in the second half of twins
     * @param unit   of the number, in words
     * @param close  how far off a guess may be to count in full
     * @param most   the largest number that makes sense
     * @param planned what is measured where the machine keeps up; a play with another number scores nothing
     */
    record Guess(String words, Expectation of, boolean second, String unit, long close, long most,
            Expectation.Range planned) implements Prediction {
        private static final int NEAR = 2;

        /** How far off a guess may be to count half. */
        public long near() {
            return NEAR * close;
        }

        /** The number in a play. */
        public long found(ScenarioResult result) {
            return (second ? result.halves().getLast() : result.halves().getFirst()).measured().of(of);
        }
    }
}
