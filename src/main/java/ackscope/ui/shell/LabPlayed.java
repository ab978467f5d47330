package ackscope.ui.shell;

import ackscope.core.event.FaultEvent;
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
    public Changes byFaults() {
        Optional<FaultBoard> board = veil.hangs() ? Optional.empty() : lab.faults();
        return board.map(LabPlayed::changes).orElse(Changes.NONE);
    }

    private static Changes changes(FaultBoard board) {
        Map<String, String> settings = new TreeMap<>();
        board.overlay().overrides().forEach((key, value) -> settings.put(key, String.valueOf(value)));
        return new Changes(settings, board.overlay().topic().orElse(""),
                board.active().stream().anyMatch(f -> f.place() == FaultEvent.Place.TOPIC));
    }
}
