package ackscope.core.quiz;

import ackscope.core.scenario.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One question. Plain data.
 *
 * @param id          names it for good, also when its words change
 * @param options     what can be chosen; of {@link Kind#ORDER} in the right order
 * @param explanation why the right answer is right
 * @param sources     where it can be read: classes, settings, metrics, KIPs
 * @param proof       the scenario that settles it, by name, if it can be shown
 */
public record Question(String id, Kind kind, String words, List<Option> options, String explanation,
        List<String> sources, Optional<String> proof) {
    public Question {
        options = List.copyOf(options);
        sources = List.copyOf(sources);
    }

    /** How it is answered. */
    public enum Kind {
        /** One option is right. */
        ONE,
        /** Some options are right, and all of them are to be chosen. */
        SEVERAL,
        /** The options are to be put in order. */
        ORDER
    }

    /**
     * Something that can be chosen.
     *
     * @param right    whether it belongs to the right answer; of {@link Kind#ORDER} always
     * @param measured what a play of the proof must show for it to be true, if that can be told of it
     */
    public record Option(String words, boolean right, Optional<Condition> measured) {
    }

    /** The right answer: indices of the right options, in order. */
    public List<Integer> answer() {
        return IntStream.range(0, options.size()).filter(i -> options.get(i).right()).boxed().toList();
    }

    /** @param given indices of options; only of {@link Kind#ORDER} their order counts */
    public boolean isRight(List<Integer> given) {
        return kind == Kind.ORDER
                ? answer().equals(given)
                : new HashSet<>(answer()).equals(new HashSet<>(given));
    }
}
