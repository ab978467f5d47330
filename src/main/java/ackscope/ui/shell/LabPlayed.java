package ackscope.ui.shell;

import ackscope.core.fault.FaultBoard;
import ackscope.core.lab.Lab;
import ackscope.core.scenario.PlayTerms;
import ackscope.ui.settings.PlayedControl;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the window what the lab plays. */
final class LabPlayed implements PlayedControl {
    private final Lab lab;
    private final Veil veil;

    /** @param veil hides what faults do */
    LabPlayed(Lab lab, Veil veil) {
        this.lab = lab;
        this.veil = veil;
    }

    @Override
    public Optional<PlayTerms> terms() {
        return lab.plays().terms();
    }

    @Override
    public Map<String, String> byFaults() {
        Map<String, String> all = new TreeMap<>();
        if (!veil.hangs()) {
            lab.faults().map(FaultBoard::overlay)
                    .ifPresent(overlay -> overlay.overrides()
                            .forEach((key, value) -> all.put(key, String.valueOf(value))));
        }
        return all;
    }
}
