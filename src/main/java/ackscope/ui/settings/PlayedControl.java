package ackscope.ui.settings;

import ackscope.core.scenario.PlayTerms;
import java.util.Map;
import java.util.Optional;

/** Tells what is played in the console's place. All methods return at once; FX thread. */
public interface PlayedControl {

    /** What it sends to, and with; empty while nothing is played. */
    Optional<PlayTerms> terms();

    /** What faults of the client change about the settings, by name; none of it while a drill is to be guessed. */
    Map<String, String> byFaults();
}
