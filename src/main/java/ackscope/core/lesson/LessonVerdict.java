package ackscope.core.lesson;

import ackscope.core.scenario.Expectation;
import ackscope.core.scenario.Played;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a play says of the predictions that were made for it. Nothing is scored when the play did not come out as its scenario expects,
 * when a number is not what the lesson's author planned (as on a machine too busy to keep the waits), or when one of the predictions is
 * not settled at all.
 *
 * @param answers one for each prediction
 */
public record LessonVerdict(Lesson lesson, List<Answer> answers, ScenarioResult result) {
    private static final int FULL = 100;
    private static final int HALF = 50;

    /**
     * @throws IllegalArgumentException when it is not one answer for each prediction, or another scenario's play
     */
    public LessonVerdict {
        answers = List.copyOf(answers);
        if (answers.size() != lesson.predictions().size()) {
            throw new IllegalArgumentException("a verdict needs an answer for each prediction");
        }
        Scenario played = result.scenario();
        if (!played.equals(lesson.scenario())) {
            throw new IllegalArgumentException("the play of " + played.name() + " says nothing about "
                    + lesson.scenario().name());
        }
    }

    /** How one prediction came out. */
    public sealed interface Scored {

        /**
         * It counts.
         *
         * @param percent 100, 50 for a number that is near, or 0
         * @param found   what was measured, in words
         */
        record Counted(int percent, String found) implements Scored {
        }

        /** The play does not tell. */
        record Open() implements Scored {
        }
    }

    /** Why nothing is scored, a sentence for each reason; empty when it is. */
    public List<String> unsettled() {
        List<String> why = new ArrayList<>();
        List<Played> halves = result.halves();
        for (int i = 0; i < halves.size(); i++) {
            String half = halves.size() == 1 ? "" : i == 0 ? "First half: " : "Second half: ";
            halves.get(i).audit().obstacles().forEach(o -> why.add(half + o));
            halves.get(i).checks().stream().filter(c -> !c.holds()).forEach(c -> why.add(half + words(c)));
        }
        if (why.isEmpty()) {
            lesson.predictions().stream().flatMap(p -> p instanceof Prediction.Guess guess
                    ? Stream.of(new Played.Check(new Expectation(guess.of().quantity(), guess.of().name(),
                            guess.planned()), guess.found(result)))
                    : Stream.empty()).filter(c -> !c.holds()).forEach(c -> why.add(words(c) + slow(c)));
        }
        if (why.isEmpty() && lesson.predictions().stream().anyMatch(p -> scored(p) instanceof Scored.Open)) {
            why.add("What was measured makes none of the choices the only true one.");
        }
        return why;
    }

    private static String words(Played.Check check) {
        String name = check.expected().name();
        return check.expected().quantity().words() + (name.isEmpty() ? "" : " (" + name + ")") + ": "
                + check.expected().range().words() + " was planned, " + check.found() + " was measured.";
    }

    private static String slow(Played.Check check) {
        return check.expected().quantity().time() && check.found() > check.expected().range().most()
                ? " That is longer than planned; a machine that is busy with other things is one reason for it."
                : "";
    }

    /** How a prediction came out. */
    public Scored scored(Prediction prediction) {
        long given = answers.get(lesson.predictions().indexOf(prediction)).value();
        return switch (prediction) {
            case Prediction.Choice choice -> {
                OptionalInt settled = choice.settled(result);
                yield settled.isEmpty()
                        ? new Scored.Open()
                        : new Scored.Counted(settled.getAsInt() == given ? FULL : 0,
                                choice.options().get(settled.getAsInt()).words());
            }
            case Prediction.Guess guess -> {
                long off = Math.abs(guess.found(result) - given);
                yield new Scored.Counted(off <= guess.close() ? FULL : off <= guess.near() ? HALF : 0,
                        String.format(Locale.ROOT, "%,d %s", guess.found(result), guess.unit()));
            }
        };
    }

    /** From 0 to 100, the mean of all predictions; empty when nothing is scored. */
    public OptionalInt percent() {
        if (!unsettled().isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.round(lesson.predictions().stream().map(this::scored)
                .mapToInt(s -> s instanceof Scored.Counted(int percent, String _) ? percent : 0).average().orElse(0)));
    }
}
