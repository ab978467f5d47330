package ackscope.ui.attempts;

import ackscope.core.event.Attempt;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;

/** What a line of the table shows. */
sealed interface Content {

    /** A batch, above its tries. */
    record Head(BatchLife life) implements Content {
    }

    /** A broker, above the tries that were sent to it. */
    record Broker(int node, int tries, int failed) implements Content {
    }

    /** One try; {@code index} in the life's attempts. */
    record Try(BatchLife life, int index) implements Content {
        Attempt attempt() {
            return life.attempts().get(index);
        }

        /** Whether it was the latest one, so that it is not known when it was tried again. */
        boolean latest() {
            return index + 1 == life.attempts().size();
        }

        boolean sameWords(Try other) {
            return index == other.index && latest() == other.latest() && attempt().equals(other.attempt());
        }
    }

    /** Tries in the middle of very many. */
    record Gap(BatchLife life, int first, int last) implements Content {
    }

    /** What the client's log told where no wire is watched. */
    record Told(AttemptEvent event) implements Content {
    }

    /** Whether it goes over the whole width. */
    default boolean wide() {
        return this instanceof Head || this instanceof Broker || this instanceof Gap;
    }
}
