package ackscope.ui.flow;

import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.ActiveFault;
import ackscope.ui.base.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The faults that act at one place of the diagram, as the badge that stands there.
 *
 * @param text short enough to stand on an edge; "" for no fault
 * @param brief the same without what stands in brackets, where there is no room
 * @param tip  every fault there, with what to expect
 */
record FaultBadge(String text, String brief, String tip) {
    static final FaultBadge NONE = new FaultBadge("", "", "");

    /** The badge of those faults that act at a place. */
    static FaultBadge at(Place place, List<ActiveFault> faults) {
        return of(faults.stream().filter(f -> f.place() == place).toList());
    }

    /** The badge of those faults that act within the brokers, but not on one broker's process. */
    static FaultBadge withinBrokers(List<ActiveFault> faults) {
        return of(faults.stream()
                .filter(f -> f.place() == Place.REPLICATION || f.place() == Place.CONTROLLER
                        || f.place() == Place.TOPIC)
                .toList());
    }

    private static FaultBadge of(List<ActiveFault> here) {
        if (here.isEmpty()) {
            return NONE;
        }
        ActiveFault last = here.getLast();
        int bracket = last.title().indexOf(" (");
        String few = bracket < 0 ? last.title() : last.title().substring(0, bracket);
        List<String> text = new ArrayList<>(List.of(last.title()));
        List<String> brief = new ArrayList<>(List.of(few));
        if (last.hits() > 0) {
            text.add("× " + Figures.shortCount(last.hits()));
        }
        if (here.size() > 1) {
            text.add("+ " + (here.size() - 1) + " more");
            brief.add("+ " + (here.size() - 1));
        }
        return new FaultBadge(String.join("  ", text), String.join("  ", brief), here.stream()
                .map(f -> f.title() + ": " + f.expect()
                        + (f.hits() > 0 ? " Struck " + Figures.counted(f.hits(), "time", "times") + "." : ""))
                .collect(Collectors.joining("\n\n")));
    }

    boolean none() {
        return text.isEmpty();
    }
}
