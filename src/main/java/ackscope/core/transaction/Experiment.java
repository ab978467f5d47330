package ackscope.core.transaction;

import java.util.List;

/** Something about transactions that is shown on purpose, with producers of its own beside the engine's. */
public interface Experiment {
    /** All there are, in the order of a menu. */
    List<Experiment> ALL = List.of(new FencedProducer(true), new FencedProducer(false), new TimedOutTransaction(true),
            new TimedOutTransaction(false), new KilledProducer(), new ConsumeTransformProduce());

    /** In a menu. */
    String title();

    /** What is done and what to look for, in a sentence or two. */
    String about();

    /**
     * Does it; may take half a minute. Interrupting the thread cancels it.
     *
     * @return what it showed, in words and numbers
     * @throws UnexpectedResult if it came out otherwise
     * @throws Exception        if it could not be done
     */
    String run(Stage stage) throws Exception;
}
