package ackscope.ui.settings;

import ackscope.core.scenario.PlayTerms;
import java.util.Map;
import java.util.Optional;

/** Tells what is played in the console's place. All methods return at once; FX thread. */
public interface PlayedControl {

    /** What it sends to, and with; empty while nothing is played. */
    Optional<PlayTerms> terms();

    /**
     * What faults change about that.
     *
     * @param settings of the producer, by name
     * @param topic    that is sent to instead, or ""
     * @param ofTopic  whether the topic's own settings are others than it was made with
     */
    record Changes(Map<String, String> settings, String topic, boolean ofTopic) {
        /** Nothing is changed. */
        public static final Changes NONE = new Changes(Map.of(), "", false);

        public Changes {
            settings = Map.copyOf(settings);
        }
    }

    /** What faults change now; nothing while a drill is to be guessed. */
    Changes byFaults();
}
