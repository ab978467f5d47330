package ackscope.core.lesson;

/**
 * What was predicted, before the play.
 *
 * @param value the option's index for a {@link Prediction.Choice}, the number for a {@link Prediction.Guess}
 */
public record Answer(long value) {

    /** In words, beside its prediction. */
    public String words(Prediction of) {
        return switch (of) {
            case Prediction.Choice(String _, var options) -> options.get(Math.toIntExact(value)).words();
            case Prediction.Guess guess -> value + " " + guess.unit();
        };
    }
}
